import {parseArgs} from 'node:util'
import type {Command} from './command.ts'
import {commands} from './commands.ts'
import {UsageError} from './usage-error.ts'

/**
 * Runs one command line.
 * @returns the exit code: 0 clean or warnings only, 1 errors found, 2 usage or fault.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    print(help())
    return name === undefined ? 2 : 0
  }
  const command = commands.find(entry => entry.name === name)
  if (command === undefined) return refuse(`Unexpected command \`${name}\`, expected one of ${names()}`)
  if (rest.includes('--help') || rest.includes('-h')) {
    print(helpOf(command))
    return 0
  }
  try {
    const {values, positionals} = parseArgs({
      args: [...rest],
      options: Object.fromEntries(command.options.map(({name: option, type}) => [option, {type}])),
      allowPositionals: true,
    })
    return await (
      await command.load()
    )({options: values, paths: positionals})
  } catch (error) {
    if (error instanceof UsageError) return refuse(error.message, command)
    if (isParseArgsError(error)) return refuse(error.message, command)
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return 2
  }
}

function refuse(message: string, command?: Command): number {
  process.stderr.write(`${message}\n\n${command === undefined ? help() : helpOf(command)}`)
  return 2
}

function help(): string {
  const width = Math.max(...commands.map(command => command.usage.length))
  const lines = commands.map(command => `  ${command.usage.padEnd(width)}  ${command.summary}`)
  return `passerelle: bilingual runbooks on the command line\n\n${lines.join('\n')}\n\nExit code: 0 clean or warnings only, 1 errors found, 2 usage or fault.\n`
}

function helpOf(command: Command): string {
  const width = Math.max(0, ...command.options.map(option => option.usage.length))
  const options = command.options
    .map(option => `  ${option.usage.padEnd(width)}  ${option.summary}\n`)
    .join('')
  return `passerelle ${command.usage}\n\n${command.summary}\n${options === '' ? '' : `\n${options}`}`
}

function names(): string {
  return commands.map(command => `\`${command.name}\``).join(', ')
}

function isParseArgsError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

function print(text: string): void {
  process.stdout.write(text)
}
