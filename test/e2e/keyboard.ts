// Hands on a keyboard and eyes on the focus: every stop is looked at.
import type {Locator, Page} from 'playwright-core'
import {expect} from 'vitest'
import {patient} from './runbook-page.ts'

/** A keyboard in front of a page. Nothing here points, clicks or focuses by script. */
export interface Keyboard {
  /** Goes to a control by Tab, backwards where it lies before; every stop on the way has to be in sight. */
  readonly reach: (target: Locator) => Promise<void>
  /** Presses keys one after the other where the focus is. */
  readonly press: (...keys: readonly string[]) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** Goes to a control and presses a key there. */
  readonly use: (target: Locator, key?: string) => Promise<void>
  /** Fails where the focus is not in sight, or lost. */
  readonly look: () => Promise<void>
  /** Goes once around an open dialog and fails where the focus leaves it. */
  readonly circle: (dialog: Locator) => Promise<void>
  /** Every stop so far, as it was read. */
  readonly stops: readonly string[]
}

const mostStops = 400

/** The keyboard of a page. */
export function keyboardOf(page: Page): Keyboard {
  const stops: string[] = []

  const look = async () => {
    let what = ''
    // What counts is where the focus comes to rest: the page may still be growing, or giving it back.
    await expect
      .poll(
        async () => {
          const seen = await page.evaluate(seeFocus)
          what = seen.what
          return {...seen, after: stops.at(-1)}
        },
        {timeout: 5_000},
      )
      .toMatchObject({lost: false, inView: true, covered: null, indicated: true})
    stops.push(what)
  }

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }

  const reach = async (target: Locator) => {
    await target.waitFor({state: 'attached'})
    for (let count = 0; count < mostStops; count += 1) {
      const way = await target.evaluate(wayTo)
      if (way === 'here') return
      await page.keyboard.press(way === 'after' ? 'Tab' : 'Shift+Tab')
      await look()
    }
    throw new Error(`No Tab leads to ${String(target)}.`)
  }

  return {
    stops,
    look,
    press,
    reach,
    type: text => page.keyboard.type(text),
    use: async (target, key = 'Enter') => {
      await reach(target)
      // A press on a control that still works on the last one does nothing: a person sees that, and waits.
      await expect.poll(() => target.getAttribute('aria-disabled'), patient).toBeNull()
      await press(key)
    },
    circle: async dialog => {
      await dialog.waitFor()
      const inside = () => dialog.evaluate(element => element.contains(document.activeElement))
      await expect.poll(inside, patient).toBe(true)
      const controls = await dialog.evaluate(
        element => element.querySelectorAll('a[href], button, input, textarea, summary').length,
      )
      for (let count = 0; count <= controls; count += 1) {
        await press('Tab')
        // A native modal dialog gives the browser's own controls a turn: there, no element of the page has the focus.
        if (await page.evaluate(() => document.activeElement === document.body)) await press('Tab')
        await look()
        expect(await inside(), 'the focus stays in the dialog').toBe(true)
      }
    },
  }
}

// Runs in the page. Radios of one group are one stop: reached is the group.
function wayTo(target: Element): 'here' | 'after' | 'before' {
  const focus = document.activeElement
  if (focus === null || focus === document.body) return 'after'
  const sameGroup =
    target instanceof HTMLInputElement &&
    focus instanceof HTMLInputElement &&
    target.type === 'radio' &&
    focus.type === 'radio' &&
    target.name === focus.name
  if (focus === target || sameGroup) return 'here'
  return focus.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING ? 'after' : 'before'
}

// Runs in the page: it may use nothing from outside.
function seeFocus() {
  const focus = document.activeElement
  const what =
    focus === null
      ? 'nothing'
      : `${focus.tagName.toLowerCase()} ${(focus.getAttribute('aria-label') ?? (focus.closest('label') ?? focus).textContent).trim().slice(0, 60)}`
  if (focus === null || focus === document.body || focus === document.documentElement)
    return {what, lost: true, inView: false, covered: null, indicated: false}
  const drawn = focus.closest('label') ?? focus
  const rects = [...focus.getClientRects()].filter(({width, height}) => width > 0 && height > 0)
  const [rect] = rects
  if (rect === undefined) return {what, lost: false, inView: false, covered: null, indicated: false}
  const fits = rect.height <= window.innerHeight / 2
  const inView = fits
    ? rect.top >= 0 && rect.bottom <= window.innerHeight && rect.left >= 0 && rect.right <= window.innerWidth
    : rect.bottom > 0 && rect.top < window.innerHeight
  // What is too tall to be seen whole has to show its beginning or its middle.
  const top = Math.max(rect.top, 0)
  const bottom = Math.min(rect.bottom, window.innerHeight)
  const x = rect.left + rect.width / 2
  const points = fits ? [top + 2, (top + bottom) / 2, bottom - 2] : [(top + bottom) / 2]
  const over = points
    .map(y => document.elementFromPoint(x, y))
    .find(hit => hit !== null && !drawn.contains(hit) && !hit.contains(focus))
  const indicated = [focus, drawn].some(element => {
    const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(element)
    return (
      outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/, 0\)$|transparent/.test(outlineColor)
    )
  })
  return {
    what,
    lost: false,
    inView,
    covered: over === undefined || over === null ? null : over.outerHTML.slice(0, 120),
    indicated,
  }
}
