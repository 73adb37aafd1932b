// The ways of a run that tests of several subjects go: each ends where the page shows what it came to.
import {auditDelay} from '../../src/practice/portal.ts'
import {filled, presses, turn, type RunbookPage, type SituationId, type StepNumber} from './runbook-page.ts'

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
  await book.saveInPortal('2.2')
  await declareSaved(book)
}

/** Both boxes and *Saved* in the operator's word, whatever was done in the portal. */
export async function declareSaved(book: RunbookPage): Promise<void> {
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

/** Searches the audit log when the event of a Save has arrived there. The page's clock is installed. */
export async function findEvent(book: RunbookPage): Promise<void> {
  await book.page.clock.fastForward(auditDelay)
  await searchLog(book)
  await book.expectChip('2.5', book.say.state['evidence-found'])
}

/** Searches the audit log for as long as the page looks, which finds no event of this visit. The clock is installed. */
export async function searchInVain(book: RunbookPage, chip: string): Promise<void> {
  await searchLog(book)
  await book.card('2.5').getByText(book.say.card.looking).waitFor()
  await book.page.clock.fastForward('02:30')
  await book.expectChip('2.5', chip)
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
  const name = book.say.paste.useSample.replace('{label}', label)
  await book.card(number).getByRole('button', {name, exact: true}).click()
}
