// The run of each step in each situation of the practice tenant: the chip that is due, word for word, and no green that
// Graph has not earned.
import {describe, expect, test} from 'vitest'
import {visit} from './browser.ts'
import {
  addresses,
  presses,
  readRunbookPage,
  steps,
  tongues,
  type RunbookPage,
  type SituationId,
  type StepNumber,
  type Tongue,
} from './runbook-page.ts'
import {
  declareVisit,
  findEvent,
  localSteps,
  searchInVain,
  searchLog,
  stopSearch,
  tickLocalSteps,
} from './runs.ts'
import {greenThings} from './states.ts'

const person = 'Zoé Martin'

/** What a chip may say here. */
type Chip = keyof (typeof chips)['en-US']

const chips = {
  'en-US': {
    nothing: '',
    notStarted: 'Not started',
    signIn: 'Sign in to run',
    ready: 'Ready – read only',
    readyPortal: 'Ready, in the portal',
    account: 'Account and tenant read in Graph',
    roles: 'Account and roles read in Graph',
    eligible: 'Role eligible, not active',
    prerequisites: 'Prerequisites verified by Graph (3 of 3)',
    notAsRequired: 'Read by Graph: not as required',
    roleMissing: 'Could not check (role)',
    byPerson: `Marked done by ${person}`,
    byAccount: 'Marked done by Amira Haddad',
    found: 'Audit event found',
    earlier: 'Earlier event',
    nothingFound: 'Nothing found in the log',
  },
  'fr-FR': {
    nothing: '',
    notStarted: 'Pas commencée',
    signIn: 'Connectez-vous pour exécuter',
    ready: 'Prête – lecture seule',
    readyPortal: 'Prête, dans le portail',
    account: 'Compte et locataire lus dans Graph',
    roles: 'Compte et rôles lus dans Graph',
    eligible: 'Rôle éligible, non actif',
    prerequisites: 'Prérequis vérifiés par Graph (3 sur 3)',
    notAsRequired: 'Lu dans Graph : non conforme',
    roleMissing: 'Impossible à vérifier (rôle)',
    byPerson: `Déclaré fait par ${person}`,
    byAccount: 'Déclaré fait par Amira Haddad',
    found: 'Événement d’audit trouvé',
    earlier: 'Événement antérieur',
    nothingFound: 'Rien trouvé dans le journal',
  },
} as const satisfies Readonly<Record<Tongue, unknown>>

/** What stands in the card that explains a chip. */
const reasons = {
  'en-US': {
    active: 'Active roles, assigned directly: Hybrid Identity Administrator',
    noLicence: 'No active subscription contains Microsoft Entra ID P1 or P2.',
    licenceLocked: 'The tenant has no licence for this page: Entra ID P1 or P2.',
    activate: 'Role eligible, not active: Hybrid Identity Administrator. Activate it, then check again.',
    roleLocked: 'The account has no active role that may save here.',
    administrator: {
      '2.1': 'Nothing was changed. An administrator must grant the permission RoleManagement.Read.Directory.',
      '2.5': 'Nothing was changed. An administrator must grant the permission AuditLog.Read.All.',
    },
    request: 'Copy the request and send it to an administrator.',
    roleMissing: 'Nothing was changed. The account does not have a role that may read this, active.',
    notOff: 'This does not mean that it is off.',
    notEvidence: 'before this visit. Not evidence.',
  },
  'fr-FR': {
    active: 'Rôles actifs, attribués directement : Administrateur d’identité hybride',
    noLicence: 'Aucun abonnement actif ne contient Microsoft Entra ID P1 ou P2.',
    licenceLocked: 'Le locataire n’a pas de licence pour cette page : Entra ID P1 ou P2.',
    activate:
      'Rôle éligible, non actif : Administrateur d’identité hybride. Activez-le, puis vérifiez de nouveau.',
    roleLocked: 'Le compte n’a pas de rôle actif qui permette d’enregistrer ici.',
    administrator: {
      '2.1':
        'Rien n’a été modifié. Un administrateur doit accorder l’autorisation RoleManagement.Read.Directory.',
      '2.5': 'Rien n’a été modifié. Un administrateur doit accorder l’autorisation AuditLog.Read.All.',
    },
    request: 'Copiez la demande et envoyez-la à un administrateur.',
    roleMissing: 'Rien n’a été modifié. Le compte n’a pas de rôle actif qui permette cette lecture.',
    notOff: 'Cela ne veut pas dire désactivé.',
    notEvidence: 'avant cette visite. Ne prouve rien pour aujourd’hui.',
  },
} as const satisfies Readonly<Record<Tongue, unknown>>

/** The chips of the five cloud steps, 2.1 to 2.5; those of the server are the same in every situation. */
type CloudChips = readonly [Chip, Chip, Chip, Chip, Chip]

interface Course {
  readonly situation: SituationId
  readonly run: (book: RunbookPage) => Promise<void>
  readonly due: CloudChips
  /** Steps that have something filled green in card or rail at the end. */
  readonly green: readonly StepNumber[]
}

const saved = ['byAccount', 'byAccount'] as const

const courses: readonly Course[] = [
  {
    situation: 'in-order',
    run: async book => {
      await signIn(book)
      await readRoles(book, 'roles')
      await readPrerequisites(book, 'prerequisites')
      await look(book)
      await declareVisit(book)
      await findEvent(book)
      await expectDue(book, '2.5', 'found')
    },
    due: ['roles', 'prerequisites', ...saved, 'found'],
    green: ['2.1', '2.2'],
  },
  {
    situation: 'no-premium-licence',
    run: async book => {
      const reason = reasons[book.tongue]
      await signIn(book)
      // Eligible roles are a feature of P2: what could be read stands, and beside it what could not.
      await book.press('2.1', presses[book.tongue].roles)
      await book.grant('2.1')
      await book.card('2.1').getByText(reason.active).waitFor()
      await book.card('2.1').getByText(book.say.problem['licence-missing'], {exact: true}).waitFor()
      await expectDue(book, '2.1', 'account')
      await readPrerequisites(book, 'notAsRequired')
      await book.card('2.2').getByText(reason.noLicence).waitFor()
      await book.expectSaid(`${chips[book.tongue].notAsRequired}. ${reason.noLicence}`)
      await look(book)
      await cannotSave(book, reason.licenceLocked)
      await searchInVain(book, chips[book.tongue].earlier)
      await book.card('2.5').getByText(reason.notOff).waitFor()
      await book.card('2.5').getByText(reason.notEvidence).waitFor()
    },
    due: ['account', 'notAsRequired', 'readyPortal', 'readyPortal', 'earlier'],
    green: ['2.1'],
  },
  {
    situation: 'role-eligible',
    run: async book => {
      const reason = reasons[book.tongue]
      await signIn(book)
      await readRoles(book, 'eligible')
      await book.card('2.1').getByText(reason.activate, {exact: true}).waitFor()
      expect(await greenThings(book)).toEqual([])
      await readPrerequisites(book, 'prerequisites')
      await look(book)
      await cannotSave(book, reason.roleLocked)
      await searchLog(book)
      await expectDue(book, '2.5', 'roleMissing')
      await book.card('2.5').getByText(reason.roleMissing, {exact: true}).waitFor()
    },
    due: ['eligible', 'prerequisites', 'readyPortal', 'readyPortal', 'roleMissing'],
    green: ['2.2'],
  },
  {
    situation: 'consent-declined',
    run: async book => {
      await signIn(book)
      await refuse(book, '2.1', presses[book.tongue].roles)
      // The account was read all the same, and nothing else is claimed.
      await expectDue(book, '2.1', 'account')
      // An administrator had approved what the prerequisites need: nobody is asked.
      await book.press('2.2', presses[book.tongue].prerequisites)
      await expectDue(book, '2.2', 'prerequisites')
      await look(book)
      await declareVisit(book)
      await refuse(book, '2.5', presses[book.tongue].search)
      // What was declared stands, with what could not be checked beside it.
      await expectDue(book, '2.5', 'byAccount')
    },
    due: ['account', 'prerequisites', ...saved, 'byAccount'],
    green: ['2.1', '2.2'],
  },
  {
    situation: 'no-audit-event',
    run: async book => {
      await signIn(book)
      await readRoles(book, 'roles')
      await readPrerequisites(book, 'prerequisites')
      await look(book)
      await declareVisit(book)
      await searchInVain(book, chips[book.tongue].nothingFound)
      await book.card('2.5').getByText(reasons[book.tongue].notOff).waitFor()
    },
    due: ['roles', 'prerequisites', ...saved, 'nothingFound'],
    green: ['2.1', '2.2'],
  },
]

describe.each(tongues)('%s', tongue => {
  test.each(courses)(
    'the thirteen chips in the situation $situation',
    async ({situation, run, due, green}) => {
      const viewport = {width: 1280, height: 900}
      const seen = await visit(addresses[tongue], {viewport, movableClock: true})
      const book = await readRunbookPage(seen.page, tongue)
      await expectAll(book, 'nothing', ['notStarted', 'notStarted', 'notStarted', 'notStarted', 'notStarted'])
      await book.chooseSituation(situation)
      await expectAll(book, 'nothing', ['signIn', 'signIn', 'signIn', 'signIn', 'signIn'])
      expect(await greenThings(book)).toEqual([])
      await tickLocalSteps(book, person)
      await expectAll(book, 'byPerson', ['signIn', 'signIn', 'signIn', 'signIn', 'signIn'])
      expect(await greenThings(book)).toEqual([])
      await run(book)
      await expectAll(book, 'byPerson', due)
      expect(await greenThings(book)).toEqual(green)
      await seen.close()
    },
  )
})

test.each(tongues)('%s: an eligible role that is activated is found, and may save', async tongue => {
  const seen = await visit(addresses[tongue], {viewport: {width: 1280, height: 900}})
  const book = await readRunbookPage(seen.page, tongue)
  await book.chooseSituation('role-eligible')
  await book.signIn()
  await expectDue(book, '2.1', 'account')
  await readRoles(book, 'eligible')
  await book.card('2.1').getByRole('button', {name: book.say.practice.activate, exact: true}).click()
  await book.expectSaid(book.say.practice.activated)
  await book.card('2.1').getByRole('button', {name: book.say.pim.activated, exact: true}).click()
  await expectDue(book, '2.1', 'roles')
  // The end may be on the next day.
  const forms = [book.say.pim.until, book.say.pim.untilOtherDay]
  const until = new RegExp(forms.map(form => form.replace(/\{\w+\}/g, '.+')).join('|'))
  await book.card('2.1').getByText(until).waitFor()
  await seen.page.getByRole('region', {name: book.say.bar.label}).getByText(until).waitFor()
  await book.saveInPortal('2.2')
  await seen.close()
})

test.each(tongues)(
  '%s: no audit event, by the real clock: nothing found, looked for again, nothing found',
  async tongue => {
    const seen = await visit(addresses[tongue], {viewport: {width: 1280, height: 900}})
    const book = await readRunbookPage(seen.page, tongue)
    await book.chooseSituation('no-audit-event')
    await book.signIn()
    await expectDue(book, '2.1', 'account')
    await searchLog(book)
    await stopSearch(book)
    await expectDue(book, '2.5', 'nothingFound')
    await book.card('2.5').getByText(reasons[tongue].notOff).waitFor()
    await book.press('2.5', presses[tongue].search)
    await stopSearch(book)
    await expectDue(book, '2.5', 'nothingFound')
    expect(await greenThings(book)).toEqual(['2.1'])
    await seen.close()
  },
)

async function expectAll(book: RunbookPage, local: Chip, cloud: CloudChips): Promise<void> {
  const due: readonly Chip[] = [...localSteps.map(() => local), ...cloud]
  const words = chips[book.tongue]
  const shown = () => Promise.all(steps.map(async step => `${step} ${await book.chipText(step)}`))
  await expect
    .poll(shown, {timeout: 20_000})
    .toEqual(steps.map((step, index) => `${step} ${words[due[index] ?? 'nothing']}`))
}

async function expectDue(book: RunbookPage, step: StepNumber, due: Chip, timeout = 20_000): Promise<void> {
  await expect.poll(() => book.chipText(step), {timeout}).toBe(chips[book.tongue][due])
}

async function signIn(book: RunbookPage): Promise<void> {
  await book.signIn()
  await expectAll(book, 'byPerson', ['account', 'readyPortal', 'readyPortal', 'readyPortal', 'ready'])
  expect(await greenThings(book)).toEqual(['2.1'])
}

async function readRoles(book: RunbookPage, due: Chip): Promise<void> {
  await book.press('2.1', presses[book.tongue].roles)
  await book.grant('2.1')
  await expectDue(book, '2.1', due)
}

async function readPrerequisites(book: RunbookPage, due: Chip): Promise<void> {
  await book.press('2.2', presses[book.tongue].prerequisites)
  await book.grant('2.2')
  await expectDue(book, '2.2', due)
}

// The light reads beside the boxes: they say nothing of the boxes.
async function look(book: RunbookPage): Promise<void> {
  for (const step of ['2.3', '2.4'] as const) {
    await book.press(step, presses[book.tongue].look)
    await book.card(step).getByRole('button', {name: book.say.card.checkAgain}).waitFor()
    await expectDue(book, step, 'readyPortal')
  }
}

async function refuse(book: RunbookPage, step: '2.1' | '2.5', label: string): Promise<void> {
  await book.press(step, label)
  await book.press(step, book.say.card.grant)
  await book.answerSignIn('back')
  const {administrator, request} = reasons[book.tongue]
  await book.expectSaid(administrator[step])
  await book.card(step).getByText(administrator[step], {exact: true}).waitFor()
  await book.card(step).getByText(request, {exact: true}).waitFor()
}

async function cannotSave(book: RunbookPage, reason: string): Promise<void> {
  await book.openPortal('2.2')
  await book.portalDialog.getByText(reason, {exact: true}).waitFor()
  expect(await book.portalBox('writeback').isEnabled()).toBe(false)
  const save = book.portalDialog.getByRole('button', {name: book.say.practice.save, exact: true})
  expect(await save.getAttribute('aria-disabled')).toBe('true')
  await save.click({force: true})
  await book.closePortal()
  await book.openPortal('2.2')
  await book.portalDialog.getByText(reason, {exact: true}).waitFor()
  expect(await book.portalBox('writeback').isChecked()).toBe(false)
  await book.closePortal()
}
