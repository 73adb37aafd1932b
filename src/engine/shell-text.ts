// Texts for a shell: what is known stands quoted in them, what is not is a variable.
import {own} from './own.ts'

/** A text, or the variable that stands where a value is not known. */
export type Piece = string | {readonly variable: string}

const examples: Readonly<Record<string, string>> = {
  account: 'OBJECT-ID-OF-THE-ACCOUNT',
  since: '2026-01-31T12:00:00Z',
  key: 'ID-THAT-THE-READ-GIVES',
}

/** What stands in the place of a value that is not known. */
export function exampleOf(variable: string): string {
  return own(examples, variable) ?? variable.toUpperCase().replaceAll('_', '-')
}

/** The name of a placeholder as both shells take it. */
export function variableOf(name: string): string {
  return name.replaceAll('-', '_')
}

/** An address whose placeholders are variables; what is known already stands in it, encoded. */
export function pathPieces(path: string): readonly Piece[] {
  return joined(
    path.split(/\{([\w-]+)\}/).map((part, index) => (index % 2 === 0 ? part : {variable: variableOf(part)})),
  )
}

/** The names of the variables in a text, each once. */
export function variablesOf(pieces: readonly Piece[]): readonly string[] {
  return [...new Set(pieces.flatMap(piece => (typeof piece === 'string' ? [] : piece.variable)))]
}

/** Texts that follow each other as one; empty ones are left out. */
export function joined(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.reduce<readonly Piece[]>((done, piece) => {
    const last = done.at(-1)
    if (piece === '') return done
    return typeof piece === 'string' && typeof last === 'string'
      ? [...done.slice(0, -1), last + piece]
      : [...done, piece]
  }, [])
}

/** One argument: nothing expands in single quotes, and variables stand between them. */
export function piecesInPowershell(pieces: readonly Piece[]): string {
  const parts = pieces.map(piece => (typeof piece === 'string' ? inPowershell(piece) : `$${piece.variable}`))
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' + ')})`
}

/** One argument, for bash. */
export function piecesInBash(pieces: readonly Piece[]): string {
  return pieces
    .map(piece => (typeof piece === 'string' ? inBash(piece) : `"$${piece.variable}"`))
    .filter(piece => piece !== "''")
    .join('')
}

/** A text in single quotes; PowerShell takes the typographic quotes for quotes too. */
export function inPowershell(text: string): string {
  return `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`
}

/** A text in single quotes. */
export function inBash(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** Lines of one text. */
export function lines(...all: readonly string[]): string {
  return all.join('\n')
}
