import type {Announcement} from '../../../engine/index.ts'
import {saysOf} from '../../../engine/index.ts'
import {fill, plural} from '../words/fill.ts'
import type {LaterWords} from '../words/index.ts'
import {labelOfInput, type ChipSpeech} from './describe.ts'
import {lowered} from './describeChange.ts'
import {inputWords} from './describeEvent.ts'
import {describeProblem, eventWords, oneStop} from './describeKnown.ts'
import {describePlanCount} from './describePlan.ts'
import {describeUntil} from './describeUntil.ts'
import {formatSeconds, tellTime} from './format.ts'
import {formatFound} from './formatFound.ts'

/** An announcement in words. */
export function describeAnnouncement(
  announcement: Announcement,
  view: ChipSpeech & {readonly later: LaterWords},
): string {
  const {say, locale, text, step} = view
  const {announce, announceBrowser, announceMode} = view.later
  const numbers = (ids: readonly string[]) =>
    new Intl.ListFormat(locale).format(ids.map(id => step(id)?.number ?? id))
  switch (announcement.id) {
    case 'mode-changed': {
      const {mode, tenant} = announcement
      const says = announceMode[mode]
      return mode === 'graph' && tenant?.name ? `${says} ${tenant.name}.` : says
    }
    case 'signed-in':
      return fill(announce['signed-in'], {
        tenant: announcement.tenant.name || announcement.tenant.id,
        name: announcement.account.name,
      })
    case 'running': {
      const bound = step(announcement.step)
      const {change} = view.later
      if (bound?.change && announcement.press === 'change')
        return fill(announce.running, {label: change.runningRead})
      if (bound?.change && announcement.press === 'send')
        return fill(announce.running, {label: change.runningSend})
      const label = bound?.presses.find(({id}) => id === announcement.press)?.label ?? bound?.evidence?.label
      return fill(announce.running, {label: label === undefined ? '' : text(label).text})
    }
    case 'read-done': {
      const verified = text(announcement.verified, {met: announcement.met, total: announcement.total}).text
      return fill(announce[announcement.portal ? 'read-done-portal' : 'read-done'], {verified})
    }
    case 'role-active': {
      const {until} = announcement
      if (until === null) return announce['role-active']
      return fill(announce['role-active-until'], {until: describeUntil(until, view)})
    }
    case 'not-as-required': {
      const {says, result} = announcement
      const read = step(announcement.step)
        ?.presses.flatMap(({reads}) => reads)
        .find(({id}) => id === result.read)
      const found = formatFound(result.found, read?.found?.as ?? 'text', {locale, words: say.found})
      const key = says ?? (read === undefined ? null : saysOf(read, result))
      return fill(announce['not-as-required'], {says: key === null ? '' : text(key, {found}).text}).trim()
    }
    case 'could-not-check': {
      const problem = announcement.problem === null ? '' : describeProblem(announcement.problem, view)
      return fill(announce['could-not-check'], {problem}).trim()
    }
    case 'failed': {
      const of = announcement.step === null ? undefined : step(announcement.step)
      return fill(announce.failed, {problem: describeProblem(announcement.problem, view, of)})
    }
    case 'consent-required':
      return plural(announce['consent-required'], announcement.scopes.length, {
        locale,
        scopes: new Intl.ListFormat(locale).format(announcement.scopes),
      })
    case 'opposite-event': {
      const {name, at, by} = announcement.event
      const values = {name, time: tellTime(at, locale, say.found), by: by ?? ''}
      return fill(announce['opposite-event'], {
        says: fill(eventWords(announcement.event, true, view.later), values),
      })
    }
    case 'throttled':
      return fill(announce.throttled, {time: formatSeconds(announcement.until, locale)})
    case 'tenant-changed':
      return fill(announce['tenant-changed'], {tenant: announcement.tenant.name || announcement.tenant.id})
    case 'saved': {
      const {steps, by} = announcement
      return oneStop(
        fill(by === null ? announceBrowser.saved : announce.saved, {numbers: numbers(steps), name: by ?? ''}),
      )
    }
    case 'save-withdrawn':
      return fill(announce['save-withdrawn'], {numbers: numbers(announcement.steps)})
    case 'save-blocked': {
      const {steps} = announcement
      return plural(announce['save-blocked'], steps.length, {locale, numbers: numbers(steps)})
    }
    case 'marked-done':
    case 'reported': {
      const {id, by} = announcement
      return by === null ? announceBrowser[id] : oneStop(fill(announce[id], {name: by}))
    }
    case 'output-confirmed':
    case 'output-disagrees':
    case 'output-inconclusive':
    case 'output-too-old':
    case 'output-not-understood': {
      const {says} = announcement
      return fill(announce[announcement.id], {
        says: says === null ? view.later.known.inconclusive : text(says).text,
      })
    }
    case 'change-read':
      return announcement.count === 0
        ? view.later.change.none
        : plural(announce['change-read'], announcement.count, {locale})
    case 'change-confirm': {
      const says = step(announcement.step)?.change?.says
      const key = (announcement.undo ? says?.undo : undefined) ?? says?.run
      return fill(announce['change-confirm'], {label: key === undefined ? '' : lowered(text(key).text)})
    }
    case 'blocked':
      return fill(announce.blocked, {number: step(announcement.by)?.number ?? announcement.by})
    case 'change-lacking':
      return fill(announce['change-lacking'], {says: text(announcement.says).text})
    case 'skipped': {
      const {later} = announcement
      return later.length === 0
        ? announce.skipped
        : plural(announce.skippedLater, later.length, {locale, numbers: numbers(later)})
    }
    case 'input-set':
    case 'input-locked': {
      const {id, input, shown} = announcement
      return fill(announce[id], inputWords(input, {value: shown, shown}, view))
    }
    case 'input-missing': {
      const names = announcement.inputs.map(id => labelOfInput(id, view))
      return fill(announce['input-missing'], {names: new Intl.ListFormat(locale).format(names)})
    }
    case 'out-of-date':
      return plural(announce['out-of-date'], announcement.count, {locale})
    case 'change-done':
    case 'change-undone':
      return fill(announce[announcement.id], {says: text(announcement.says).text})
    case 'plan-approved':
      return fill(announce['plan-approved'], {name: announcement.name})
    case 'plan-running':
      return plural(announce['plan-running'], announcement.count, {locale})
    case 'plan-done': {
      const {counts, scopes} = announcement
      const told = {
        counts: counts.map(count => describePlanCount(count, view)).join(', '),
        scopes: new Intl.ListFormat(locale).format(scopes),
      }
      if (scopes.length === 0) return fill(announce['plan-done'], told)
      return plural(announce['plan-asks'], scopes.length, {locale, ...told})
    }
    case 'not-read-since':
      return plural(announce['not-read-since'], announcement.count, {
        locale,
        time: tellTime(announcement.since, locale, say.found),
      })
    default:
      return announce[announcement.id]
  }
}
