// The eleven claims that must never be made. Each test drives the page into the situation that tempts one, asserts state,
// marker and words, and then plants a false text or colour, which has to turn the same assertion red. What no runbook of
// ours tempts is refused by the build besides: test/runbook/claims.test.ts.
import {describe, expect, test} from 'vitest'
import {visit} from './browser.ts'
import {claims} from './claims.ts'
import {addresses, readRunbookPage, tongues} from './runbook-page.ts'

// Claims that one situation tempts are tried in one page, one after the other.
const situations = [...new Set(claims.map(({tempt}) => tempt))].map(tempt => {
  const tempted = claims.filter(claim => claim.tempt === tempt)
  return {tempt, tempted, title: tempted.map(({rule, never}) => `rule ${rule}: ${never}`).join('; ')}
})

describe.each(tongues)('%s, it is never claimed', tongue => {
  test.each(situations.map(each => [each.title, each] as const))('%s', async (_, {tempt, tempted}) => {
    const {page, close} = await visit(addresses[tongue], {
      viewport: {width: 1440, height: 1000},
      movableClock: true,
    })
    const book = await readRunbookPage(page, tongue)
    await tempt(book)
    for (const {hold, lies, never} of tempted) {
      await hold(book)
      const planted = await lies(book)
      expect(planted.length).toBeGreaterThan(0)
      for (const [index, lie] of planted.entries()) {
        const takeOut = await lie(page)
        await expect(hold(book), `${never}: lie ${index + 1}`).rejects.toThrow()
        await takeOut()
      }
      // Without the lies it holds again: nothing but a lie turned it red.
      await hold(book)
    }
    await close()
  })
})

test('all eleven rules have a test', () => {
  expect([...new Set(claims.map(({rule}) => rule))]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
})
