// What a run is about, put into the calls, expressions and bodies of its steps.
import type {BoundStep, FoundValue, GraphRead, InputKind, ReadPress} from '../model/action.ts'
import type {BodyTemplate, Change} from '../model/change.ts'
import type {PageModel} from '../model/page.ts'
import {own} from './own.ts'
import {isAsFileSays, stepOf, type InputRecord, type RunState} from './run.ts'
import {since, type StepRecord} from './step-record.ts'

/** The values of a run's inputs by their id. */
export type Inputs = Readonly<Record<string, InputRecord>>

const shapes: Readonly<Record<InputKind, RegExp>> = {
  upn: /^[\dA-Za-z][\w.!#^~'+-]{0,63}@[\dA-Za-z-]{1,63}(\.[\dA-Za-z-]{1,63})+$/,
  option: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
  country: /^[A-Z]{2}$/,
}

/** Whether a text is a value of that kind: nothing that ends a segment, a literal or an expression is. */
export function isInput(kind: InputKind, text: string): boolean {
  return text.length <= 113 && shapes[kind].test(text)
}

/** A page's inputs and its steps as they were compiled. */
type Named = Pick<PageModel, 'inputs' | 'steps'>

/** The inputs that a step rests on, in the order of the page. */
export function inputsOf({id: named}: Pick<BoundStep, 'id'>, {inputs, steps}: Named): readonly string[] {
  // As it was compiled: a step that is filled in has no placeholders any more.
  const step = steps.find(({id}) => id === named)
  if (inputs.length === 0 || step === undefined) return []
  const {presses, change, evidence} = step
  const text = JSON.stringify({presses, change, evidence})
  return inputs.map(({id}) => id).filter(id => text.includes(`{${id}}`))
}

/** Those of them that nobody has given yet. */
export function missingInputs(step: Pick<BoundStep, 'id'>, model: Named, inputs: Inputs): readonly string[] {
  return inputsOf(step, model).filter(id => own(inputs, id) === undefined)
}

/** The step with what was given in the places of its placeholders; those that are not known stay. */
export function withInputs(step: BoundStep, inputs: Inputs): BoundStep {
  const {presses, change} = step
  if (Object.keys(inputs).length === 0) return step
  const fill = fillerOf(inputs)
  return {
    ...step,
    presses: presses.map(press => pressWith(press, fill)),
    ...(change ? {change: changeWith(change, fill)} : {}),
  }
}

/** What a record says of a step, without what is older than a value that the step rests on. */
export function recordOf(step: Pick<BoundStep, 'id'>, model: Named, state: RunState): StepRecord {
  const given = inputsOf(step, model).map(id => own(state.inputs, id)?.seq ?? -1)
  const record = stepOf(state, step.id)
  return given.length === 0 ? record : since(record, Math.max(...given))
}

/** The steps of which a request of this run rests on the input: the run is about that value and stays about it. */
export function requestsOn(input: string, model: PageModel, state: RunState): readonly string[] {
  const steps = model.steps.filter(
    step =>
      inputsOf(step, model).includes(input) &&
      stepOf(state, step.id).change.sent.some(sent => !isAsFileSays(state, sent)),
  )
  return steps.map(({id}) => id)
}

interface Filler {
  readonly path: (text: string) => string
  /** Only a value that cannot end a literal goes into an expression. */
  readonly expression: (text: string) => string
  readonly whole: <T extends string | number | boolean>(value: T) => T | string
}

function fillerOf(inputs: Inputs): Filler {
  const values = Object.entries(inputs).map(([id, {value}]) => [`{${id}}`, value] as const)
  return {
    path: text =>
      values.reduce((path, [name, value]) => path.replaceAll(name, encodeURIComponent(value)), text),
    expression: text =>
      values
        .filter(([, value]) => /^[\w-]+$/.test(value))
        .reduce((expression, [name, value]) => expression.replaceAll(name, value), text),
    whole: value => values.find(([name]) => name === value)?.[1] ?? value,
  }
}

function pressWith(press: ReadPress, fill: Filler): ReadPress {
  return {...press, reads: press.reads.map(read => readWith(read, fill))}
}

function readWith(read: GraphRead, {path, expression}: Filler): GraphRead {
  const {found} = read
  return {
    ...read,
    path: path(read.path),
    value: expression(read.value),
    ...(found ? {found: {...found, value: expression(found.value)} satisfies FoundValue} : {}),
  }
}

function changeWith(change: Change, {path, expression, whole}: Filler): Change {
  const {read, requires, properties, carries, body, undoBody} = change
  // A name of the change itself is not the run's to fill in.
  const names = new Set([change.secret, ...carries.map(({id}) => id)].map(id => `{${id ?? ''}}`))
  const bodyWith = (template: BodyTemplate): BodyTemplate => {
    if (typeof template !== 'object') return names.has(String(template)) ? template : whole(template)
    if (isList(template)) return template.map(bodyWith)
    return Object.fromEntries(Object.entries(template).map(([name, part]) => [name, bodyWith(part)]))
  }
  return {
    ...change,
    read: {...read, path: path(read.path)},
    requires: requires.map(each => ({...each, when: expression(each.when)})),
    properties: properties.map(each => ({
      ...each,
      value: expression(each.value),
      wanted: whole(each.wanted),
    })),
    carries: carries.map(each => ({...each, value: expression(each.value)})),
    ...(body === undefined ? {} : {body: bodyWith(body)}),
    ...(undoBody === undefined ? {} : {undoBody: bodyWith(undoBody)}),
  }
}

function isList(template: BodyTemplate): template is readonly BodyTemplate[] {
  return Array.isArray(template)
}
