// What Graph and Entra may answer besides: asked to wait, failed, no connection, a refused call, a stronger sign-in, a field
// left out, another tenant. The handlers are those of the practice tenant, with a fault switched on.
import {describe, expect, test} from 'vitest'
import type {Fault} from '../../src/practice/state.ts'
import {visit} from './browser.ts'
import {changeTenant, strike} from './practice.ts'
import {addresses, presses, readRunbookPage, tongues, type RunbookPage, type Tongue} from './runbook-page.ts'
import {readAccount, readPrerequisites, verified} from './runs.ts'
import {drawn, expectState} from './states.ts'

const batch = {on: 'graph', path: '/v1.0/$batch', times: 1} as const

const words = {
  'en-US': {
    throttled: /^Microsoft asked to wait, retry at \d{2}:\d{2}:\d{2}$/,
    resumed: 'Resumed.',
    failed: 'Failed – nothing changed',
    tooOften: 'Nothing was changed. Microsoft asked to wait too often.',
    serverFailed: 'Nothing was changed. Microsoft’s service failed.',
    noConnection: 'Nothing was changed. There is no connection.',
    refused: 'Could not check (role)',
    noRole: 'Nothing was changed. The account does not have a role that may read this, active.',
    unnamed: 'Could not check',
    notSaid: 'Nothing was changed. Microsoft refused the call and did not say what is missing.',
    signIn: 'Sign in to run',
    stepUp: 'The organisation asks you to confirm again.',
    field: 'Could not check (field not returned)',
    noName: "Graph did not return the account's name.",
    otherTenant: 'The account is now in another tenant. The run is stopped. Nothing was sent.',
  },
  'fr-FR': {
    throttled: /^Microsoft demande d’attendre, reprise à \d{2}:\d{2}:\d{2}$/,
    resumed: 'Reprise.',
    failed: 'Échec – rien n’a été modifié',
    tooOften: 'Rien n’a été modifié. Microsoft a demandé trop souvent d’attendre.',
    serverFailed: 'Rien n’a été modifié. Le service de Microsoft a échoué.',
    noConnection: 'Rien n’a été modifié. Il n’y a pas de connexion au réseau.',
    refused: 'Impossible à vérifier (rôle)',
    noRole: 'Rien n’a été modifié. Le compte n’a pas de rôle actif qui permette cette lecture.',
    unnamed: 'Impossible à vérifier',
    notSaid: 'Rien n’a été modifié. Microsoft a refusé l’appel, sans dire ce qui manque.',
    signIn: 'Connectez-vous pour exécuter',
    stepUp: 'L’organisation vous demande de confirmer de nouveau votre identité.',
    field: 'Impossible à vérifier (champ non renvoyé)',
    noName: 'Graph n’a pas renvoyé le nom du compte.',
    otherTenant:
      'Le compte est maintenant dans un autre locataire. L’exécution est arrêtée. Rien n’a été envoyé.',
  },
} as const satisfies Readonly<Record<Tongue, unknown>>

describe.each(tongues)('%s', tongue => {
  const own = words[tongue]

  test('a wait that Graph asks for is shown, ends by itself, and can be stopped', async () => {
    const {book, close} = await open(tongue)
    const wait = {...batch, make: {kind: 'throttled', retryAfter: 60}} as const
    await strike(book, wait)
    await pressAgain(book)
    await book.expectChip('2.2', own.throttled)
    await expectState(book, '2.2', {...drawn.throttled, words: own.throttled})
    await book.page.clock.fastForward(60_000)
    await book.expectChip('2.2', verified[tongue].prerequisites)
    await book.expectSaid(own.resumed)

    await strike(book, wait)
    await pressAgain(book)
    await book.expectChip('2.2', own.throttled)
    await book.card('2.2').getByRole('button', {name: book.say.card.stop, exact: true}).click()
    await book.expectChip('2.2', verified[tongue].prerequisites)
    await close()
  })

  test('what nobody can mend by pressing once more is failed, and nothing was changed', async () => {
    const {book, close} = await open(tongue)
    const failures: readonly (readonly [Omit<Fault, 'id'>, string])[] = [
      // The header is hidden from scripts: the page waits 2, 4 and 8 seconds of its own.
      [{...batch, times: 4, make: {kind: 'throttled', retryAfter: 1, hidden: true}}, own.tooOften],
      [{...batch, times: 4, make: {kind: 'failed', status: 503}}, own.serverFailed],
      [{...batch, make: {kind: 'failed', status: 500}}, own.serverFailed],
      [{...batch, make: {kind: 'offline'}}, own.noConnection],
    ]
    for (const [fault, because] of failures) {
      await strike(book, fault)
      await pressAgain(book)
      for (const seconds of fault.times > 1 ? [2, 4, 8] : []) {
        await book.expectChip('2.2', own.throttled)
        await book.page.clock.fastForward(1000 * seconds)
      }
      await book.expectChip('2.2', own.failed)
      await book.card('2.2').getByText(because, {exact: true}).waitFor()
      await expectState(book, '2.2', {...drawn.failed, words: own.failed})
      // The fault has passed: the same press finds everything.
      await pressAgain(book)
      await book.expectChip('2.2', verified[tongue].prerequisites)
      expect(await book.card('2.2').getByText(because, {exact: true}).count()).toBe(0)
    }
    await close()
  })

  test('what was refused, or left out, could not be checked', async () => {
    const {book, close} = await open(tongue)
    const refusals = [
      ['Authorization_RequestDenied', own.refused, own.noRole],
      ['SomethingNobodyKnows', own.unnamed, own.notSaid],
    ] as const
    for (const [code, chip, because] of refusals) {
      await strike(book, {...batch, path: '/v1.0/domains', make: {kind: 'denied', code}})
      await pressAgain(book)
      await book.expectChip('2.2', chip)
      await book.card('2.2').getByText(because, {exact: true}).waitFor()
      await expectState(book, '2.2', {...drawn.need, words: chip})
    }
    await changeTenant(book, state => ({
      ...state,
      people: state.people.map(person => ({...person, name: null as unknown as string})),
    }))
    await book.press('2.1', presses[tongue].account)
    await book.expectChip('2.1', own.field)
    await book.card('2.1').getByText(own.noName, {exact: true}).waitFor()
    await expectState(book, '2.1', {...drawn.need, words: own.field})
    await close()
  })

  test('a stronger sign-in is asked on a press of its own', async () => {
    const {book, close} = await open(tongue)
    await strike(book, {...batch, make: {kind: 'claims', acrs: 'c1'}})
    await pressAgain(book)
    await book.expectChip('2.2', own.signIn)
    await book.press('2.2', book.say.bar.signIn)
    await book.signInDialog.getByText(own.stepUp, {exact: true}).waitFor()
    await book.answerSignIn('accept')
    await book.expectChip('2.2', verified[tongue].prerequisites)
    await close()
  })

  test('an account of another tenant stops the run before anything is sent', async () => {
    const {book, close} = await open(tongue)
    await changeTenant(book, state => ({
      ...state,
      people: [
        ...state.people,
        {
          id: 'a317a000-0000-4000-8000-00000000a003',
          name: 'Noor Visser',
          username: 'noor.visser@retail.contoso.example',
          tenantId: '0c0ffee0-0000-4000-8000-0000c0c0b0b0',
        },
      ],
    }))
    await book.bar.getByRole('button', {name: book.say.bar.signOut, exact: true}).click()
    await book.press('2.1', presses[tongue].account)
    await book.signInDialog.getByRole('radio', {name: /^Noor Visser/}).check()
    await book.answerSignIn('accept')
    await book.card('2.1').getByText(own.otherTenant, {exact: true}).waitFor()
    await book.expectChip('2.1', own.failed)
    await close()
  })
})

/** A run whose prerequisites were verified, on a clock that can be moved. */
async function open(tongue: Tongue) {
  const {page, close} = await visit(addresses[tongue], {
    viewport: {width: 1280, height: 900},
    movableClock: true,
  })
  const book = await readRunbookPage(page, tongue)
  await readAccount(book)
  await readPrerequisites(book)
  return {book, close}
}

function pressAgain(book: RunbookPage): Promise<void> {
  return book.press('2.2', book.say.card.again)
}
