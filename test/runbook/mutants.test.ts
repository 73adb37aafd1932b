// Faults of an author in the action files that change a tenant: each is refused, at a place, or a rule below says why it
// does no harm.
import {beforeAll, describe, expect, test} from 'vitest'
import type {VFileMessage} from 'vfile-message'
import {createRandom} from '../../plugins/conformance/random.ts'
import type {CompiledPage} from '../../plugins/runbook/index.ts'
import {blockMatching, compileBlockMatching} from './block-matching.ts'
import {mutantsOf} from './mutants.ts'
import type {Mutant} from './mutants.ts'
import {compileRunbook, licence, writebackProof} from './runbooks.ts'

const seed = 20261123
const scopes = [
  'User.Read',
  'User.ReadBasic.All',
  'User.Read.All',
  'User.ReadWrite.All',
  'Organization.Read.All',
  'Policy.Read.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
  'AuditLog.Read.All',
  'LicenseAssignment.Read.All',
  'LicenseAssignment.ReadWrite.All',
  'UserAuthenticationMethod.ReadWrite.All',
  'OnPremDirectorySynchronization.Read.All',
  'OnPremDirectorySynchronization.ReadWrite.All',
]

// With these the page sends to the tenant, and says of it, what it did before. Whatever no rule names has to be refused.
const harmless: Readonly<Record<string, (mutant: Mutant) => boolean>> = {
  'an address or a date beside a text, which is shown and never followed by the page': ({kind, path}) =>
    kind === 'value misspelt' && (['source', 'checked'].includes(nameOf(path)) || within(path) === 'sources'),
  'one of several sources': ({kind, path}) => kind === 'dropped' && within(path) === 'sources',
  'the tone of a note': ({kind, path}) => kind === 'dropped' && nameOf(path) === 'tone',
  'a selection: without it Graph gives all': ({kind, path}) =>
    kind === 'dropped' && nameOf(path) === 'select',
  'the id in a selection of which nothing reads it': ({kind, path}) =>
    kind === 'dropped' && within(path) === 'select' && path.at(-1) === 0 && path.includes('presses'),
  'a name of our own, under which nothing else is kept': ({kind, path}) =>
    kind === 'value misspelt' &&
    ((nameOf(path) === 'id' && path.slice(-3, -1).join() === 'change,read') ||
      (nameOf(path) === 'name' && path.at(-3) === 'keep')),
  'how many a change affects, which is shown and decides nothing': ({kind, path}) =>
    kind === 'dropped' && nameOf(path) === 'affects',
  'the other scope with which Graph gives the tenant and its licences': ({kind, path, put}) =>
    kind === 'scope' && path.includes('reads') && put.includes('Organization.Read'),
}

interface Judged {
  readonly mutant: Mutant
  readonly text: string
  /** In the action file, in the text file and in the article; those that refuse, and those that only warn. */
  readonly refusals: readonly (VFileMessage & {readonly in: string})[]
  readonly warnings: readonly VFileMessage[]
}

const many: ReadonlySet<Mutant['kind']> = new Set([
  'dropped',
  'mistyped',
  'key misspelt',
  'value misspelt',
  'scope',
])

/** How many mutants there are for each that is tried: of what decides what is sent, all but many of another type. */
function oneOf({kind, path}: Mutant): number {
  if (path.includes('change') || path[0] === 'inputs') return kind === 'mistyped' ? 4 : 1
  return many.has(kind) ? 25 : 3
}

const files = [
  {name: 'block-matching', ...blockMatching, compile: compileBlockMatching},
  ...[licence, writebackProof].map(own => ({
    ...own,
    name: own.runbook,
    compile: (changed: {readonly actions?: string}) => compileRunbook(own, changed),
  })),
]

describe.each(files)('$name', ({actions, texts, compile}) => {
  const all = mutantsOf(actions, scopes, seed)
  const tried = chosen(all)
  let judged: readonly Judged[] = []

  beforeAll(() => {
    judged = tried.map(mutant => judge(mutant, compile))
  }, 600_000)

  test('the file itself has no finding', () => {
    expect(compile({}).diagnostics.flatMap(file => file.messages)).toEqual([])
  })

  test('there are hundreds, of every kind', () => {
    expect(tried.length).toBeGreaterThan(250)
    expect(new Set(tried.map(({kind}) => kind)).size).toBe(8)
  })

  test('a mutant that is not refused is told by a warning, or is harmless by a rule', () => {
    const silent = judged.filter(({refusals, warnings}) => refusals.length === 0 && warnings.length === 0)
    expect(silent.filter(({mutant}) => rulesFor(mutant).length === 0).map(titleOf)).toEqual([])
  })

  test('a warning tells only what a part that was taken out leaves behind', () => {
    const told = judged.filter(({refusals, warnings}) => refusals.length === 0 && warnings.length > 0)
    expect(told.filter(({mutant}) => mutant.kind !== 'dropped').map(titleOf)).toEqual([])
    expect([...new Set(told.flatMap(({warnings}) => warnings.map(({ruleId}) => ruleId)))]).toEqual([
      'text-orphan',
    ])
  })

  test('each refusal has a place in its file', () => {
    const lines = (text: string) => text.split('\n').length
    const astray = judged.flatMap(each =>
      each.refusals
        .filter(({line = 0, column = 0, in: path}) => {
          const text = path.endsWith('.yaml') ? each.text : texts
          return line < 1 || column < 1 || line > lines(text)
        })
        .map(({ruleId}) => `${titleOf(each)} ${ruleId ?? ''}`),
    )
    expect(astray).toEqual([])
  })

  test('a fault inside a change is refused inside its step', () => {
    const inside = judged.filter(
      ({mutant, refusals}) => mutant.path.includes('change') && refusals.some(isOfActions),
    )
    const astray = inside.filter(({text, mutant: {path}, refusals}) => {
      const [from, to] = linesOfStep(text, Number(path[1]))
      return !refusals.some(each => isOfActions(each) && (each.line ?? 0) >= from && (each.line ?? 0) < to)
    })
    expect(astray.map(titleOf)).toEqual([])
    expect(inside.length).toBeGreaterThan(100)
  })
})

test.each(Object.keys(harmless))('%s: lets a mutant through', rule => {
  const all = files.flatMap(({actions}) => mutantsOf(actions, scopes, seed))
  expect(all.some(mutant => rulesFor(mutant).includes(rule))).toBe(true)
})

function chosen(all: readonly Mutant[]): readonly Mutant[] {
  const random = createRandom(seed)
  return all.filter(mutant => random.below(oneOf(mutant)) === 0)
}

function judge(mutant: Mutant, compile: (changed: {readonly actions: string}) => CompiledPage): Judged {
  const text = mutant.text()
  const messages = compile({actions: text}).diagnostics.flatMap(file =>
    file.messages.map(message => Object.assign(message, {in: file.path})),
  )
  return {
    mutant,
    text,
    refusals: messages.filter(({fatal}) => fatal === true),
    warnings: messages.filter(({fatal}) => fatal !== true),
  }
}

function rulesFor(mutant: Mutant): readonly string[] {
  return Object.entries(harmless).flatMap(([rule, lets]) => (lets(mutant) ? [rule] : []))
}

/** The first line of a step's entry, and that of the next one. */
function linesOfStep(text: string, index: number): readonly [number, number] {
  const lines = text.split('\n')
  const starts = lines.flatMap((line, at) =>
    at > lines.indexOf('steps:') && /^ {2}- /.test(line) ? [at + 1] : [],
  )
  return [starts[index] ?? 0, starts[index + 1] ?? lines.length + 1]
}

function nameOf(path: Mutant['path']): string {
  return String(path.at(-1))
}

function within(path: Mutant['path']): string {
  return String(path.at(-2))
}

function isOfActions(message: {readonly in: string}): boolean {
  return message.in.endsWith('.yaml')
}

function titleOf({mutant: {kind, path, put}}: Judged): string {
  return `${kind} ${path.join('.')} ${put}`
}
