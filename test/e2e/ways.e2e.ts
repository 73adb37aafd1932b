// The ways out of a cloud step that do not need this page: what they say in practice, and that nothing of them is sent.
import {expect, test} from 'vitest'
import {visit} from './browser.ts'
import {addresses, readRunbookPage, steps, tongues} from './runbook-page.ts'

const cloud = steps.filter(step => step.startsWith('2.'))

test.each(tongues)(
  '%s: every cloud step can be done another way, and in practice only as text',
  async tongue => {
    const seen = await visit(addresses[tongue], {viewport: {width: 1280, height: 900}})
    const book = await readRunbookPage(seen.page, tongue)
    await book.ready()
    for (const step of cloud) {
      const card = book.card(step)
      await card.getByText(book.say.card.otherWays, {exact: true}).click()
      await card.getByText(book.say.ways.practice, {exact: true}).waitFor()
      const commands = await card.locator('details pre').allInnerTexts()
      expect(commands.filter(text => text.includes('Connect-MgGraph -Scopes'))).not.toEqual([])
      expect(await card.getByText(book.say.ways.explorer).count()).toBeGreaterThan(0)
      expect(await card.locator('a[href*="graph-explorer"]').count()).toBe(0)
    }
    const copy = book.card('2.2').getByRole('button', {name: book.say.ways.copyPowershell, exact: true})
    await seen.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await copy.click()
    await book.card('2.2').getByRole('button', {name: book.say.output.copied, exact: true}).waitFor()
    const copied = await seen.page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/^Connect-MgGraph -Scopes '[^\n]+'\nInvoke-MgGraphRequest [^]+'$/)
    expect(copied).toContain("'https://graph.microsoft.com/v1.0/organization?$select=")
    // What the fictitious tenant is has no place in a command for a real one.
    expect(copied).not.toContain('-TenantId')
    await seen.close()
  },
)
