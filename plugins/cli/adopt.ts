import {existsSync} from 'node:fs'
import {dirname} from 'node:path'
import {sourceLocale} from '../../src/model/locale.ts'
import {adopt as adoptDocuments} from '../adopt/index.ts'
import {formatMessages, type SourceFile} from '../runbook/index.ts'
import {readFrontMatter, scan} from '../bilingual/index.ts'
import type {Run} from './command.ts'
import {assertWritable, readText, writeText} from './files.ts'
import {UsageError} from './usage-error.ts'

/**
 * `passerelle adopt`: plain Markdown, with its translation or without, as a bilingual article. Exits with 1, and writes
 * nothing, where the two documents do not have the same blocks.
 */
export const adopt: Run = async ({options: {target, locale, out}, paths}) => {
  const [path, ...others] = paths
  if (path === undefined || others.length > 0) throw new UsageError('Missing EN.md: one document in English')
  if (out === '') throw new UsageError('Missing FILE after `--out`')
  if (path === '-' && target === '-')
    throw new UsageError('Unexpected second `-`, expected one document from standard input')
  const source = {path, text: readText(path)}
  const translation = typeof target === 'string' ? {path: target, text: readText(target)} : null
  const {text, diagnostics} = adoptDocuments({
    source,
    target: translation,
    locale: localeOf(locale, translation),
  })
  const found = formatMessages(diagnostics)
  if (found !== '') process.stderr.write(`${found}\n`)
  if (text === null) return 1
  if (typeof out !== 'string') process.stdout.write(text)
  else {
    assertWritable(
      dirname(out),
      [out],
      [source, ...(translation ? [translation] : [])].map(each => each.path),
    )
    assertNoTranslation(out)
    writeText(out, text)
  }
  return 0
}

/** @throws UsageError where a translated article would be written over. */
function assertNoTranslation(path: string): void {
  if (!existsSync(path)) return
  const isTranslated = scan(readText(path)).segments.some(({target}) => target.text.trim() !== '')
  if (isTranslated)
    throw new UsageError(
      `Unexpected target \`${path}\`: it holds a translation; move it away, or write elsewhere`,
    )
}

/**
 * The locale as typed, else the translation's own, else French.
 * @throws UsageError where it is no BCP-47 tag, or the English of the source.
 */
function localeOf(typed: unknown, translation: SourceFile | null): string {
  const own = readFrontMatter(scan(translation?.text ?? ''), 'target').attributes['ms.contentlocale']
  const isTyped = typeof typed === 'string'
  const tag = isTyped ? typed : typeof own === 'string' ? own : 'fr-FR'
  const where = isTyped || translation === null ? '' : ` in \`${translation.path}\``
  const locale = canonical(tag)
  if (locale === null)
    throw new UsageError(
      `${tag === '' ? 'Missing locale' : `Unexpected locale \`${tag}\``}${where}, expected a BCP-47 tag such as \`fr-FR\` or \`ar\``,
    )
  if (locale === sourceLocale)
    throw new UsageError(
      `Unexpected locale \`${tag}\`${where}, expected that of the translation: the source is in it`,
    )
  return locale
}

/** A tag as BCP 47 writes it; null where it is none. The name of a language, `french`, has the form of one and is none. */
function canonical(tag: string): string | null {
  try {
    const locale = new Intl.Locale(tag)
    return locale.language.length <= 3 ? locale.toString() : null
  } catch {
    return null
  }
}
