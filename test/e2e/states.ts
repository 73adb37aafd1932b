// How a state is drawn: words, colours and line of its chip, the same in the rail, and green for nothing but what Graph
// has read in this page load.
import {expect} from 'vitest'
import {colour, filled, look, type RunbookPage, type StepNumber} from './runbook-page.ts'
import {verified} from './runs.ts'

/** A state as it has to look: words, and the tokens of its ground and ink. */
export interface Drawn {
  readonly words: string | RegExp
  readonly ground: string
  readonly ink: string
  readonly line?: 'solid' | 'dashed'
}

/** The looks of the states that these tests come to. */
export const drawn = {
  verified: {ground: 'good', ink: 'on-good'},
  old: {ground: 'surface', ink: 'good'},
  declared: {ground: 'hand-soft', ink: 'hand', line: 'dashed'},
  seen: {ground: 'seen-soft', ink: 'seen'},
  plain: {ground: 'surface', ink: 'ink-2'},
  notAsRequired: {ground: 'surface', ink: 'need'},
  need: {ground: 'need-soft', ink: 'need'},
  throttled: {ground: 'accent-soft', ink: 'accent'},
  failed: {ground: 'bad', ink: 'on-bad'},
} as const satisfies Readonly<Record<string, Omit<Drawn, 'words'>>>

/** Fails where a step's chip, its marker or its place in the rail say or show anything else. */
export async function expectState(
  book: RunbookPage,
  number: StepNumber,
  {words, ground, ink, line = 'solid'}: Drawn,
): Promise<void> {
  const {page} = book
  expect(await book.chipText(number), `chip of ${number}`).toEqual(asPattern(words))
  expect(await look(book.chip(number)), `look of ${number}`).toEqual({
    ground: await colour(page, ground),
    ink: await colour(page, ink),
    line,
  })
  const entry = await railEntry(book, number)
  expect((await entry.innerText()).split('\n').at(-1), `rail of ${number}`).toEqual(asPattern(words))
  expect(await greenThings(book)).toEqual(
    ground === 'good' ? expect.arrayContaining([number]) : expect.not.arrayContaining([number]),
  )
}

/** A step's entry in the rail. */
export async function railEntry(book: RunbookPage, number: StepNumber) {
  const id = (await book.card(number).getAttribute('id')) ?? ''
  return book.page.getByRole('navigation', {name: book.shell.steps}).locator(`a[href="#${id}"]`)
}

/** A state of a card, by the id of its words. */
export type StateId = keyof RunbookPage['say']['state']

/** The states that the rail says its steps are in. */
export async function statesInRail({page, say, shell, tongue}: RunbookPage): Promise<readonly StateId[]> {
  const entries = await page
    .getByRole('navigation', {name: shell.steps})
    .locator('a[href^="#"]')
    .allInnerTexts()
  const shown = entries.map(entry => entry.split('\n').at(-1)?.trim() ?? '')
  const ids = Object.keys(say.state) as readonly StateId[]
  const browserWords: Readonly<Partial<Record<StateId, string>>> = say.stateBrowser
  // What was verified is said in the action file's words, and what blocks a step in the words of its kind.
  const textsOf = (id: StateId): readonly string[] => {
    if (id === 'read-verified') return Object.values(verified[tongue])
    const {input, condition} = say.stateWhy
    return id === 'blocked' ? [say.state[id], input, condition] : say.state[id].split('|')
  }
  return ids.filter(id => {
    const texts = textsOf(id)
    const patterns = [...texts, browserWords[id] ?? texts[0] ?? ''].map(filled)
    return shown.some(text => patterns.some(pattern => pattern.test(text)))
  })
}

/** The numbers of the steps that have something filled green, in card or rail; what belongs to no step as its words. */
export async function greenThings(book: RunbookPage): Promise<readonly string[]> {
  const good = await colour(book.page, 'good')
  return book.page.evaluate(filled => {
    const numberOf = (element: Element) => {
      const entry = element.closest<HTMLAnchorElement>('a[href^="#"]')
      const card = entry ? document.getElementById(entry.hash.slice(1)) : element.closest('[data-step]')
      return card?.getAttribute('data-step') ?? element.outerHTML.slice(0, 120)
    }
    const green = [...document.querySelectorAll('body *')].filter(
      element => element.checkVisibility() && getComputedStyle(element).backgroundColor === filled,
    )
    return [...new Set(green.map(numberOf))].sort()
  }, good)
}

function asPattern(words: string | RegExp): unknown {
  return words instanceof RegExp ? expect.stringMatching(words) : words
}
