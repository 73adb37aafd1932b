// Roles in a real run: eligible and activated elsewhere, held through a group, not found. The step keeps its place.
import {expect, test} from 'vitest'
import {operator} from '../../src/practice/seed.ts'
import {roles} from '../../src/practice/roles.ts'
import {patient, presses, tongues, type RunbookPage, type Tongue} from './runbook-page.ts'
import {verified} from './runs.ts'
import {grant, readAccount, visitTenant, type TenantVisit} from './tenant/visit.ts'

const hour = 60 * 60_000

const promises = {
  'en-US': {
    direct: 'Active roles, assigned directly',
    withGroups: 'Active roles, groups included',
    role: 'Hybrid Identity Administrator',
  },
  'fr-FR': {
    direct: 'Rôles actifs, attribués directement',
    withGroups: 'Rôles actifs, groupes compris',
    role: 'Administrateur d’identité hybride',
  },
} as const satisfies Readonly<Record<Tongue, unknown>>

test.each(tongues)(
  '%s: a role is activated in PIM while the step waits, and ends with a warning',
  async tongue => {
    const seen = await visitTenant(tongue, {situation: 'role-eligible', movableClock: true})
    const {page, book, contoso} = seen
    const {pim} = book.say
    await readRoles(seen)
    const card = book.card('2.1')
    await card.getByText(filledStart(pim.eligible)).waitFor(patient)
    const link = card.getByRole('link', {name: pim.activate, exact: true})
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/entra\.microsoft\.com\/0c0ffee0-/)
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')

    // Said too early: looked for, not found, and no word that it is missing.
    const tokens = () => contoso.asked.filter(({path}) => path.endsWith('/token')).length
    const before = tokens()
    await card.getByRole('button', {name: pim.activated, exact: true}).click()
    await card.getByText(book.say.card.looking).waitFor(patient)
    expect(tokens()).toBe(before + 1)
    await page.clock.fastForward('02:30')
    await card.getByText(filledStart(pim.notYet)).waitFor(patient)
    await card.getByText(filledStart(pim.eligible)).waitFor()

    // Activated while it is looked for: found without another press.
    await card.getByRole('button', {name: pim.activated, exact: true}).click()
    await card.getByText(book.say.card.looking).waitFor(patient)
    const now = await page.evaluate(() => Date.now())
    await contoso.change(state => ({
      ...state,
      directory: {
        ...state.directory,
        roles: [
          ...state.directory.roles,
          {
            id: crypto.randomUUID(),
            person: operator.id,
            definition: roles.hybridIdentityAdministrator.id,
            until: now + hour,
          },
        ],
      },
    }))
    await page.clock.fastForward('01:00')
    await book.expectChip('2.1', verified[tongue].roles)
    const forms = new RegExp([pim.until, pim.untilOtherDay].map(form => filledStart(form).source).join('|'))
    await card.getByText(forms).waitFor(patient)
    await book.bar.getByText(forms).waitFor()

    await page.clock.fastForward('46:00')
    await book.bar.getByText(pim.soon).waitFor(patient)
    await card.getByText(pim.soon).waitFor()
    await page.clock.fastForward('15:00')
    await book.bar.getByText(pim.ended).waitFor(patient)
  },
)

test.each(tongues)(
  '%s: a role that is not found may come through a group, and is never called missing',
  async tongue => {
    const seen = await visitTenant(tongue, {changed: {active: [roles.cloudApplicationAdministrator.id]}})
    const {book} = seen
    await readRoles(seen)
    await book.card('2.1').getByText(filledStart(book.say.pim.notFound)).waitFor(patient)
    expect(await book.card('2.1').innerText()).not.toContain(book.say.problem['role-missing'])
  },
)

test.each(tongues)('%s: a role that comes through a group is active', async tongue => {
  const seen = await visitTenant(tongue, {changed: {active: [roles.cloudApplicationAdministrator.id]}})
  const {book, contoso} = seen
  await contoso.change(state => {
    const definition = roles.hybridIdentityAdministrator.id
    const held = {id: crypto.randomUUID(), person: operator.id, definition, group: crypto.randomUUID()}
    return {...state, directory: {...state.directory, roles: [...state.directory.roles, held]}}
  })
  await readRoles(seen)
  await book.expectChip('2.1', verified[tongue].roles)
  const lines = (await book.card('2.1').innerText()).split('\n')
  const lineOf = (says: string) => lines.find(line => line.startsWith(says))?.replaceAll(/\s/g, ' ')
  expect(lineOf(promises[tongue].direct)).not.toContain(promises[tongue].role)
  expect(lineOf(promises[tongue].withGroups)).toContain(promises[tongue].role)
  expect(lines.join('\n')).not.toMatch(filledStart(book.say.pim.notFound))
})

async function readRoles(seen: TenantVisit): Promise<void> {
  const {book} = seen
  await readAccount(seen)
  await book.press('2.1', presses[book.tongue].roles)
  await grant(seen, '2.1')
}

/** A text of the catalogue up to its first placeholder. */
function filledStart(text: RunbookPage['say']['pim'][keyof RunbookPage['say']['pim']]): RegExp {
  return new RegExp((text.split('{')[0] ?? text).replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&'))
}
