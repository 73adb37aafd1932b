// The runbook that changes something, as its page promises it: labels, chips and results in both languages.
import {expect} from 'vitest'
import {setFeatures} from '../../src/practice/directory-sync.ts'
import type {FaultKind} from '../../src/practice/state.ts'
import {visit, type VisitOptions} from './browser.ts'
import {changeTenant, struck} from './practice.ts'
import {patient, readRunbookPage, type RunbookPage, type Tongue} from './runbook-page.ts'

/** Where it stands in each language. */
export const blocking: Readonly<Record<Tongue, string>> = {
  'en-US': '/block-soft-match-and-hard-match-takeover',
  'fr-FR': '/fr-FR/block-soft-match-and-hard-match-takeover',
}

/** What is pressed and what is said. */
export const change = {
  'en-US': {
    values: 'Sign in and read the values',
    valuesRead: 'Tenant and current values read in Graph',
    counted: 'Tenant, current values and number of accounts read in Graph',
    look: 'Read the present values',
    again: 'Check again',
    run: 'Block soft match and hard-match takeover',
    confirm: 'Confirm: block soft match and hard-match takeover in Contoso',
    grant: 'Grant the permission to change',
    undo: 'Restore the values from before',
    confirmUndo: 'Confirm: restore the values from before in Contoso',
    cancel: 'Cancel',
    one: 'Ready – 1 change',
    two: 'Ready – 2 changes',
    stale: 'Out of date, check again',
    done: /^Done and verified /,
    undone: /^Undone /,
    unknown: 'Sent, answer unknown',
    saidDone: 'Done. Soft match and hard-match takeover are blocked.',
    saidUndone: 'Undone. The values from before are back.',
    nothingSent: /^Nothing was sent\. /,
    verify: 'Read both values',
    notAsRequired: 'Read by Graph: not as required',
    bothAllowed: ['Soft match is allowed.', 'Hard-match takeover is allowed.'],
    oneAllowed: ['Soft match is blocked.', 'Hard-match takeover is allowed.'],
  },
  'fr-FR': {
    values: 'Se connecter et lire les valeurs',
    valuesRead: 'Locataire et valeurs actuelles lus dans Graph',
    counted: 'Locataire, valeurs actuelles et nombre de comptes lus dans Graph',
    look: 'Lire les valeurs actuelles',
    again: 'Vérifier de nouveau',
    run: 'Bloquer la correspondance souple et la prise de contrôle par correspondance exacte',
    confirm:
      'Confirmer : bloquer la correspondance souple et la prise de contrôle par correspondance exacte dans Contoso',
    grant: 'Accorder l’autorisation de modifier',
    undo: 'Rétablir les valeurs d’avant',
    confirmUndo: 'Confirmer : rétablir les valeurs d’avant dans Contoso',
    cancel: 'Annuler',
    one: 'Prête – 1 modification',
    two: 'Prête – 2 modifications',
    stale: 'Périmée, à revérifier',
    done: /^Fait et vérifié /,
    undone: /^État d’avant rétabli /,
    unknown: 'Envoyé, réponse inconnue',
    saidDone:
      'Fait. La correspondance souple et la prise de contrôle par correspondance exacte sont bloquées.',
    saidUndone: 'État d’avant rétabli. Les valeurs d’avant sont rétablies.',
    nothingSent: /^Rien n’a été envoyé\. /,
    verify: 'Lire les deux valeurs',
    notAsRequired: 'Lu dans Graph : non conforme',
    bothAllowed: [
      'La correspondance souple est autorisée.',
      'La prise de contrôle par correspondance exacte est autorisée.',
    ],
    oneAllowed: [
      'La correspondance souple est bloquée.',
      'La prise de contrôle par correspondance exacte est autorisée.',
    ],
  },
} as const satisfies Readonly<Record<Tongue, unknown>>

/** Its page in a practice run that somebody is signed in to, with the tenant read. */
export async function openBlocking(
  tongue: Tongue,
  options: VisitOptions & {readonly situation?: Parameters<RunbookPage['chooseSituation']>[0]} = {},
): Promise<RunbookPage> {
  const {situation, ...rest} = options
  const {page} = await visit(blocking[tongue], {viewport: {width: 1280, height: 900}, ...rest})
  const book = await readRunbookPage(page, tongue)
  if (situation === undefined) await book.startPractice()
  else await book.chooseSituation(situation)
  await book.press('2.1', change[tongue].values)
  await book.answerSignIn('accept')
  await book.expectChip('2.1', change[tongue].valuesRead)
  return book
}

/** The question before a change; not there before and after. */
export function question({page}: RunbookPage) {
  return page.getByRole('alertdialog')
}

/** Presses what changes, answers the question with yes, and grants the permission where it is asked. */
export async function carryOut(
  book: RunbookPage,
  {undo = false, grant = false}: {readonly undo?: boolean; readonly grant?: boolean} = {},
): Promise<void> {
  const words = change[book.tongue]
  await book.press('2.2', undo ? words.undo : words.run)
  await confirmQuestion(book, undo)
  if (!grant) return
  await book.press('2.2', words.grant)
  await book.answerSignIn('accept')
}

/** Answers the question with yes. */
export async function confirmQuestion(book: RunbookPage, undo = false): Promise<void> {
  const {confirm, confirmUndo} = change[book.tongue]
  const label = undo ? confirmUndo : confirm
  const dialog = question(book)
  await dialog.waitFor(patient)
  await dialog.getByRole('button', {name: new RegExp(`^${label}( \\(simulation\\))?$`)}).click()
  await dialog.waitFor({state: 'hidden'})
}

/** Somebody else changes the practice tenant, in the portal or by a script. */
export function changeOutside(book: RunbookPage, features: Parameters<typeof setFeatures>[1]): Promise<void> {
  return changeTenant(book, state => setFeatures(state, features), 'block-matching')
}

/** The next `PATCH` of the practice tenant meets this. */
export function strikeWrite(book: RunbookPage, make: FaultKind): Promise<void> {
  const fault = {on: 'graph', method: 'PATCH', times: 1, make} as const
  return changeTenant(book, state => struck(state, [fault]), 'block-matching')
}

/** The rows of the table of differences as they are read, head first. */
export async function rowsOf(book: RunbookPage): Promise<readonly string[]> {
  const rows = book.card('2.2').getByRole('table').first().getByRole('row')
  await expect.poll(() => rows.count(), patient).toBeGreaterThan(1)
  return rows.allInnerTexts()
}
