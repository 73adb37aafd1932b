// *Check my tenant* against Entra and Graph as a real site meets them: each window from a press, two batches at most.
import {expect, test} from 'vitest'
import {blocking, change} from './block-matching.ts'
import {patient, tongues} from './runbook-page.ts'
import {verified} from './runs.ts'
import {answer, asked, expectHosts, opened, visitTenant, type TenantVisit} from './tenant/visit.ts'

/** What Graph was asked, preflights left out. */
function graphCalls({contoso}: TenantVisit): readonly string[] {
  return contoso.asked
    .filter(({host, method}) => host === 'graph.microsoft.com' && method !== 'OPTIONS')
    .map(({method, path}) => `${method} ${path}`)
}

const check = ({page}: TenantVisit) => page.locator('[data-focus-key="head.check"]')

test.each(tongues)('%s: the flagship, from nobody signed in, in one batch', async tongue => {
  const seen = await visitTenant(tongue)
  const {book} = seen
  const signIn = await opened(seen, check(seen))
  await answer(signIn, 'Continue as Amira Haddad')
  await book.page.getByText(book.say.plan.leaveIt, {exact: true}).waitFor(patient)
  expect(graphCalls(seen), 'nothing is read before it is granted').toEqual([])

  const consent = await opened(seen, check(seen))
  expect(await asked(consent)).toEqual(['User.Read', 'Organization.Read.All', 'Domain.Read.All'])
  await answer(consent, 'Accept as Amira Haddad')
  await book.expectChip('2.2', verified[tongue].prerequisites)
  expect(graphCalls(seen)).toEqual(['POST /v1.0/$batch'])
  expectHosts(seen)
  await seen.close()
})

test.each(tongues)('%s: what was granted is read first, and the rest in a second batch', async tongue => {
  const seen = await visitTenant(tongue, {
    address: blocking[tongue],
    changed: {approved: ['User.Read']},
  })
  const {book} = seen
  await answer(await opened(seen, check(seen)), 'Continue as Amira Haddad')
  await book.page.getByText(book.say.plan.leaveIt, {exact: true}).waitFor(patient)
  const consent = await opened(seen, check(seen))
  expect(await asked(consent), 'no permission to write').toEqual([
    'OnPremDirectorySynchronization.Read.All',
    'User.Read.All',
  ])
  await answer(consent, 'Accept as Amira Haddad')
  await book.expectChip('2.2', change[tongue].two)
  expect(graphCalls(seen).filter(call => call === 'POST /v1.0/$batch').length).toBeLessThanOrEqual(2)
  expect(graphCalls(seen).filter(call => /PATCH|PUT|DELETE/.test(call))).toEqual([])
  await seen.close()
})
