// Words of `passerelle update`: one line for each entry, and below it what a person has to read.
import {visible} from '../runbook/index.ts'
import {threshold, type Lost, type Passage} from './assignment.ts'
import {states, textOf, type Carried, type Spot} from './carry.ts'
import type {Veto} from './veto.ts'
import {formatWordDiff, wordDiff} from './word-diff.ts'

/** How many entries are in each state: `5 kept, 1 moved, 0 reworded, 2 lost`. */
export function formatCounts(entries: readonly Carried[]): string {
  return states.map(state => `${entries.filter(each => each.state === state).length} ${state}`).join(', ')
}

/**
 * What became of entries, a line for each: state, id, number in both revisions, reason; and below it the words that
 * changed, or the nearest candidate.
 */
export function formatCarried(entries: readonly Carried[]): string {
  const width = Math.max(0, ...entries.map(each => each.id.length))
  return entries
    .flatMap(each => [headOf(each, width), ...detailsOf(each)])
    .map(visible)
    .join('\n')
}

/** The passages that only the new revision has, a line for each: `new       2.3  "Close all programs."`. */
export function formatAdded(spots: readonly Spot[]): string {
  return spots
    .map(spot => `${'new'.padEnd(8)}  ${placeOf(spot)}  "${shortened(textOf(spot.passage))}"`)
    .map(visible)
    .join('\n')
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}

/** Why entries are lost, by their ids: `save (no such text …)`. */
export function formatLost(entries: readonly Carried[]): string {
  return entries.map(each => visible(`\`${each.id}\` (${remarkOf(each)})`)).join(', ')
}

function headOf(entry: Carried, width: number): string {
  const {state, id, from, to} = entry
  const numbers = [from, to].flatMap(spot => (spot === null ? [] : [placeOf(spot)]))
  const place = [...new Set(numbers)].join(' → ')
  return [state.padEnd(8), id.padEnd(width), place, remarkOf(entry)].join('  ').trimEnd()
}

function placeOf({number, occurrence, count}: NonNullable<Carried['from']>): string {
  return count === 1 ? number : `${number} (${occurrence} of ${count})`
}

function remarkOf({state, from, to, fate}: Carried): string {
  if (from === null) return to === null ? 'not in the old revision' : 'bound to the new revision already'
  if (fate?.kind === 'reworded') return `${percent(fate.likeness)} alike`
  if (fate?.kind === 'lost') return reasonOf(fate)
  return state === 'reworded' ? 'the same text below other words, to be accepted' : ''
}

function reasonOf({why, vetoes, nearest}: Lost): string {
  switch (why) {
    case 'gone':
      return `no such text: ${goneBy(nearest)}`
    case 'ambiguous':
      return 'more than one candidate'
    case 'vetoed':
      return vetoes.map(formatVeto).join('; ')
  }
}

/** Why nothing in the new revision is taken for a text that is gone from it. */
function goneBy(nearest: Lost['nearest']): string {
  if (nearest === null) return 'nothing there is even half alike'
  if (nearest.likeness < threshold) return `the nearest is less than ${percent(threshold)} alike`
  return 'the nearest stands in another procedure, or between other steps'
}

function formatVeto({kind, was, now}: Veto): string {
  return `other ${kind}: ${was === '' ? 'none' : `\`${was}\``} → ${now === '' ? 'none' : `\`${now}\``}`
}

function detailsOf({text, fate}: Carried): readonly string[] {
  if (fate?.kind === 'reworded') return [`          ${differenceTo(text, fate.now)}`]
  if (fate?.kind === 'same' && fate.below !== null)
    return [`          below: ${formatWordDiff(wordDiff(fate.below.was, fate.below.now))}`]
  if (fate?.kind !== 'lost') return []
  const was = `          was: ${text}`
  if (fate.nearest === null) return [was]
  const {now, likeness} = fate.nearest
  return [was, `          nearest, ${percent(likeness)} alike: ${differenceTo(text, now)}`]
}

function differenceTo(text: string, now: Passage): string {
  return formatWordDiff(wordDiff(text, 'intro' in now ? now.intro : now.text))
}

function percent(likeness: number): string {
  return `${Math.floor(likeness * 100)} %`
}
