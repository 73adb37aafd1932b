// The ways of a run that tests of several subjects go: each ends where the page shows what it came to.
import {expect} from 'vitest'
import {
  filled,
  patient,
  presses,
  turn,
  type RunbookPage,
  type SituationId,
  type StepNumber,
} from './runbook-page.ts'

/** The steps that are carried out on the server. */
export const localSteps = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '1.8'] as const

/** The chips of reads that succeeded, as they are promised. */
export const verified = {
  'en-US': {
    account: 'Account and tenant read in Graph',
    roles: 'Account and roles read in Graph',
    prerequisites: 'Prerequisites verified by Graph (3 of 3)',
  },
  'fr-FR': {
    account: 'Compte et locataire lus dans Graph',
    roles: 'Compte et rôles lus dans Graph',
    prerequisites: 'Prérequis vérifiés par Graph (3 sur 3)',
  },
} as const

/** Begins a practice run in a situation and reads the account with the sign-in of step 2.1. */
export async function readAccount(book: RunbookPage, situation: SituationId = 'in-order'): Promise<void> {
  if (situation === 'in-order') await book.startPractice()
  else await book.chooseSituation(situation)
  await book.signIn()
  await book.expectChip('2.1', verified[book.tongue].account)
}

/** Reads the roles; their permission is asked with the second press. */
export async function readRoles(book: RunbookPage): Promise<void> {
  await book.press('2.1', presses[book.tongue].roles)
  await book.grant('2.1')
}

/** Checks the prerequisites, granting what is asked; waits for one of the chips it may end in. */
export async function readPrerequisites(book: RunbookPage, chip?: string): Promise<void> {
  await book.press('2.2', presses[book.tongue].prerequisites)
  await book.grant('2.2')
  await book.expectChip('2.2', chip ?? verified[book.tongue].prerequisites)
}

/** The one visit: Save in the imitation of the portal, then both boxes and *Saved* in the operator's word. */
export async function declareVisit(book: RunbookPage): Promise<void> {
  await nextSecond()
  await book.saveInPortal('2.2')
  await turn(book.box('2.3'), true)
  await turn(book.box('2.4'), true)
  await turn(book.saved(), true)
  await book.expectChip('2.3', filled(book.say.state['marked-done']))
}

/** Begins the search of the audit log, granting its permission. */
export async function searchLog(book: RunbookPage): Promise<void> {
  await book.press('2.5', presses[book.tongue].search)
  await book.grant('2.5')
}

/**
 * Lets four weeks go by on a page whose clock is installed, with the practice tenant made before: its one seeded event is
 * then older than the log.
 */
export async function passBy(book: RunbookPage): Promise<void> {
  await book.openPortal('2.2')
  await book.portalBox('writeback').waitFor()
  await book.closePortal()
  await book.page.clock.fastForward(28 * 24 * 60 * 60 * 1000)
}

/** Ends a search that goes on looking; what it had seen stays. */
export async function stopSearch(book: RunbookPage): Promise<void> {
  await book.card('2.5').getByText(book.say.card.looking).waitFor()
  await book.card('2.5').getByRole('button', {name: book.say.card.stop}).click()
}

/** Ticks the steps on the server in a name. */
export async function tickLocalSteps(book: RunbookPage, name: string): Promise<void> {
  const [first, ...others] = localSteps
  await book.tick(first)
  await book.giveName(first, name)
  for (const number of others) await book.tick(number)
}

/** Uses one of the sample outputs of step 1.8. */
export async function pasteSample(book: RunbookPage, number: StepNumber, label: string): Promise<void> {
  const open = book.card(number).getByRole('button', {name: book.say.output.paste, exact: true})
  if (await open.isVisible()) await open.click()
  const name = book.say.output.useSample.replace('{label}', label)
  await book.card(number).getByRole('button', {name, exact: true}).click()
}

/** Waits for the next second: Graph's log knows whole ones, and a Save in that of the baseline is an earlier event. */
export async function nextSecond(): Promise<void> {
  const second = () => Math.floor(Date.now() / 1000)
  const begun = second()
  await expect.poll(second, patient).toBeGreaterThan(begun)
}
