// axe with every rule it has on by default, and the size of targets besides; no rule is switched off anywhere.
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {setTimeout} from 'node:timers/promises'
import type {AxeResults, NodeResult, RunOptions} from 'axe-core'
import type {Page} from 'playwright-core'
import {expect} from 'vitest'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// axe leaves this one off until WCAG 2.2 is adopted more widely.
const options: RunOptions = {
  rules: {'target-size': {enabled: true}},
  resultTypes: ['violations', 'incomplete'],
}

/** Why axe could not decide something, and why it is no fault. */
interface Explanation {
  readonly rule: string
  /** Keys of axe's own reason; each occurs in the data of a check of the node. */
  readonly reasons: readonly string[]
  /** Selector of the element itself, or of one around it. */
  readonly within: string
  readonly because: string
  /** Whether it is needed depends on how the page happens to be scrolled, or where the browser breaks its lines. */
  readonly sometimes?: true
}

const explanations: readonly Explanation[] = [
  {
    rule: 'label-content-name-mismatch',
    reasons: ['label-content-name-mismatch'],
    within: 'a.hash-link',
    because:
      'the sign of the link is drawn by the style sheet; its text is a space without width, so there is no word that its name could lack',
    sometimes: true,
  },
  {
    rule: 'th-has-data-cells',
    reasons: ['th-has-data-cells'],
    within: 'table[aria-labelledby="runbooks-title"]',
    because:
      'the topic heads a group of rows (scope="rowgroup") over all columns, which axe does not follow; the rows of the topic are its cells',
  },
  {
    rule: 'color-contrast',
    reasons: ['elmPartiallyObscuring'],
    within: 'li > code [class^="piece_"]',
    because:
      'a long part of a call breaks inside its own box, which axe takes for lying half over the line around it; the box has no ground of its own, so it stands on the ground of the line, as the shorter parts do that it measures',
    sometimes: true,
  },
  {
    rule: 'color-contrast',
    reasons: ['elmPartiallyObscured'],
    within: 'ol[tabindex="0"]',
    sometimes: true,
    because:
      'the record scrolls, and this entry of it is half out of sight; the entries in sight have the same colours and are measured',
  },
]

const used = new Map<Explanation, number>()

/** Fails on any violation, and on anything undecided that is not explained above. */
export async function expectNoViolations(page: Page, where: string, quiet?: 100): Promise<void> {
  await settle(page, quiet)
  const {violations, incomplete} = await runAxe(page)
  expect(
    violations.flatMap(({id, nodes}) =>
      nodes.map(node => `${id}: ${node.target.join(' ')} ${summary(node)}`),
    ),
    `violations, ${where}`,
  ).toEqual([])
  const undecided = incomplete.flatMap(({id, nodes}) => nodes.map(node => ({id, node})))
  const explained = await Promise.all(undecided.map(({id, node}) => explain(page, id, node)))
  const unexplained = undecided.filter((_, index) => explained[index] !== true)
  expect(
    unexplained.map(
      ({id, node}) =>
        `${id} (${reasonsOf(node).join(', ')}): ${node.target.join(' ')} ${node.html.slice(0, 160)}`,
    ),
    `undecided and unexplained, ${where}`,
  ).toEqual([])
}

/** Prints what axe could not decide and why it is no fault; fails where an explanation explains nothing any more. */
export function reportUndecided(): void {
  for (const [{rule, reasons, because}, count] of used) {
    console.info(`axe could not decide ${rule} (${reasons.join(', ')}), ${count} times: ${because}`)
  }
  expect(explanations.filter(each => each.sometimes !== true && !used.has(each))).toEqual([])
}

/**
 * Waits until the page adds and removes nothing for a while: axe looks at an element more than once. A tenth of a second
 * is enough where only size or theme changed. Counts in frames, because a test may hold the page's clock; fails where the
 * browser paints none any more.
 */
export async function settle(page: Page, milliseconds: 100 | 250 = 250): Promise<void> {
  const settled = page.evaluate(
    quiet =>
      new Promise<void>(resolve => {
        let since = performance.now()
        const observer = new MutationObserver(() => (since = performance.now()))
        observer.observe(document.body, {subtree: true, childList: true})
        const wait = () => {
          if (performance.now() - since < quiet) {
            requestAnimationFrame(wait)
            return
          }
          observer.disconnect()
          resolve()
        }
        requestAnimationFrame(wait)
      }),
    milliseconds,
  )
  const given = new AbortController()
  const late = setTimeout(20_000, true, {signal: given.signal}).catch(() => false)
  // Closing the page ends what still waits in it.
  const isLate = await Promise.race([settled.then(() => false), late])
  given.abort()
  if (isLate) throw new Error('The page has not come to rest within 20 s.')
}

async function runAxe(page: Page): Promise<AxeResults> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  return page.evaluate(
    chosen =>
      (window as unknown as {axe: {run: (options: RunOptions) => Promise<AxeResults>}}).axe.run(chosen),
    options,
  )
}

async function explain(page: Page, rule: string, node: NodeResult): Promise<boolean> {
  const reasons = reasonsOf(node)
  for (const explanation of explanations) {
    const fits = explanation.rule === rule && reasons.every(reason => explanation.reasons.includes(reason))
    if (!fits || !(await isWithin(page, node, explanation.within))) continue
    used.set(explanation, (used.get(explanation) ?? 0) + 1)
    return true
  }
  return false
}

function isWithin(page: Page, {target}: NodeResult, selector: string): Promise<boolean> {
  return page.evaluate(([element, around]) => Boolean(document.querySelector(element)?.closest(around)), [
    target.join(' '),
    selector,
  ] as const)
}

function reasonsOf({any, all, none}: NodeResult): readonly string[] {
  return [...any, ...all, ...none].map(({id, data}) => {
    const key: unknown = (data as {messageKey?: unknown} | null)?.messageKey
    return typeof key === 'string' ? key : id
  })
}

function summary(node: NodeResult): string {
  return (node.failureSummary ?? '').replace(/\s+/g, ' ')
}
