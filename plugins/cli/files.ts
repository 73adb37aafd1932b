// The only disk access of the commands.
import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {UsageError} from './usage-error.ts'

/** A file's text as UTF-8, byte order mark kept. @throws UsageError where it cannot be read. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new UsageError(`Unexpected path \`${path}\`: ${reasonOf(cause)}`)
  }
}

/** Writes a file and the folders above it. */
export function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(path, text)
}

/** Every file below a folder whose name ends so, sorted. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile() && entry.name.endsWith(ending))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

/** Whether a path is a folder. @throws UsageError where there is nothing. */
export function isFolder(path: string): boolean {
  const stats = statSync(path, {throwIfNoEntry: false})
  if (stats === undefined)
    throw new UsageError(`Unexpected path \`${path}\`: there is no such file or folder`)
  return stats.isDirectory()
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
