// What is known of a step in words: what was found, pasted or said. Loaded once a run is open.
import {saysOfOutput, type OutputRecord} from '../../../engine/index.ts'
import type {BoundStep, OutputVerifier} from '../../../model/action.ts'
import type {Attribution, AuditEvent, ProblemRecord} from '../../../model/run.ts'
import {fill, plural} from '../words/fill.ts'
import type {LaterWords, Words} from '../words/index.ts'
import type {Speech} from './describe.ts'

type KnownSpeech = Pick<Speech, 'text'> & {readonly later: Pick<LaterWords, 'known'>}
type DeclaredSpeech = {
  readonly say: Pick<Words, 'state' | 'stateBrowser'>
  readonly later: Pick<LaterWords, 'known'>
}

/** The words of an audit event: it is evidence, its opposite, or from before the run. */
export function eventWords({by, earlier}: AuditEvent, opposite: boolean, {log}: LaterWords): string {
  if (earlier) return log.earlier
  if (opposite) return by === null ? log.oppositeNobody : log.opposite
  return by === null ? log.foundNobody : log.found
}

/** What happened to the tenant, then the cause; `of`: the step, whose change was more than a read. */
export function describeProblem(
  problem: ProblemRecord,
  {later, locale}: Pick<Speech, 'locale'> & {readonly later: LaterWords},
  of?: Pick<BoundStep, 'change'>,
): string {
  if (of?.change && problem.code === 'role-missing') return later.change.roleMissing
  const scopes = new Intl.ListFormat(locale).format(problem.scopes)
  return plural(later.problem[problem.code], problem.scopes.length, {locale, scopes})
}

/** What a pasted output said: the action's own text, or that it neither confirms nor contradicts. */
export function describeOutput(
  verify: OutputVerifier | undefined,
  output: Pick<OutputRecord, 'verdict' | 'short'>,
  {later, text}: KnownSpeech,
): string {
  const says = verify === undefined ? null : saysOfOutput(verify, output)
  return says === null ? later.known.inconclusive : text(says).text
}

/** What a person reported of an output without pasting it. */
export function describeReport(
  verify: OutputVerifier | undefined,
  {report, attribution}: {readonly report: string; readonly attribution: Attribution},
  {later, text}: KnownSpeech,
): string {
  const label = verify?.report.find(({id}) => id === report)?.label
  const said = fill(later.known.reported, {report: label === undefined ? report : text(label).text})
  return `${said} ${nameOf(attribution.by, later)}`
}

/** The event of a pilot user's reset, with the time as it was told. */
export function describePilot(
  {eventId, attribution}: {readonly eventId: number; readonly attribution: Attribution},
  time: string,
  later: Pick<LaterWords, 'known'>,
): string {
  const words = attribution.by === null ? later.known.pilotSaidBrowser : later.known.pilotSaid
  return fill(words, {event: eventId, time, name: nameOf(attribution.by, later)})
}

/** The name that stands for who did something. */
export function nameOf(by: string | null, {known}: Pick<LaterWords, 'known'>): string {
  return by ?? known.thisBrowser
}

/** *Marked done by Karim B.*, as the chip says it, and what it does not say: that nothing has verified it, and who entered it. */
export function declaredParts(
  {by, enteredBy}: Attribution,
  {say: {state, stateBrowser}, later: {known}}: DeclaredSpeech,
): {readonly marked: string; readonly rest: string} {
  if (by === null) return {marked: `${stateBrowser['marked-done']}.`, rest: known.unverified}
  const marked = oneStop(`${fill(state['marked-done'], {name: by})}.`)
  const both = enteredBy === null || enteredBy === by ? [] : [`(${fill(known.markedBoth, {by, enteredBy})})`]
  return {marked, rest: [known.unverified, ...both].join(' ')}
}

/** `Marked done by Karim B. Nothing has verified it. (done by Karim B., entered by Amira Haddad)`. */
export function describeDeclared(attribution: Attribution, view: DeclaredSpeech): string {
  const {marked, rest} = declaredParts(attribution, view)
  return `${marked} ${rest}`
}

/** Why a step was skipped, and by whom. */
export function describeSkipped(
  {reason, attribution: {by}}: {readonly reason: string; readonly attribution: Attribution},
  {skip}: Pick<LaterWords, 'skip'>,
): string {
  return by === null ? fill(skip.byBrowser, {reason}) : fill(skip.by, {name: by, reason})
}

/** A sentence whose name ended in a full stop of its own: `Karim B..` becomes `Karim B.` */
export function oneStop(sentence: string): string {
  return sentence.replaceAll('..', '.')
}
