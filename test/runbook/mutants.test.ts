// Faults of an author in an action file that changes the tenant: each is refused, at a place, or a rule below says why it
// does no harm.
import {beforeAll, describe, expect, test} from 'vitest'
import type {VFileMessage} from 'vfile-message'
import {createRandom} from '../../plugins/conformance/random.ts'
import {blockMatching, compileBlockMatching} from './block-matching.ts'
import {mutantsOf} from './mutants.ts'
import type {Mutant} from './mutants.ts'

const seed = 20261123
const known = [
  'User.Read',
  'Organization.Read.All',
  'Domain.Read.All',
  'Policy.Read.All',
  'Directory.Read.All',
  'AuditLog.Read.All',
  'OnPremDirectorySynchronization.Read.All',
  'OnPremDirectorySynchronization.ReadWrite.All',
]

// With these the page sends to the tenant, and says of it, what it did before. Whatever no rule names has to be refused.
const harmless: Readonly<Record<string, (mutant: Mutant, name: unknown, within: unknown) => boolean>> = {
  'an address or a date beside a text, which is shown and never followed by the page': (
    {kind},
    name,
    within,
  ) => kind === 'value misspelt' && (name === 'source' || name === 'checked' || within === 'sources'),
  'one of several sources': ({kind}, _, within) => kind === 'dropped' && within === 'sources',
  'the tone of a note': ({kind}, name) => kind === 'dropped' && name === 'tone',
  'a selection: without it Graph gives all': ({kind}, name) => kind === 'dropped' && name === 'select',
  'the id in a selection of which nothing reads it': ({kind, path}, name, within) =>
    kind === 'dropped' && within === 'select' && name === 0 && path.includes('presses'),
  'a name of our own, under which nothing else is kept': ({kind, path}, name) =>
    kind === 'value misspelt' && name === 'id' && path.slice(-3, -1).join() === 'change,read',
  'the other scope with which Graph gives the name of the tenant': ({kind, path, put}) =>
    kind === 'scope' &&
    path.join('.') === 'steps.3.presses.0.reads.0.scopes.0' &&
    put.includes('Organization.Read'),
}

interface Judged {
  readonly mutant: Mutant
  /** In the action file, in the text file and in the article; those that refuse, and those that only warn. */
  readonly refusals: readonly (VFileMessage & {readonly in: string})[]
  readonly warnings: readonly VFileMessage[]
}

const many: ReadonlySet<Mutant['kind']> = new Set(['dropped', 'mistyped', 'key misspelt', 'value misspelt'])

const all = mutantsOf(blockMatching.actions, known, seed)
const random = createRandom(seed)
// Of the many, one in three; of what decides what is sent, all.
const tried = all.filter(
  ({kind, path}) => !many.has(kind) || path.includes('change') || random.below(3) === 0,
)
let judged: readonly Judged[] = []

beforeAll(() => {
  judged = tried.map(mutant => {
    const messages = compileBlockMatching({actions: mutant.text}).diagnostics.flatMap(file =>
      file.messages.map(message => Object.assign(message, {in: file.path})),
    )
    return {
      mutant,
      refusals: messages.filter(({fatal}) => fatal === true),
      warnings: messages.filter(({fatal}) => fatal !== true),
    }
  })
}, 300_000)

test('the file itself has no finding', () => {
  expect(compileBlockMatching().diagnostics.flatMap(file => file.messages)).toEqual([])
})

test('there are hundreds, of every kind', () => {
  expect(tried.length).toBeGreaterThan(500)
  expect(new Set(tried.map(({kind}) => kind)).size).toBe(7)
})

test('a mutant that is not refused is told by a warning, or is harmless by a rule', () => {
  const silent = judged.filter(({refusals, warnings}) => refusals.length === 0 && warnings.length === 0)
  expect(silent.filter(({mutant}) => rulesFor(mutant).length === 0).map(nameOf)).toEqual([])
})

test('a warning tells only what a part that was taken out leaves behind', () => {
  const told = judged.filter(({refusals, warnings}) => refusals.length === 0 && warnings.length > 0)
  expect(told.filter(({mutant}) => mutant.kind !== 'dropped').map(nameOf)).toEqual([])
  expect(new Set(told.flatMap(({warnings}) => warnings.map(({ruleId}) => ruleId)))).toEqual(
    new Set(['text-orphan']),
  )
})

test('each refusal has a place in its file', () => {
  const lines = (text: string) => text.split('\n').length
  const astray = judged.flatMap(each =>
    each.refusals
      .filter(({line = 0, column = 0, in: path}) => {
        const text = path.endsWith('.yaml') ? each.mutant.text : blockMatching.texts
        return line < 1 || column < 1 || line > lines(text)
      })
      .map(({ruleId}) => `${nameOf(each)} ${ruleId ?? ''}`),
  )
  expect(astray).toEqual([])
})

test('a fault inside the change is refused inside its step', () => {
  const inside = judged.filter(
    ({mutant, refusals}) => mutant.path.includes('change') && refusals.some(isOfActions),
  )
  const astray = inside.filter(({mutant, refusals}) => {
    const [from, to] = ['  - id: block\n', '  - id: values-after\n'].map(
      text => mutant.text.slice(0, mutant.text.indexOf(text)).split('\n').length,
    )
    return !refusals.some(each => isOfActions(each) && isWithin(each.line ?? 0, [from ?? 0, to ?? 0]))
  })
  expect(astray.map(nameOf)).toEqual([])
  expect(inside.length).toBeGreaterThan(200)
})

describe.each(Object.keys(harmless))('%s', rule => {
  test('lets a mutant through', () => {
    expect(all.some(mutant => rulesFor(mutant).includes(rule))).toBe(true)
  })
})

function rulesFor(mutant: Mutant): readonly string[] {
  const [within, name] = mutant.path.slice(-2)
  return Object.entries(harmless).flatMap(([rule, lets]) => (lets(mutant, name, within) ? [rule] : []))
}

function isWithin(line: number, [from, to]: readonly [number, number]): boolean {
  return line >= from && line < to
}

function isOfActions(message: {readonly in: string}): boolean {
  return message.in.endsWith('.yaml')
}

function nameOf({mutant: {kind, path, put}}: Judged): string {
  return `${kind} ${path.join('.')} ${put}`
}
