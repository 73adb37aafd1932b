// The matrix: runbooks × what can be pressed × situations × faults × languages.
import {loadLaterWords, loadWords} from '../components/runbook/words/index.ts'
import {fill} from '../components/runbook/words/fill.ts'
import type {RunbookPage} from '../model/page.ts'
import {situationsOn} from '../practice/index.ts'
import {deedsOf, nameOf, type Deed} from './deeds.ts'
import {endOf, reaches} from './ends.ts'
import {cutBatch, faultsOfReads, faultsOfWrites, type End, type FaultCase} from './faults.ts'
import {faultsIn, spokenIds, unspokenIn, type Tongue} from './judge.ts'
import {play} from './play.ts'
import {practiceValues} from './values.ts'

/** A runbook in all its languages: the same model, other words. */
export type Runbook = readonly [RunbookPage, ...RunbookPage[]]

/** One row of the table: a scene in one language. */
export interface Row {
  readonly runbook: string
  readonly deed: string
  readonly situation: string
  readonly fault: string
  readonly locale: string
  readonly chip: string
  readonly said: string
  /** What is wrong, unannounced or lost; empty: nothing. */
  readonly wrong: readonly string[]
}

interface Scene {
  readonly deed: Deed
  readonly situation: string
  readonly fault: FaultCase
  /** How it ends without the fault. */
  readonly usual: End
  readonly end: End | 'as-before'
}

/**
 * Plays the matrix of one runbook. A scene is played once and its words are read in every language. A fault is played in
 * each situation in which the step ends otherwise than in those before it: where it ends alike, a fault changes it alike.
 * `only`: the scenes with one fault, of one step or of all.
 */
export async function rehearse(
  runbook: Runbook,
  {only}: {readonly only?: {readonly step?: string; readonly fault: string}} = {},
): Promise<readonly Row[]> {
  const [{model, catalogue}] = runbook
  const tongues = await Promise.all(runbook.map(tongueOf))
  const rows: Row[] = []
  for (const {deed, situation, fault, usual, end} of scenesOf(runbook)) {
    if (only && ((only.step ?? deed.step.id) !== deed.step.id || fault.id !== only.fault)) continue
    const row = {runbook: model.runbook, deed: nameOf(deed), situation, fault: fault.id}
    try {
      const ended = await play(model, {deed, situation, fault, locale: catalogue.locale})
      const said = fault.also?.at(-1) ?? 'stopped'
      const expected = end === 'as-before' ? ({chip: ended.chipBefore, said} as End) : end
      const wrong = [
        ...faultsIn(ended, expected, fault.also ?? []),
        ...(isRead(deed) && fault.end !== 'as-without' && ended.chipAfter !== usual.chip
          ? [`lost: the same press, once more, ends as ${ended.chipAfter}`]
          : []),
      ]
      for (const tongue of tongues)
        rows.push({
          ...row,
          locale: tongue.locale,
          chip: ended.card.id,
          said: spokenIds(ended.said),
          wrong: [...wrong, ...unspokenIn(ended, tongue)],
        })
    } catch (thrown) {
      const wrong = [`wrong: ${thrown instanceof Error ? thrown.message : String(thrown)}`]
      for (const {locale} of tongues) rows.push({...row, locale, chip: '', said: '', wrong})
    }
  }
  return rows
}

/** All scenes of a runbook. */
function scenesOf([{model}]: Runbook): readonly Scene[] {
  return deedsOf(model).flatMap(deed => {
    const known = new Set<string>()
    return situationsOn(model.calls).flatMap(({id: situation}) => {
      const usual = endOf(model.runbook, deed, situation)
      if (deed.kind === 'undo' && !reaches(model.runbook, deed, situation)) return []
      const isKnown = known.has(JSON.stringify(usual))
      known.add(JSON.stringify(usual))
      const faults = isRead(deed) ? faultsOfReads : faultsOfWrites
      return faults
        .filter(fault => fault.id === 'none' || (!isKnown && isPlayed(model.runbook, deed, situation, fault)))
        .map(fault => ({deed, situation, fault, usual, end: endWith(deed, fault, usual)}))
    })
  })
}

function isPlayed(runbook: string, deed: Deed, situation: string, {outside}: FaultCase): boolean {
  if (outside && (deed.kind === 'undo' || !practiceValues[runbook]?.outside?.[deed.step.id])) return false
  if (!reaches(runbook, deed, situation)) return false
  // A request that Graph refuses for the tenant's sake tells nothing of one that gets lost.
  return deed.kind !== 'send' || endOf(runbook, deed, situation).chip === 'change-done'
}

function isRead({kind}: Deed): boolean {
  return kind !== 'send' && kind !== 'undo'
}

function endWith(deed: Deed, {cut, end, ofFollowed}: FaultCase, usual: End): End | 'as-before' {
  if (cut) return cutEndOf(deed, usual, end)
  if (ofFollowed && deed.step.change?.follow) return ofFollowed
  return end === 'as-without' ? usual : end
}

/** What an answer that was cut short ends in depends on how many calls it was for, and on what it would have said. */
function cutEndOf({kind, isBatch}: Deed, usual: End, end: FaultCase['end']): End | 'as-before' {
  if (isBatch) return cutBatch
  // A refusal is known by its status; why, stood in what was cut.
  if (usual.because === 'role') return {chip: 'could-not-check', because: 'other', said: 'failed'}
  // The log is read more than once.
  return kind === 'search' || end === 'as-without' ? usual : end
}

/** A page's words, as its cards use them. A text that its own language lacks is an error. */
async function tongueOf(page: RunbookPage): Promise<Tongue> {
  const {catalogue, model} = page
  const {locale, texts} = catalogue
  const [say, later] = await Promise.all([loadWords(locale), loadLaterWords(locale)])
  return {
    ...{page, locale, say, later},
    step: id => model.steps.find(step => step.id === id),
    text: (key, values = {}) => {
      const own = texts[key]
      if (own === undefined) throw new Error(`no text ${key}`)
      return {text: fill(own, values), lang: undefined}
    },
  }
}
