// What the guides quote in bold stands on the page in that language, and both languages quote the same things in the same order.
import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {toString} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {loadRunbook} from '../../plugins/docusaurus-plugin-runbook/load.ts'
import {parse} from '../../plugins/runbook/parse.ts'
import enUS from '../../src/components/runbook/words/en-US.ts'
import frFR from '../../src/components/runbook/words/fr-FR.ts'
import laterEnUS from '../../src/components/runbook/words/later.en-US.ts'
import laterFrFR from '../../src/components/runbook/words/later.fr-FR.ts'
import shellEnUS from '../../src/components/runbook/words/shell.en-US.ts'
import shellFrFR from '../../src/components/runbook/words/shell.fr-FR.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folders = {
  'en-US': `${root}docs/guides`,
  'fr-FR': `${root}i18n/fr-FR/docusaurus-plugin-content-docs/current/guides`,
} as const
type Locale = keyof typeof folders
const locales: readonly Locale[] = ['en-US', 'fr-FR']

const flagship = loadRunbook(root, `${root}docs/enable-password-writeback-in-azure-ad-connect.runbook.yaml`)
const words = {
  'en-US': {...enUS, ...laterEnUS, shell: shellEnUS},
  'fr-FR': {...frFR, ...laterFrFR, shell: shellFrFR},
} as const

/** Every text of the page by its key; a text that names another button is there once for each. */
const shown: Readonly<Record<Locale, ReadonlyMap<string, string>>> = {
  'en-US': textsOf('en-US'),
  'fr-FR': textsOf('fr-FR'),
}

const guides = readdirSync(folders['en-US']).filter(name => name.endsWith('.md'))

test('there are guides', () => {
  expect(guides).toContain('run-your-first-practice.md')
})

describe.each(guides)('%s', guide => {
  test.each(locales)('%s: every label in bold is one of the page', locale => {
    const labels = labelsOf(locale, guide)
    expect(labels.length).toBeGreaterThan(0)
    expect(labels.filter(label => keysOf(label, locale).length === 0)).toEqual([])
  })

  test('both languages quote the same labels in the same order', () => {
    const [english, french] = [labelsOf('en-US', guide), labelsOf('fr-FR', guide)]
    const differing = english.filter((label, index) => {
      const other = keysOf(french[index] ?? '', 'fr-FR')
      return !keysOf(label, 'en-US').some(key => other.includes(key))
    })
    expect(differing).toEqual([])
    expect(french).toHaveLength(english.length)
  })
})

test.each<readonly [label: string, locale: Locale, why: string]>([
  ['Save everything', 'en-US', 'no such words'],
  ['Paste the output', 'fr-FR', 'the other language'],
  ['Copier pour le Ticket', 'fr-FR', 'another letter'],
  ['Utiliser : Activée, avec l’événement de son démarrage', 'fr-FR', 'a plain space before the colon'],
  ['Use: Enabled, with another event', 'en-US', 'a sample that is not there'],
  ['Read my rolls (simulation)', 'en-US', 'a button that is not there'],
  ['Run started (Real run with Teams)', 'en-US', 'a mode that is not there'],
])('%s (%s) is not on the page: %s', (label, locale) => {
  expect(keysOf(label, locale)).toEqual([])
})

function labelsOf(locale: Locale, guide: string): readonly string[] {
  const labels: string[] = []
  visit(parse(readFileSync(`${folders[locale]}/${guide}`, 'utf8')), 'strong', node => {
    labels.push(toString(node).replaceAll(/[ \n]+/g, ' '))
  })
  return labels
}

function textsOf(locale: Locale): ReadonlyMap<string, string> {
  const texts = Object.entries(flagship.page(locale)?.catalogue.texts ?? {})
  const own = Object.entries<Readonly<Record<string, string>>>(words[locale]).flatMap(([group, entries]) =>
    Object.entries(entries).map(([key, text]) => [`${group}.${key}`, text] as const),
  )
  const {mode} = words[locale]
  const fillings = {
    label: [...texts, ['card.grant', words[locale].card.grant] as const],
    mode: Object.entries({practice: mode.practice, unsigned: mode.unsigned, graph: mode.graph}),
  }
  return new Map([...texts, ...own.flatMap(([key, text]) => expand(key, text, fillings))])
}

function expand(
  key: string,
  text: string,
  fillings: Readonly<Record<string, readonly (readonly [string, string])[]>>,
): readonly (readonly [string, string])[] {
  const name = Object.keys(fillings).find(each => text.includes(`{${each}}`))
  if (name === undefined) return [[key, text]]
  return (fillings[name] ?? []).map(([from, filling]) => [
    `${key} ${from}`,
    text.replaceAll(`{${name}}`, filling),
  ])
}

/** Keys of the texts that read so, wholly or in one sentence; what is filled in may be anything. */
function keysOf(label: string, locale: Locale): readonly string[] {
  return [...shown[locale]]
    .filter(([, text]) =>
      text
        .split('|')
        .flatMap(form => [form, ...form.split(/(?<=\.) /)])
        .some(pattern => reads(pattern, label)),
    )
    .map(([key]) => key)
}

function reads(pattern: string, label: string): boolean {
  const literals = pattern.split(/\{\w+\}/)
  // A text that is hardly more than what is filled in would read as anything.
  if (literals.length > 1 && !literals.some(literal => /\p{L}{4}/u.test(literal))) return false
  return new RegExp(`^${literals.map(escaped).join('.+')}$`, 'u').test(label)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
