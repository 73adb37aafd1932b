import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

/** What no French text of ours may hold, by its name. */
export const faults = [
  ['a plain space before a high sign', / [:;?!»]|« /],
  ['a high sign without its space', /[^\s\u00A0][;?!»]|«[^\u00A0]/],
  ['a colon without its space', /[^\s\u00A0]: /],
  ['a narrow space', /\u202F/],
  ['a straight apostrophe', /'/],
  ['an exclamation mark', /!/],
  ['a sign that is not in the font', /[→≥✓]/],
] as const satisfies readonly (readonly [name: string, fault: RegExp])[]

/** Every French text of ours by its place: interface strings, words of the pages, texts of action files. */
export async function readFrenchTexts(): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  const files = [
    'i18n/fr-FR/code.json',
    ...listed('i18n/fr-FR/docusaurus-theme-classic', '.json'),
    ...listed('i18n/fr-FR/docusaurus-plugin-runbook', '.json'),
  ]
  for (const file of files) {
    const strings = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, {message: string}>>
    for (const [key, {message}] of Object.entries(strings)) texts.set(`${file} ${key}`, message)
  }
  const folders = ['src/components/words', 'src/components/runbook/words']
  for (const file of folders.flatMap(folder => listed(folder, 'fr-FR.ts'))) {
    const {default: words} = (await import(pathToFileURL(file).href)) as {readonly default: object}
    collect(file, words, texts)
  }
  return texts
}

function listed(folder: string, ...endings: readonly string[]): readonly string[] {
  return readdirSync(folder)
    .filter(name => endings.some(ending => name.endsWith(ending)))
    .map(name => join(folder, name))
}

function collect(at: string, words: object, texts: Map<string, string>): void {
  for (const [key, value] of Object.entries(words) as readonly (readonly [string, unknown])[]) {
    if (typeof value === 'string') texts.set(`${at} ${key}`, value)
    else if (typeof value === 'object' && value !== null) collect(`${at} ${key}`, value, texts)
  }
}
