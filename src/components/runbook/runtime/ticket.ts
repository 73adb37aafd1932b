import {holds, isUnclear, type SentChange} from '../../../engine/change.ts'
import {isOpposite, type CardChip, type RunController, type RunSnapshot} from '../../../engine/index.ts'
import {ticketLines, type TicketLine} from '../../../engine/ticket.ts'
import type {RunbookPage} from '../../../model/page.ts'
import type {LocaleTag} from '../../../model/locale.ts'
import type {FoundFormat} from '../../../model/action.ts'
import type {AuditEvent, ReadResult} from '../../../model/run.ts'
import {createPageView, type PageView} from '../shell/page.ts'
import {fill} from '../words/fill.ts'
import {loadLaterWords, loadWords, type LaterWords} from '../words/index.ts'
import {describeChip, describeCounts, doneWords, type Speech} from './describe.ts'
import {describeSent, describeValues, ofObject} from './describeChange.ts'
import {
  describeDeclared,
  describeOutput,
  describePilot,
  describeProblem,
  describeReport,
  describeSkipped,
  eventWords,
} from './describeKnown.ts'
import {answerText, inputWords} from './describeEvent.ts'
import {formatFound} from './formatFound.ts'
import {reasonOf, untold, withReason} from './reason.ts'
import {nameRoles} from './roleNames.ts'

/** What a ticket is written with. */
export type TicketView = Speech & Pick<PageView, 'page' | 'step'> & {readonly later: LaterWords}

/** The run as plain text for a ticket, times in UTC, with the digest of the export that goes with it. */
export async function ticketText(view: TicketView, controller: RunController): Promise<string> {
  const file = await controller.exportFile()
  const {state, cards, record} = controller.getSnapshot()
  if (file === null || record === null) return ''
  const digest = {sha256: file.sha256, events: record.events.length}
  const lines = ticketLines(view.page.model, {state, cards, digest}).flatMap(line =>
    lineText(line, view, {run: record.id, cards}).map(text => mark(text, line, view)),
  )
  const {later, page} = view
  return [
    fill(later.ticket.title, {title: page.title}),
    ...(state.mode === 'practice' ? [later.ticket.simulation] : []),
    ...lines,
    ...articleLines(state.started?.articleHash ?? '', page.model.articleHash, later),
    fill(later.ticket.build, {build: state.started?.build ?? ''}),
    later.ticket.limits,
    '',
  ]
    .map(oneLine)
    .join('\n')
}

/** Page and words of another locale, from what the site serves for it. Throws where they cannot be fetched. */
export async function loadSpeech(locale: LocaleTag, address: string): Promise<TicketView> {
  const [answer, say, later] = await Promise.all([fetch(address), loadWords(locale), loadLaterWords(locale)])
  if (!answer.ok) throw new TypeError(`${address} answered ${answer.status}.`)
  return {...createPageView((await answer.json()) as RunbookPage), say, later}
}

function lineText(
  line: TicketLine,
  view: TicketView,
  {run, cards}: Pick<RunSnapshot, 'cards'> & {readonly run: string},
): readonly string[] {
  const {say, text, locale} = view
  const {ticket} = view.later
  switch (line.kind) {
    case 'run':
      return [
        fill(ticket.run, {id: run, time: utc(line.started.at)}),
        fill(ticket.mode, {mode: say.mode[line.mode]}),
      ]
    case 'context':
      return [fill(ticket[line.field], {value: line.value})]
    case 'tenant':
      return [fill(ticket.tenant, {tenant: line.tenant.name || '–', id: line.tenant.id})]
    case 'account':
      return [fill(ticket.account, {...line.account})]
    case 'answer': {
      const options = line.options.map(option => text(option).text)
      const answer = answerText(options, {forest: line.forest, locale})
      return [fill(ticket.answer, {question: text(line.question).text, answer})]
    }
    case 'input':
      return [fill(view.later.event['input-set'], inputWords(line.input, line.given, view))]
    case 'counts':
      return [fill(ticket.progress, describeCounts(line.counts, view))]
    case 'step':
      return [`${line.number} ${view.page.sentences[line.step] ?? line.step}`]
    case 'untouched':
      return [fill(line.reads ? ticket.notRead : ticket.notDeclared, {number: line.number})]
    case 'chip':
      return [`    ${chipText(line.chip, view)}`]
    case 'declared':
      return [`    ${describeDeclared(line.stamp.attribution, view)} ${utc(line.stamp.at)}`]
    case 'skipped':
      return [`    ${describeSkipped(line.skipped, view.later)} ${utc(line.skipped.at)}`]
    case 'note':
      return [`    ${fill(ticket.note, {note: line.note})}`]
    case 'result': {
      const format = {locale, words: say.found}
      const asked = view
        .step(line.step)
        ?.presses.flatMap(press => press.reads)
        .find(read => read.id === line.result.read)
      const as = asked?.found?.as ?? 'text'
      const named = as === 'list' ? nameRoles(line.result, {...view, names: view.later.role}) : null
      const roles = named?.map(({name}) => name)
      const found = roles ?? absolute(line.result.found, as)
      const values = {
        value: formatFound(line.result.value, 'text', format),
        found: formatFound(found, isMoment(as) ? 'text' : as, format),
      }
      const says = line.says === null ? untold(line.result, view.later) : text(line.says, values).text
      const why = reasonOf(line.result, cards[line.step])
      return [`    ${withReason(says, why, say)} ${utc(line.readAt)}${requestId(line.result.requestId)}`]
    }
    case 'output': {
      const kept = Object.entries(line.output.kept).map(([name, value]) => `${name}=${String(value)}`)
      const words = kept.length === 0 ? ticket.judged : ticket.kept
      const says = describeOutput(view.step(line.step)?.verify, line.output, view)
      return [
        `    ${asHistory(says, line, view.later)}`,
        `    ${fill(words, {time: utc(line.output.at), kept: kept.join(', ')})}`,
      ]
    }
    case 'report': {
      const says = describeReport(view.step(line.step)?.verify, line.reported, view)
      return [`    ${asHistory(says, line, view.later)} ${utc(line.reported.at)}`]
    }
    case 'pilot':
      return [`    ${describePilot(line.pilot, utc(line.pilot.seenAt), view.later)} ${utc(line.pilot.at)}`]
    case 'evidence':
      return [
        ...line.evidence.events.map(event => {
          const opposite = isOpposite(view.step(line.step)?.evidence ?? {}, event)
          return `    ${eventText(event, opposite, view.later)}`
        }),
        `    ${fill(view.later.log.searched, {time: utc(line.evidence.readAt), since: utc(line.evidence.since)})}${requestId(line.evidence.requestId)}`,
      ]
    case 'change-sent': {
      const {sent} = line
      const values = describeSent(view.step(line.step)?.change, sent, view)
      const told = {values: ofObject(values, sent.object, view)}
      const id = fill(ticket.clientRequestId, {id: sent.clientRequestId})
      return [
        `    ${fill(sent.undo ? ticket.undoSent : ticket.changeSent, told)} ${utc(sent.at)} [${id}]`,
        ...(sent.account ? [`    ${fill(ticket.sentAs, {...sent.account})}`] : []),
        `    ${answerOf(sent, line.step, view)}${requestId(sent.answer?.requestId ?? null)}`,
        ...operationOf(sent, view).map(operation => `    ${operation}`),
        ...(view.step(line.step)?.change?.follow ? [] : effectOf(sent, view)).map(effect => `    ${effect}`),
      ]
    }
    case 'change-stale': {
      const change = view.step(line.step)?.change
      const {confirmed, object, values, readAt, requestId: id} = line.stale
      const told = {
        confirmed: describeValues(change, confirmed, view),
        values: ofObject(describeValues(change, values, view), object, view),
      }
      return [`    ${fill(ticket.changeStale, told)} ${utc(readAt)}${requestId(id)}`]
    }
    case 'change-read': {
      const {object, values, readAt, requestId: id} = line.reading
      const told = ofObject(describeValues(view.step(line.step)?.change, values, view), object, view)
      return [`    ${fill(ticket.changeRead, {values: told})} ${utc(readAt)}${requestId(id)}`]
    }
    case 'baseline':
      return [fill(view.later.event['baseline-set'], {time: utc(line.at)})]
    case 'imported':
      return [view.later.event['run-imported']]
    case 'digest':
      return [fill(ticket.digest, {sha256: line.sha256})]
  }
}

// Without an answer, and with one that may have come after the change, nobody knows.
function answerOf({answer}: SentChange, step: string, view: TicketView): string {
  const {ticket} = view.later
  if (answer === null) return ticket.changeUnknown
  if (answer.problem === null) return ticket.changeAccepted
  return isUnclear(answer.problem)
    ? ticket.changeUnknown
    : describeProblem(answer.problem, view, view.step(step))
}

// Graph's own word for what it went on with: nothing of what other systems did.
function operationOf({progress}: SentChange, {later}: TicketView): readonly string[] {
  if (progress === null) return []
  const {status, readAt, requestId: id} = progress
  const said = `${later.operation[status]} (${status})`
  return [`${fill(later.ticket.operation, {status: said})} ${utc(readAt)}${requestId(id)}`]
}

function effectOf({answer, readings, wanted}: SentChange, {later: {ticket}}: TicketView): readonly string[] {
  if (answer !== null && answer.problem !== null && !isUnclear(answer.problem)) return []
  const seen = readings.find(({values}) => holds(values, wanted))
  const last = seen ?? readings.at(-1)
  if (last === undefined) return [ticket.changeNotSeen]
  return [
    `${seen ? ticket.changeSeen : ticket.changeNotSeen} ${utc(last.readAt)}${requestId(last.requestId)}`,
  ]
}

// What something newer has replaced is never told as what holds.
function asHistory(says: string, line: {readonly earlier: boolean}, {known}: LaterWords): string {
  return line.earlier ? fill(known.earlier, {says}) : says
}

function chipText(chip: CardChip, view: TicketView): string {
  switch (chip.id) {
    case 'not-read-since':
      return fill(view.say.state[chip.id], {time: utc(chip.readAt)})
    case 'change-done':
    case 'undone':
      return fill(doneWords(chip, view.say), {time: utc(chip.readAt)})
    default:
      return describeChip(chip, view)
  }
}

// An event from before the run is never told as one that was found.
function eventText(event: AuditEvent, opposite: boolean, later: LaterWords): string {
  const {name, at, by} = event
  return fill(eventWords(event, opposite, later), {name, time: utc(at), by: by ?? ''})
}

/** The article of the run, and that of the page where it is another. */
function articleLines(ofRun: string, ofPage: string, {ticket}: LaterWords): readonly string[] {
  const line = fill(ticket.article, {hash: ofRun})
  return ofRun === ofPage ? [line] : [line, fill(ticket.otherArticle, {hash: ofPage})]
}

function mark(text: string, line: TicketLine, {later}: TicketView): string {
  return 'fromFile' in line && line.fromFile ? `${text} (${later.known.fromFile})` : text
}

/**
 * A text whose line breaks, which a person or a file put there, cannot pass for lines of the ticket, and which holds
 * nothing that would show it in another order than it was written.
 */
function oneLine(text: string): string {
  const [first = '', ...others] = text
    .split(/[\r\n\v\f\u0085\u2028\u2029]+/)
    .map(part => part.replaceAll('\t', ' ').replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, ''))
  return [first.trimEnd(), ...others.map(part => part.trim())].filter(part => part !== '').join(' / ')
}

/** What a found time is in UTC: an age would go on growing in the ticket. */
function absolute(found: ReadResult['found'], as: FoundFormat): ReadResult['found'] {
  if (isMoment(as) && typeof found === 'object' && found !== null)
    return found.map(entry => String(absolute(entry, as)))
  const time = isMoment(as) && typeof found === 'string' ? Date.parse(found) : Number.NaN
  return Number.isNaN(time) ? found : utc(new Date(time).toISOString())
}

function isMoment(as: FoundFormat): boolean {
  return as === 'age' || as === 'dateTime'
}

function utc(at: string): string {
  return at.replace(/\.\d+Z$/, 'Z')
}

function requestId(id: string | null): string {
  return id === null ? '' : ` [${id}]`
}
