// Whether a scene ended as it has to, was said in every language, and was kept.
import type {Announcement, CardChip} from '../engine/index.ts'
import {describeChip, type ChipSpeech} from '../components/runbook/runtime/describe.ts'
import {describeAnnouncement} from '../components/runbook/runtime/speech.ts'
import type {LaterWords} from '../components/runbook/words/index.ts'
import type {End} from './faults.ts'
import type {Ended} from './play.ts'

/** A page in one language, with all its words. */
export type Tongue = ChipSpeech & {readonly later: LaterWords}

/** What is wrong with the end of a scene; empty: nothing. */
export function faultsIn(ended: Ended, end: End, also: readonly string[]): readonly string[] {
  const {card, said, sent, lost, isRestored} = ended
  const because = 'because' in card ? card.because : undefined
  const shown = because === undefined ? card.id : `${card.id} (${because})`
  const wanted = end.because === undefined ? end.chip : `${end.chip} (${end.because})`
  const ids = said.map(({id}) => id)
  return [
    ...(shown === wanted ? [] : [`wrong: ends as ${shown}, has to end as ${wanted}`]),
    ...[end.said, ...also].filter(id => !ids.some(each => each === id)).map(id => `unannounced: ${id}`),
    ...(sent === (end.sent ?? 0) ? [] : [`wrong: sent ${sent} times, has to be sent ${end.sent ?? 0} times`]),
    ...lost.map(what => `lost: ${what}`),
    ...(isRestored === false ? ['wrong: the undo left something behind'] : []),
  ]
}

/** What is not said in a language, or is said with a gap. */
export function unspokenIn({card, said}: Ended, tongue: Tongue): readonly string[] {
  return [
    ...said.flatMap(each => gapsIn(`announcement ${each.id}`, () => describeAnnouncement(each, tongue))),
    ...[card, ...card.also].flatMap((chip: CardChip) =>
      gapsIn(`chip ${chip.id}`, () => describeChip(chip, tongue)),
    ),
    ...[card.problem?.code ?? []]
      .flat()
      .flatMap(code =>
        [tongue.later.problem[code], tongue.later.remedy[code]].flatMap(text =>
          gapsIn(`problem ${code}`, () => text),
        ),
      ),
  ].map(what => `unannounced in ${tongue.locale}: ${what}`)
}

function gapsIn(what: string, speak: () => string): readonly string[] {
  try {
    const text = speak()
    return text.trim() === '' ? [`${what} has no words`] : []
  } catch (thrown) {
    return [`${what}: ${thrown instanceof Error ? thrown.message : String(thrown)}`]
  }
}

/** The announcements of a scene by their ids, for the table. */
export function spokenIds(said: readonly Announcement[]): string {
  return [...new Set(said.map(({id}) => id))].join(' ')
}
