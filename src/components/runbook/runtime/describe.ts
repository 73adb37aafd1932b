import type {Block, CardChip, RunSnapshot} from '../../../engine/index.ts'
import {fill, plural} from '../words/fill.ts'
import type {Words} from '../words/index.ts'
import type {PageView} from '../shell/page.ts'
import {formatSeconds, tellDay, tellTime} from './format.ts'

/** What texts are made with: the page's own texts, its locale and the words. */
export type Speech = Pick<PageView, 'locale' | 'text'> & {readonly say: Words}

/** A chip names steps and what a run is about. */
export type ChipSpeech = Speech & Pick<PageView, 'page' | 'step'>

/** The words of a chip: what was verified, or who declared it; never that the article's sentence was done. */
export function describeChip(chip: CardChip, view: ChipSpeech): string {
  const {say, locale, text} = view
  const {state, stateBrowser} = say
  switch (chip.id) {
    case 'throttled':
      return fill(state.throttled, {time: formatSeconds(chip.until, locale)})
    case 'consent':
      return plural(state.consent, chip.scopes.length, {locale})
    case 'could-not-check':
      return chip.because === 'other'
        ? stateBrowser['could-not-check']
        : fill(state['could-not-check'], {why: say.why[chip.because]})
    case 'read-verified':
      return text(chip.text, {met: chip.met, total: chip.total}).text
    case 'change-done':
    case 'undone': {
      const told = tellDay(chip.readAt, locale)
      const words = told.date === null ? say.found.at : say.found.otherDay
      return fill(doneWords(chip, say), {time: fill(words, {time: told.time, date: told.date ?? ''})})
    }
    case 'ready-change':
      return plural(state['ready-change'], chip.count, {locale})
    case 'not-read-since':
      return fill(state['not-read-since'], {time: tellTime(chip.readAt, locale, say.found)})
    case 'reported':
    case 'marked-done': {
      const name = chip.stamp.attribution.by
      return name === null ? stateBrowser[chip.id] : fill(state[chip.id], {name})
    }
    case 'blocked':
      return blockedBy(chip.by, view)
    case 'out-of-date':
      return chip.because === 'build' ? say.stateWhy.build : state[chip.id]
    case 'skipped':
      return fill(state.skipped, {reason: shortened(chip.reason)})
    default:
      return state[chip.id]
  }
}

/** What is said of a change that was read back, and of an operation of which Graph says that it succeeded. */
export function doneWords(
  {id, sent}: Extract<CardChip, {readonly id: 'change-done' | 'undone'}>,
  {state, stateWhy}: Pick<Words, 'state' | 'stateWhy'>,
): string {
  return sent.progress ? stateWhy.operation : state[id]
}

function blockedBy(by: Block, {say, page, step, text}: ChipSpeech): string {
  if (by.kind === 'condition') return say.stateWhy.condition
  if (by.kind === 'step') return fill(say.state.blocked, {number: step(by.step)?.number ?? by.step})
  return fill(say.stateWhy.input, {input: labelOfInput(by.input, {page, text})})
}

/** What an input of the run asks for, in the words of the page; its id where the page has no such input. */
export function labelOfInput(id: string, {page, text}: Pick<PageView, 'page' | 'text'>): string {
  const input = page.model.inputs.find(each => each.id === id)
  return input === undefined ? id : text(input.label).text
}

// A chip is one line; the whole reason stands below it.
function shortened(reason: string): string {
  const [line = ''] = reason.trim().split('\n')
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line
}

/** `2 verified` and `1 declared`, each in its own number, to be put into a sentence that keeps them apart. */
export function describeCounts(
  {verified, declared, total}: Omit<RunSnapshot['counts'], 'confirmed'>,
  {say, locale}: Pick<Speech, 'say' | 'locale'>,
): {readonly verified: string; readonly declared: string; readonly total: number} {
  return {
    verified: plural(say.header.verified, verified, {locale}),
    declared: plural(say.header.declared, declared, {locale}),
    total,
  }
}

/** The first characters of a run's id: enough to tell the runs of one browser apart. */
export function shortId(id: string): string {
  return id.slice(0, 4).toUpperCase()
}
