// Whether the entries of an action file fit together and fit the place of their steps.
import type {Finding} from '../bilingual/finding.ts'
import type {Place, StepKind} from '../../src/model/action.ts'
import type {ActionFile, StepEntry, VisitEntry} from './action-file.ts'
import type {Anchoring} from './anchors.ts'
import {reservedPresses} from './calls.ts'
import {nearest} from './likeness.ts'
import {reservedNames} from './placeholders.ts'
import {numberOf} from './steps.ts'
import type {ArticleProcedure} from './steps.ts'
import type {Places} from './yaml-places.ts'

/** Ids that occur twice where texts and records are kept under them, and presses named like one of the page's own. */
export function checkIds(file: ActionFile, places: Places): readonly Finding[] {
  const twice = (what: string, entries: readonly {readonly id: string}[] = []): Finding[] =>
    entries
      .filter((entry, index) => entry.id !== '' && entries.findIndex(each => each.id === entry.id) < index)
      .map(entry => ({
        ruleId: 'id-duplicate',
        args: {what, actual: entry.id},
        range: places.value(entry, 'id'),
      }))
  const questions = file.before ?? []
  // What a body already calls the change's own would be filled in from the run instead.
  const ofChanges = file.steps.flatMap(({change}) => [
    ...(change?.secret === undefined ? [] : [change.secret]),
    ...(change?.carries ?? []).map(({id}) => id),
  ])
  const taken = [...new Set([...reservedNames, ...ofChanges])]
  return [
    ...twice('step', file.steps),
    ...twice('visit', file.visits),
    ...twice('input', file.inputs),
    ...twice('question', questions),
    ...twice('role', file.needs.roles?.anyOf),
    ...questions.flatMap(each => twice('option', each.options)),
    ...file.steps.flatMap(({presses = []}) =>
      presses
        .filter(({id}) => reservedPresses.includes(id))
        .map(press => ({
          ruleId: 'id-reserved',
          args: {what: 'press', actual: press.id, expected: reservedPresses},
          range: places.value(press, 'id'),
        })),
    ),
    ...(file.inputs ?? [])
      .filter(({id}) => taken.includes(id))
      .map(input => ({
        ruleId: 'id-reserved',
        args: {what: 'input', actual: input.id, expected: taken},
        range: places.value(input, 'id'),
      })),
    ...file.steps.flatMap(step => [
      ...twice('press', step.presses),
      ...twice('note', step.notes),
      ...twice('read', [
        ...(step.presses ?? []).flatMap((each): readonly {readonly id: string}[] => each.reads),
        ...(step.change === undefined ? [] : [step.change.read]),
      ]),
      ...twice('property', [
        ...(step.change?.properties ?? []),
        ...(step.change?.requires ?? []),
        ...(step.change?.carries ?? []),
      ]),
      ...twice('condition', step.verify?.short),
      ...twice('report', step.verify?.report),
      ...twice('blank', step.verify?.carry),
      ...twice('sample', step.verify?.samples),
    ]),
  ]
}

/** Steps whose kind does not fit their place, cloud steps without an entry, lists without a place. */
export function checkPlaces(
  procedures: readonly ArticleProcedure[],
  {stepEntryOf, procedureEntryOf, suspected}: Anchoring,
  file: ActionFile,
  places: Places,
): readonly Finding[] {
  return procedures.flatMap(procedure => {
    const place = procedureEntryOf.get(procedure)?.place
    // A place that is none has a finding of its own.
    if (place !== undefined && !Object.hasOwn(kindsOf, place)) return []
    if (place === undefined) {
      if (suspected.has(procedure)) return []
      const args = {part: procedure.part, after: procedure.intro}
      return [{ruleId: 'place-missing', args, range: places.value(file, 'procedures')}]
    }
    return procedure.steps.flatMap((step): Finding[] => {
      const entry = stepEntryOf.get(step)
      if (entry === undefined) {
        if (place !== 'cloud' || suspected.has(step)) return []
        const args = {number: numberOf(step), actual: step.text}
        return [{ruleId: 'step-unbound', args, range: places.key(file, 'steps')}]
      }
      const expected = kindsOf[place]
      if (expected.includes(entry.do)) return []
      return [
        {
          ruleId: 'step-misplaced',
          args: {actual: entry.do, place, expected},
          range: places.value(entry, 'do'),
        },
      ]
    })
  })
}

// A cloud step always has something to run: `tick` is for the server.
const kindsOf: Readonly<Record<Place, readonly StepKind[]>> = {
  'on-premises': ['tick'],
  cloud: ['read', 'portal', 'change'],
}

type Part = 'asks' | 'after' | 'presses' | 'portal' | 'box' | 'evidence' | 'pilot' | 'verify' | 'change'
const allParts: readonly Part[] = [
  'asks',
  'after',
  'presses',
  'portal',
  'box',
  'evidence',
  'pilot',
  'verify',
  'change',
]
const partsOf: Readonly<Record<StepKind, {readonly needs: readonly Part[]; readonly may: readonly Part[]}>> =
  {
    tick: {needs: [], may: ['verify']},
    read: {needs: ['presses'], may: ['asks']},
    portal: {needs: ['presses', 'evidence'], may: ['portal', 'box', 'pilot']},
    change: {needs: ['change'], may: ['presses', 'asks', 'after']},
  }

/** Parts that a step of its kind lacks or must not have. */
export function checkParts(file: ActionFile, places: Places): readonly Finding[] {
  const visited = new Set((file.visits ?? []).flatMap(stepsOfVisit))
  return file.steps.flatMap(step => {
    const rule = Object.hasOwn(partsOf, step.do) ? partsOf[step.do] : null
    if (rule === null) return []
    const about = {step: step.id, do: step.do}
    const findings: Finding[] = allParts
      .filter(part => step[part] !== undefined && !rule.needs.includes(part) && !rule.may.includes(part))
      .map(part => ({
        ruleId: 'part-unexpected',
        args: {...about, actual: part},
        range: places.key(step, part),
      }))
    const missing = (expected: readonly string[]) =>
      findings.push({ruleId: 'part-missing', args: {...about, expected}, range: places.value(step, 'do')})
    if (rule.needs.length > 0 && rule.needs.every(part => step[part] === undefined)) missing(rule.needs)
    if (step.do === 'portal' && step.portal === undefined && !visited.has(step.id)) missing(['portal'])
    if (step.box !== undefined && !visited.has(step.id)) missing(['visits'])
    if (step.evidence !== undefined && !setsBaseline(file)) missing(['setsBaseline'])
    return findings
  })
}

/** Visits whose steps do not exist or lack what the visit needs of them, and steps to go back to that do not exist. */
export function checkReferences(file: ActionFile, places: Places): readonly Finding[] {
  const taken = new Map<string, string>()
  const visits = (file.visits ?? []).flatMap(visit =>
    rolesOf(visit).flatMap(({role, id, branch, key}): Finding[] => {
      const range = places.value(branch, key)
      const step = file.steps.find(each => each.id === id)
      if (step === undefined) return [unknownStep(id, file, range)]
      const expected = taken.has(id) ? 'a step of no other role or visit' : lackOf(step, role)
      taken.set(id, visit.id)
      return expected === null
        ? []
        : [{ruleId: 'visit-invalid', args: {actual: id, role, visit: visit.id, expected}, range}]
    }),
  )
  const backs = file.steps.flatMap(({verify}) => {
    const id = verify?.backTo
    if (verify === undefined || id === undefined || file.steps.some(step => step.id === id)) return []
    return [unknownStep(id, file, places.value(verify, 'backTo'))]
  })
  return [...visits, ...backs]
}

/** Steps of a visit in the order they are carried out. */
export function stepsOfVisit({open, boxes, save}: VisitEntry): readonly string[] {
  return [open, ...boxes, save]
}

function rolesOf(visit: VisitEntry) {
  return [
    {role: 'open', id: visit.open, branch: visit, key: 'open'},
    ...visit.boxes.map((id, key) => ({role: 'boxes', id, branch: visit.boxes, key})),
    {role: 'save', id: visit.save, branch: visit, key: 'save'},
  ]
}

function lackOf(step: StepEntry, role: string): string | null {
  if (step.do !== 'portal') return 'a step with `do: portal`'
  if (role === 'open' && step.portal === undefined) return 'a step with `portal`'
  if (role === 'boxes' && step.box === undefined) return 'a step with `box`'
  return null
}

/** That no step of the file has this id. */
export function unknownStep(actual: string, file: ActionFile, range: Finding['range']): Finding {
  const expected = file.steps.map(each => each.id).filter(each => each !== '')
  const near = nearest(actual, expected, each => each)
  const meant = near !== null && near.likeness >= 0.5 ? near.candidate : ''
  return {ruleId: 'step-unknown', args: {actual, expected, meant}, range}
}

function setsBaseline(file: ActionFile): boolean {
  return file.steps.some(step => (step.presses ?? []).some(press => press.setsBaseline === true))
}
