// The runbooks about one user, as their pages promise them: labels, chips and results in both languages.
import type {Locator} from 'playwright-core'
import {visit} from './browser.ts'
import {
  escaped,
  filled,
  patient,
  readRunbookPage,
  type RunbookPage,
  type SituationId,
  type StepNumber,
  type Tongue,
} from './runbook-page.ts'

/** The pilot of the practice tenant: synchronised, no usage location, no licence. */
export const pilot = 'lena.fischer@contoso.example'
/** Has the licence directly, with two of its services off. */
export const licensed = 'sofia.rossi@contoso.example'

/** What is pressed and what is said. */
export const userWords = {
  'en-US': {
    account: 'Sign in and read the account',
    accountRead: 'Account and tenant read in Graph',
    readUser: 'Read the user',
    readLicences: 'Read the licences of the tenant',
    licencesRead: 'Licences of the tenant read in Graph',
    setLocation: 'Set the usage location',
    assign: 'Assign the licence',
    assigned: 'The licence is assigned directly.',
    undoAssign: 'Undo: remove the licence',
    removed: 'The assignment is undone: the licence is removed.',
    remove: 'Remove the licence',
    gone: 'The licence is no longer assigned directly.',
    undoRemove: 'Assign the licence again, as before',
    back: 'The licence is assigned again, as before.',
    noLocation: 'Nothing can be sent. The user has no usage location.',
    blockedUser: 'Blocked: User not given yet',
    blockedCondition: 'Blocked: a condition is not met',
    checkPilot: 'Check the pilot user',
    pilotChecked: 'Pilot user verified by Graph (3 of 3)',
    reset: 'Reset the password',
    finished: 'Microsoft Entra ID finished the reset.',
    succeeded: /^Graph: operation succeeded /,
    done: /^Done and verified /,
    undone: /^Undone /,
    ready: 'Ready – 1 change',
    skipped: /^Skipped: “/,
  },
  'fr-FR': {
    account: 'Se connecter et lire le compte',
    accountRead: 'Compte et locataire lus dans Graph',
    readUser: 'Lire l’utilisateur',
    readLicences: 'Lire les licences du locataire',
    licencesRead: 'Licences du locataire lues dans Graph',
    setLocation: 'Définir le lieu d’utilisation',
    assign: 'Attribuer la licence',
    assigned: 'La licence est attribuée directement.',
    undoAssign: 'Annuler l’attribution\u00A0: retirer la licence',
    removed: 'L’attribution est annulée\u00A0: la licence est retirée.',
    remove: 'Retirer la licence',
    gone: 'La licence n’est plus attribuée directement.',
    undoRemove: 'Attribuer de nouveau la licence, comme avant',
    back: 'La licence est de nouveau attribuée, comme avant.',
    noLocation: 'Rien ne peut être envoyé. L’utilisateur n’a pas de lieu d’utilisation.',
    blockedUser: 'Bloquée\u00A0: Utilisateur, pas encore indiqué',
    blockedCondition: 'Bloquée\u00A0: une condition n’est pas remplie',
    checkPilot: 'Vérifier l’utilisateur pilote',
    pilotChecked: 'Utilisateur pilote vérifié par Graph (3 sur 3)',
    reset: 'Réinitialiser le mot de passe',
    finished: 'Microsoft Entra ID a terminé la réinitialisation.',
    succeeded: /^Graph\u00A0: opération réussie /,
    done: /^Fait et vérifié /,
    undone: /^État d’avant rétabli /,
    ready: 'Prête – 1 modification',
    skipped: /^Ignorée\u00A0: «\u00A0/,
  },
} as const satisfies Readonly<Record<Tongue, unknown>>

/** The page of one of these runbooks in a practice run that somebody is signed in to. `account`: the step that signs in. */
export async function openUserRunbook(
  tongue: Tongue,
  name: string,
  account: StepNumber,
  situation?: SituationId,
): Promise<RunbookPage> {
  const words = userWords[tongue]
  const address = `${tongue === 'fr-FR' ? '/fr-FR' : ''}/${name}`
  const {page} = await visit(address, {viewport: {width: 1280, height: 900}})
  const book = await readRunbookPage(page, tongue)
  if (situation === undefined) await book.startPractice()
  else await book.chooseSituation(situation)
  await book.press(account, words.account)
  await book.answerSignIn('accept')
  await book.expectChip(account, words.accountRead)
  return book
}

/** The card of a step by its number. */
export function cardOf(book: RunbookPage, number: string): Locator {
  return book.page.locator(`article[data-step="${number}"]`)
}

/** Gives a value that a card asks for: typed, or chosen by its name. */
export async function give(book: RunbookPage, number: string, value: string): Promise<void> {
  const card = cardOf(book, number)
  const list = card.getByRole('combobox')
  if ((await list.count()) > 0) await list.selectOption({label: value})
  else await card.locator('form').getByRole('textbox').first().fill(value)
  await card.getByRole('button', {name: book.say.input.keep, exact: true}).click()
}

/** Presses a button of a card; where it then asks for a permission, grants it, and waits until nothing is asked. */
export async function pressAndGrant(book: RunbookPage, number: string, label: string): Promise<void> {
  const card = cardOf(book, number)
  await card.getByRole('button', {name: named(label)}).click()
  await grant(book, number, book.say.card.grant)
}

/** Reads a change, presses its effect and confirms it, in the dialog or in its place. */
export async function carryOutOn(
  book: RunbookPage,
  number: string,
  label: string,
  {typed}: {readonly typed?: string} = {},
): Promise<void> {
  const card = cardOf(book, number)
  await card.getByRole('button', {name: named(label)}).click()
  const dialog = book.page.getByRole('alertdialog')
  const confirm = filled(`${book.say.change.confirmFor.replace('{label}', lowered(label))}{end}`)
  const inPlace = card.getByRole('button', {name: confirm})
  await dialog.or(inPlace).first().waitFor(patient)
  if (await dialog.isVisible()) {
    if (typed !== undefined) await dialog.getByRole('textbox').fill(typed)
    await dialog.getByRole('button', {name: confirm}).click()
  } else await inPlace.click()
  await grant(book, number, book.say.change.grant)
}

async function grant(book: RunbookPage, number: string, label: string): Promise<void> {
  const card = cardOf(book, number)
  const ask = card.getByRole('button', {name: named(label)})
  const over = card.getByRole('button', {name: book.say.card.stop, exact: true})
  await ask.or(over).or(card.locator('[aria-busy="false"]')).first().waitFor(patient)
  // What was granted with an earlier step is not asked for again.
  await ask.waitFor({timeout: 1500}).catch(() => undefined)
  if (!(await ask.isVisible())) return
  await ask.click()
  await book.answerSignIn('accept')
}

/** A label, in practice with its suffix. */
export function named(label: string): RegExp {
  return new RegExp(`^${escaped(label)}( \\(simulation\\))?$`)
}

function lowered(label: string): string {
  return label.slice(0, 1).toLowerCase() + label.slice(1)
}
