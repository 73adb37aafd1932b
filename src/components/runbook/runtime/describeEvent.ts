import {isUnclear} from '../../../engine/change.ts'
import {searchOutcome, type RunSnapshot} from '../../../engine/index.ts'
import type {ChangeValues} from '../../../model/change.ts'
import type {LocaleTag} from '../../../model/locale.ts'
import type {RunEvent, RunEventBody, TenantRef} from '../../../model/run.ts'
import {fill} from '../words/fill.ts'
import type {LaterWords} from '../words/index.ts'
import {labelOfInput, type Speech} from './describe.ts'
import {describeOutput, describeProblem, eventWords, nameOf} from './describeKnown.ts'
import {describeSent, describeValues, ofObject} from './describeChange.ts'
import {describeInput} from './describeInput.ts'
import {tellTime} from './format.ts'
import type {PageView} from '../shell/page.ts'

/** One event of the record in words; only what the event itself says. */
export function describeEvent(event: RunEvent, view: EventView): string {
  const {locale} = view
  const {key, values} = wordsOf(event, view)
  const {event: words, eventBrowser} = view.later
  const nameless = 'attribution' in event && event.attribution.by === null
  return fill(nameless && isOfBrowser(key, eventBrowser) ? eventBrowser[key] : words[key], {
    number: 'step' in event ? (view.step(event.step)?.number ?? event.step) : '',
    name: 'attribution' in event ? nameOf(event.attribution.by, view.later) : '',
    numbers: 'steps' in event ? numbersOf(event.steps, view, locale) : '',
    ...values,
  })
}

/** What an event is described with: its run knows the tenant's name once Graph gave it. */
type EventView = Speech &
  Pick<PageView, 'step' | 'page'> & {readonly later: LaterWords; readonly run: Pick<RunSnapshot, 'state'>}

type EventWords = keyof LaterWords['event']
const searchWords = {
  'evidence-found': 'evidence-found',
  'earlier-event': 'evidence-earlier',
  'nothing-found': 'evidence-nothing',
} as const

function isOfBrowser(key: EventWords, words: BrowserWords): key is EventWords & keyof BrowserWords {
  return Object.hasOwn(words, key)
}

type BrowserWords = LaterWords['eventBrowser']
type Values = Readonly<Record<string, string | number>>

function wordsOf(event: RunEventBody, view: EventView): {readonly key: EventWords; readonly values?: Values} {
  const {say, locale, text} = view
  switch (event.type) {
    case 'run-started':
    case 'mode-changed':
      return {key: event.type, values: {mode: say.mode[event.mode]}}
    case 'operator-named':
      return {key: event.type, values: {name: event.name === '' ? view.later.known.thisBrowser : event.name}}
    case 'answer-given':
      return {key: event.type, values: answerWords(event, view)}
    case 'forest-removed':
      return {
        key: event.type,
        values: {question: questionOf(event.question, view).label, forest: event.forest},
      }
    case 'run-continued':
      return {key: event.type, values: {article: event.articleHash.slice(0, 15), build: event.build}}
    case 'input-set':
      return {key: event.type, values: inputWords(event.input, event, view)}
    case 'step-noted':
      return {key: event.type, values: {note: event.note}}
    case 'step-skipped':
      return {key: event.type, values: {reason: event.reason}}
    case 'operation-read':
      return {key: event.type, values: {status: view.later.operation[event.status]}}
    case 'output-judged':
      return {
        key: `output-${event.verdict}`,
        values: {
          says: describeOutput(
            view.step(event.step)?.verify,
            {verdict: event.verdict, short: event.short ?? null},
            view,
          ),
        },
      }
    case 'output-reported': {
      const label = view.step(event.step)?.verify?.report.find(({id}) => id === event.report)?.label
      return {key: event.type, values: {report: label === undefined ? event.report : text(label).text}}
    }
    case 'signed-in':
      return {
        key: event.type,
        values: {tenant: tenantName(event.tenant, view.run.state.tenant), name: event.account.name},
      }
    case 'tenant-named':
      return {key: event.type, values: {tenant: event.tenant.name}}
    case 'press-done':
      return pressWords(event, view)
    case 'press-failed': {
      const step = view.step(event.step)
      return {
        key: event.press === 'send' && step?.change ? 'change-failed' : event.type,
        values: {problem: describeProblem(event.problem, view, step)},
      }
    }
    case 'evidence-failed':
      return {key: event.type, values: {problem: describeProblem(event.problem, view)}}
    case 'change-read':
    case 'change-stale':
    case 'change-sent':
    case 'change-answered':
      return changeWords(event, view)
    case 'baseline-set':
      return {key: event.type, values: {time: tellTime(event.baseline, locale, say.found)}}
    case 'evidence-searched': {
      const outcome = searchOutcome(view.step(event.step)?.evidence ?? {}, event.events)
      if (outcome.id !== 'opposite-event') return {key: searchWords[outcome.id]}
      const {name, at, by} = outcome.event
      const time = tellTime(at, locale, say.found)
      const says = fill(eventWords(outcome.event, true, view.later), {name, time, by: by ?? ''})
      return {key: 'evidence-opposite', values: {says}}
    }
    case 'plan-approved': {
      const read = tellTime(event.checkedAt, locale, say.found)
      return {key: event.type, values: {name: event.approver.name, read}}
    }
    case 'pilot-reported':
      return {
        key: event.type,
        values: {eventId: event.eventId, seen: tellTime(event.seenAt, locale, say.found)},
      }
    default:
      return {key: event.type}
  }
}

type ChangeEvent = Extract<RunEventBody, {readonly type: `change-${string}`}>

function changeWords(
  event: ChangeEvent,
  view: EventView,
): {readonly key: EventWords; readonly values?: Values} {
  const step = view.step(event.step)
  const change = step?.change
  const told = (values: ChangeValues) => describeValues(change, values, view)
  switch (event.type) {
    case 'change-read':
      return {key: event.type, values: {values: ofObject(told(event.values), event.object, view)}}
    case 'change-stale': {
      const found = ofObject(told(event.found), event.object, view)
      return {key: event.type, values: {confirmed: told(event.confirmed), values: found}}
    }
    case 'change-sent':
      return {
        key: event.undo ? 'undo-sent' : event.type,
        values: {values: ofObject(describeSent(change, event, view), event.object, view)},
      }
    case 'change-answered':
      if (event.problem === null) return {key: event.type}
      // Whatever went wrong then, nobody may read that nothing was changed.
      if (isUnclear(event.problem)) return {key: 'change-unanswered'}
      return {key: 'change-refused', values: {problem: describeProblem(event.problem, view, step)}}
  }
}

function pressWords(
  event: Extract<RunEventBody, {readonly type: 'press-done'}>,
  view: Speech & Pick<PageView, 'step'>,
): {readonly key: EventWords; readonly values?: Values} {
  const press = view.step(event.step)?.presses.find(({id}) => id === event.press)
  const met = event.results.filter(({outcome}) => outcome === 'met' || outcome === 'read').length
  if (event.results.some(({outcome}) => outcome === 'not-met')) return {key: 'press-not-met'}
  if (press === undefined || met < event.results.length) return {key: 'press-read'}
  return {
    key: 'press-done',
    values: {verified: view.text(press.verified, {met, total: event.results.length}).text},
  }
}

/** What was given for an input, under its label. */
export function inputWords(
  id: string,
  given: {readonly value: string; readonly shown: string},
  view: Pick<PageView, 'page' | 'text' | 'locale'>,
): {readonly label: string; readonly shown: string} {
  const kind = view.page.model.inputs.find(input => input.id === id)?.kind
  return {label: labelOfInput(id, view), shown: describeInput(kind, given, view.locale)}
}

/** The chosen options in words; for one forest, `contoso.example (Reset password)`. */
export function answerText(
  options: readonly string[],
  {forest, locale}: {readonly forest: string | null; readonly locale: LocaleTag},
): string {
  const words = options.length === 0 ? '–' : new Intl.ListFormat(locale).format(options)
  return forest === null ? words : `${forest} (${words})`
}

function answerWords(
  {question: id, options, ...given}: Extract<RunEventBody, {readonly type: 'answer-given'}>,
  {page, text, locale}: EventView,
): Values {
  const question = questionOf(id, {page, text})
  const forest = given.forest ?? null
  const words = options.map(option => {
    // The first records wrote a forest before its option: `contoso.example/reset-password`.
    const slash = option.lastIndexOf('/')
    const label = question.labels.get(option.slice(slash + 1))
    if (label === undefined) return option
    return slash < 0 ? label : answerText([label], {forest: option.slice(0, slash), locale})
  })
  return {question: question.label, answer: answerText(words, {forest, locale})}
}

function questionOf(id: string, {page, text}: Pick<EventView, 'page' | 'text'>) {
  const question = page.model.before.find(candidate => candidate.id === id)
  return {
    label: question === undefined ? id : text(question.label).text,
    labels: new Map(question?.options.map(option => [option.id, text(option.label).text])),
  }
}

function tenantName(tenant: TenantRef, locked: TenantRef | null): string {
  const known = tenant.id === locked?.id ? locked.name : ''
  return tenant.name || known || tenant.id
}

function numbersOf(steps: readonly string[], {step}: Pick<PageView, 'step'>, locale: string): string {
  return new Intl.ListFormat(locale).format(steps.map(id => step(id)?.number ?? id))
}
