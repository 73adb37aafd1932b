// What the flagship's page has to say, from its authored files and not from the page: the article's own segments and the
// texts of its action file.
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {toString} from 'mdast-util-to-string'
import {scan} from '../../plugins/bilingual/index.ts'
import {loadRunbook} from '../../plugins/docusaurus-plugin-runbook/load.ts'
import {parse} from '../../plugins/runbook/parse.ts'
import type {TextKey} from '../../src/model/action.ts'
import type {RunbookPage} from '../../src/model/page.ts'
import type {Tongue} from './runbook-page.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const article = `${root}docs/enable-password-writeback-in-azure-ad-connect`
const compiled = loadRunbook(root, `${article}.runbook.yaml`)
const {segments} = scan(readFileSync(`${article}.md`, 'utf8'))

/** The texts of the flagship in one language. */
export interface Flagship {
  readonly title: string
  /** Every segment of the article, as it reads without its markup. */
  readonly article: readonly string[]
  readonly needs: readonly string[]
  /** Questions, options and hints of *Before you start*. */
  readonly before: readonly string[]
  readonly notes: readonly string[]
  readonly calls: readonly string[]
  readonly scopes: readonly string[]
  readonly commands: readonly string[]
  /** What the operator writes down beside a command and carries back. */
  readonly carried: readonly string[]
  /** The proof that needs no permission. */
  readonly pilot: readonly string[]
  /** Menu paths and labels of the portal, in this language and in the other. */
  readonly portal: readonly string[]
}

/** The flagship in one language. */
export function readFlagship(tongue: Tongue): Flagship {
  const {model, catalogue, title} = pageOf(tongue)
  const other = pageOf(tongue === 'en-US' ? 'fr-FR' : 'en-US').catalogue
  const text = (key: TextKey) => catalogue.texts[key] ?? ''
  const verifiers = model.steps.flatMap(({verify}) => verify ?? [])
  const labels = model.steps.flatMap(({box, portal}) => [
    ...(box ? [box.label] : []),
    ...(portal?.path ?? []),
  ])
  const {licence, roles, server} = model.needs
  return {
    title,
    article: segments.map(({source, target}) =>
      toString(parse((tongue === 'en-US' ? source : target).text)).trim(),
    ),
    needs: [licence, roles, server].flatMap(need => (need ? [text(need.text)] : [])),
    before: model.before.flatMap(({label, options, hint}) =>
      [label, ...options.map(option => option.label), ...(hint === undefined ? [] : [hint])].map(text),
    ),
    notes: model.steps.flatMap(step => step.notes.map(note => text(note.text))),
    calls: model.calls,
    scopes: [...new Set(model.scopes.map(({scope}) => scope))],
    commands: verifiers.map(({command}) => command),
    carried: verifiers.flatMap(({carry = []}) => carry.map(({label}) => text(label))),
    pilot: model.steps.flatMap(({pilot}) => (pilot ? [text(pilot.text)] : [])),
    portal: labels.flatMap(key => [text(key), other.texts[key] ?? '']),
  }
}

/** A text without its white space: what is compared where lines break anywhere. */
export function dense(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '')
}

function pageOf(tongue: Tongue): RunbookPage {
  const page = compiled.page(tongue)
  if (page === null) throw new TypeError(`The flagship has no page in ${tongue}.`)
  return page
}
