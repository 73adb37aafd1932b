// The calls of the approval file and the permissions they need.
import type {BoundStep, GraphRead} from '../../src/model/action.ts'
import type {Change} from '../../src/model/change.ts'
import type {RunbookPage, ScopeUse} from '../../src/model/page.ts'
import {scopeWordsOf, signInScopes} from '../runbook/index.ts'
import {fill, text, unique, type Teller} from './approval-teller.ts'
import {code, link, plain, table} from './markdown.ts'

/** The permissions that the pages may ask for, each with its words and the steps that ask. */
export function scopes({words, pages, locale, named, at}: Teller): string {
  const asked = unique(pages.flatMap(({model}) => model.scopes.map(use => use.scope)))
  const askedIn = (scope: string) =>
    pages.flatMap(page => {
      const uses = page.model.scopes.filter(use => use.scope === scope)
      const steps = page.model.steps.flatMap(step => {
        const own = uses.filter(use => use.step === step.id)
        if (own.length === 0) return []
        return own.some(({phase}) => phase === 'change') ? `${step.number} (${words.toChange})` : step.number
      })
      return uses.length === 0 ? [] : [[at(page), ...steps].join(', ')]
    })
  return table(
    [words.scope, words.allows, words.admin, words.askedIn],
    [...asked, ...signInScopes].map(scope => {
      const known = scopeWordsOf(scope)
      return [
        named(scope),
        known === null ? words.none : `${plain(known.says[locale])} (${link(words.source, known.source)})`,
        known?.adminConsent === false ? words.no : words.yes,
        asked.includes(scope) ? askedIn(scope).join('; ') : words.everySignIn,
      ]
    }),
  )
}

/** Each call of the compiled registry, with the reads that send it; without any, with the steps that its scopes name. */
export function calls(page: RunbookPage, {words, named}: Teller): readonly string[] {
  const {model} = page
  const reads = readsOf(page)
  const rows = model.calls.flatMap(call => {
    const sent = reads.filter(({read}) => call === `GET ${read.path}`)
    const writes = changesOf(page).filter(({change}) => call === `${change.method} ${change.path}`)
    const ends = changesOf(page).flatMap(({step, change: {follow}}) =>
      follow && call === `GET ${follow.path}` ? [{step: step.id, follow}] : [],
    )
    if (sent.length + writes.length + ends.length > 0)
      return [
        ...sent.map(({read, ...place}) => [
          code(call),
          whyOf(page, place),
          queryOf(read) || words.everything,
          read.scopes.map(named).join(', '),
          link(words.source, read.source),
        ]),
        ...writes.map(({step, change}) => [
          code(call),
          whyOf(page, {step: step.id, press: 'change'}),
          fill(change.method === 'PATCH' ? words.setsOnly : words.sends, {body: bodyOf(change)}),
          change.scopes.map(named).join(', '),
          link(words.source, change.source),
        ]),
        ...ends.map(({step, follow}) => [
          code(call),
          whyOf(page, {step, press: 'change'}),
          words.follows,
          follow.scopes.map(named).join(', '),
          link(words.source, follow.source),
        ]),
      ]
    const uses = model.scopes.filter(use => use.calls.includes(call))
    const why = unique(uses.map(use => whyOf(page, use))).join('; ')
    return [[code(call), why, words.none, unique(uses.map(use => named(use.scope))).join(', '), words.none]]
  })
  const head = [words.call, words.why, words.asks, words.scopes, words.graphPage]
  return [`### ${plain(page.title)}`, rows.length === 0 ? words.noCalls : table(head, rows)]
}

/** Each change: what it sets, whom it reaches, how it is confirmed and undone; null where there is none. */
export function changes({words, pages, at}: Teller): string | null {
  const confirmed = {inline: words.confirmInline, dialog: words.confirmDialog, typed: words.confirmTyped}
  const rows = pages.flatMap(page =>
    changesOf(page).map(({step, change}) => {
      const {says, properties, reach, confirm} = change
      const sets = properties.map(property => {
        const word = property.words[String(property.wanted)]
        const value = word === undefined ? code(String(property.wanted)) : plain(text(page, word))
        const place = property.at === '' ? '' : ` (${code(property.at)})`
        return `${plain(text(page, property.label))}${place} = ${value}`
      })
      const undo =
        says.undo === undefined
          ? fill(words.noUndo, {
              why: step.irreversible === undefined ? words.none : plain(text(page, step.irreversible)),
            })
          : change.undoBody === undefined
            ? words.undoHow
            : fill(words.undoSends, {body: code(JSON.stringify(change.undoBody))})
      return [
        `${at(page)}, ${step.number}`,
        // Where Graph goes on by itself, the press says what it does.
        sets.length === 0 ? plain(text(page, says.run)) : sets.join('; '),
        plain(text(page, reach)),
        confirmed[confirm],
        undo,
      ]
    }),
  )
  const head = [words.step, words.sets, words.reaches, words.confirmedBy, words.undo]
  return rows.length === 0 ? null : table(head, rows)
}

interface PlacedChange {
  readonly step: BoundStep
  readonly change: Change
}

function changesOf({model}: RunbookPage): readonly PlacedChange[] {
  return model.steps.flatMap(step => (step.change === undefined ? [] : [{step, change: step.change}]))
}

/** The body as the page sends it where every property differs. */
function bodyOf({properties, body}: Change): string {
  if (body !== undefined) return code(JSON.stringify(body))
  return properties.map(({at, wanted}) => code(`${at}=${JSON.stringify(wanted)}`)).join(' ')
}

/** A read as far as the file tells it: that of a change says nothing of its own. */
type ToldRead = Pick<GraphRead, 'path' | 'scopes' | 'source'> & Partial<GraphRead>

interface PlacedRead {
  readonly step: string
  readonly press: string
  readonly read: ToldRead
}

function readsOf({model}: RunbookPage): readonly PlacedRead[] {
  return model.steps.flatMap(({id: step, presses, evidence, change}) => [
    ...presses.flatMap(press => press.reads.map(read => ({step, press: press.id, read}))),
    ...(evidence === undefined ? [] : [{step, press: 'evidence', read: evidence.read}]),
    ...(change === undefined ? [] : [{step, press: 'change', read: change.read}]),
  ])
}

/** The step by its number and name, and the words of the press that sends the call. */
function whyOf(page: RunbookPage, {step: id, press: name}: Pick<ScopeUse, 'step' | 'press'>): string {
  const step = page.model.steps.find(each => each.id === id)
  if (step === undefined) return code(id)
  const press =
    step.presses.find(each => each.id === name)?.label ?? step.evidence?.label ?? step.change?.says.run
  const title = step.label === undefined ? (page.sentences[id] ?? '') : text(page, step.label)
  return `${step.number} ${plain(title)}${press === undefined ? '' : ` (${plain(text(page, press))})`}`
}

function queryOf({select, filter, expand, orderby, top, headers}: ToldRead): string {
  const parts = {
    $select: select?.join(','),
    $filter: filter,
    $expand: expand,
    $orderby: orderby,
    $top: top?.toString(),
    ...headers,
  }
  return Object.entries(parts)
    .flatMap(([name, value]) => (value === undefined ? [] : [code(`${name}=${value}`)]))
    .join(' ')
}

/** The envelope of several reads, for each version that occurs. */
export function batch({words, pages}: Teller): readonly string[] {
  const together = pages.flatMap(({model}) =>
    model.steps.flatMap(step => step.presses.filter(press => press.reads.length > 1)),
  )
  const versions = unique(together.flatMap(press => press.reads.map(read => read.path.split('/')[1] ?? '')))
  if (versions.length === 0) return []
  return [fill(words.batch, {batch: versions.map(version => code(`POST /${version}/$batch`)).join(', ')})]
}
