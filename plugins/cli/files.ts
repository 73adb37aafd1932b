// The only disk access of the commands.
import {lstatSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import {UsageError} from './usage-error.ts'

/** The folder of the site that a command is about: the present one. @throws UsageError where it has no articles. */
export function siteFolder(): string {
  const folder = process.cwd()
  const stats = statSync(join(folder, 'docs'), {throwIfNoEntry: false})
  if (stats?.isDirectory() !== true)
    throw new UsageError(`Missing folder \`docs\` in \`${folder}\`: run this in the folder of a site`)
  return folder
}

/** A file's text as UTF-8, byte order mark kept; `-` is standard input. @throws UsageError where it cannot be read. */
export function readText(path: string): string {
  const bytes = asked(path, () => readFileSync(path === '-' ? 0 : path))
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    throw new UsageError(`Unexpected bytes in \`${path}\`, expected text in UTF-8: save it in that encoding`)
  }
}

/** Writes a file and the folders above it. @throws UsageError where that cannot be. */
export function writeText(path: string, text: string): void {
  asked(path, () => {
    mkdirSync(dirname(path), {recursive: true})
    writeFileSync(path, text)
  })
}

/** What a use of the disk gives. @throws UsageError with the path and the system's reason where it refuses. */
export function asked<Answer>(path: string, use: () => Answer): Answer {
  try {
    return use()
  } catch (cause) {
    if (!isRefusal(cause)) throw cause
    throw new UsageError(`Unexpected path \`${cause.path ?? path}\`: ${cause.message}`)
  }
}

/** An error of the system's, and not one of ours. */
function isRefusal(cause: unknown): cause is NodeJS.ErrnoException {
  return cause instanceof Error && 'syscall' in cause
}

/**
 * Asserts that files can be written below a folder: each of its own name, over none of the files read, through no link.
 * @throws UsageError that names the first that cannot.
 */
export function assertWritable(folder: string, targets: readonly string[], inputs: readonly string[]): void {
  const read = new Set(inputs.filter(input => input !== '-').map(input => realpathSync(input)))
  const refuse = (target: string, reason: string) => {
    throw new UsageError(`Unexpected target \`${target}\`: ${reason}`)
  }
  for (const [index, target] of targets.entries()) {
    if (targets.indexOf(target) < index) refuse(target, 'two articles would be written there')
    for (const path of pathsBetween(folder, target)) {
      const stats = asked(path, () => lstatSync(path, {throwIfNoEntry: false}))
      if (stats === undefined) break
      if (stats.isSymbolicLink()) refuse(target, `\`${path}\` is a link`)
      if (path === target ? !stats.isFile() : !stats.isDirectory())
        refuse(target, `\`${path}\` is no ${path === target ? 'file' : 'folder'}`)
      if (path === target && read.has(realpathSync(path))) refuse(target, 'it is an article that is read')
    }
  }
}

/** The folders below a folder that lead to a path, then the path. */
function pathsBetween(folder: string, path: string): readonly string[] {
  const names = relative(folder, path).split(/[\\/]/)
  return names.map((_, index) => join(folder, ...names.slice(0, index + 1)))
}

/** Whether a path is a folder. @throws UsageError where there is nothing. */
export function isFolder(path: string): boolean {
  const stats = asked(path, () => statSync(path, {throwIfNoEntry: false}))
  if (stats === undefined)
    throw new UsageError(`Unexpected path \`${path}\`: there is no such file or folder`)
  return stats.isDirectory()
}
