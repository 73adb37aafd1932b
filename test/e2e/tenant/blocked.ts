// A window that the browser does not open.
import type {Locator} from 'playwright-core'
import {expect} from 'vitest'
import {patient} from '../runbook-page.ts'
import type {TenantVisit} from './visit.ts'

/**
 * Presses a button whose window Chromium blocks: another window took the press. Waits until `where` says so; a page that
 * was still loading the sign-in is pressed twice.
 */
export async function blockWindowOf(
  {context, page, book}: TenantVisit,
  button: Locator,
  where: Locator,
): Promise<void> {
  const problem = where.getByText(book.say.problem['popup-blocked'])
  const ready = book.say.announce['press-again']
  const before = book.said.length
  await button.waitFor(patient)
  await button.evaluate(pressTwice)
  // Asked for without the page's frames: behind the other window it may paint none.
  await expect
    .poll(async () => (await problem.isVisible()) || book.said.slice(before).includes(ready), patient)
    .toBe(true)
  if (!(await problem.isVisible())) await button.evaluate(pressTwice)
  await expect.poll(() => problem.isVisible(), patient).toBe(true)
  await Promise.all(context.pages().flatMap(other => (other === page ? [] : [other.close()])))
}

// Runs in the page: it may use nothing from outside. One press opens one window, and here it is not the button's. Where
// Chromium itself blocks none, which is so for the one without its surface, what a blocker does is done to the page.
function pressTwice(button: HTMLElement | SVGElement): void {
  window.open('about:blank', '_blank', 'popup')
  if (window.open('about:blank', '_blank', 'popup') !== null) window.open = () => null
  button.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))
}
