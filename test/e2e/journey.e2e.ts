// The operator's whole journey through the flagship, everything in order, in both languages. What the page promises is
// written out here, word for word.
import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import type {Locator} from 'playwright-core'
import {describe, expect, test} from 'vitest'
import type {RunRecord} from '../../src/model/run.ts'
import {visit} from './browser.ts'
import {
  addresses,
  colour,
  look,
  patient,
  presses,
  readRunbookPage,
  steps,
  tongues,
  turn,
  type RunbookPage,
  type Tongue,
} from './runbook-page.ts'

const person = 'Zoé Martin'
const account = 'Amira Haddad'
const tenant = '0c0ffee0-0000-4000-8000-0000c0c0a0a0'
const clock = /\b\d{2}:\d{2}\b/
const moment = /\d{2}:\d{2} UTC\+01:00/

const promises = {
  'en-US': {
    before: [
      ['Is this server active or in staging mode?', 'Active'],
      ['Which engine synchronises this forest?', 'Microsoft Entra Connect Sync'],
      ['Who is in the scope of self-service password reset?', 'Everyone'],
      ['Network and platform of the server', 'TLS 1.2'],
      ['Version of Microsoft Entra Connect Sync', '2.6.84.0 or later, with application-based authentication'],
      ['Close the wizard', 'The wizard will be closed when the work is done'],
    ],
    rights: ['Rights of the connector account, for each forest', 'Reset password'],
    answered: 'Before you start: Is this server active or in staging mode? – Active',
    answeredRights: 'contoso.example (Reset password)',
    marked: `Marked done by ${person}. Nothing has verified it.`,
    markedFor: `Marked done by Karim B. Nothing has verified it. (done by Karim B., entered by ${person})`,
    markedByAccount: `Marked done by ${account}`,
    sample: 'Use: Enabled, with the event of its start',
    confirmed: 'Confirmed by output',
    confirmedSays: 'Confirmed by output: writeback is enabled.',
    accountRead: 'Account and tenant read in Graph',
    readAgain: 'Read the account again',
    rolesRead: 'Account and roles read in Graph',
    signedIn: 'Signed in to Contoso as Amira Haddad.',
    prerequisites: 'Prerequisites verified by Graph (3 of 3)',
    prerequisitesSaid: 'Prerequisites verified by Graph (3 of 3). The link to the portal is ready.',
    sync: 'Directory sync is on; last sync 12 minutes ago.',
    licence: 'A licence in the tenant does not mean that every user has one.',
    lastSync: 'Last sync 12 minutes ago. It says nothing about password writeback.',
    open: 'Open in the portal',
    reopen: ': boxes that are not saved will be lost',
    unsaved: 'Not saved yet.',
    readyPortal: 'Ready, in the portal',
    ticked: 'Ticked, not saved yet',
    asks: 'Tick steps 2.3 and 2.4 first: one Save keeps all of them.',
    saidSaved: `Steps 2.3, 2.4, and 2.5 marked done by ${account}. Not verified.`,
    needsOne: 'Needs 1 permission',
    found: 'Audit event found',
    event: `“Enable password writeback for directory”, TIME, by ${account}. It does not prove the present state.`,
    counts: (verified: number, declared: number) => `${verified} verified · ${declared} declared of 13`,
    partOne: '8 declared of 8',
    partTwo: '2 verified · 3 declared of 5',
    imported: 'The record was opened. It is not checked against the tenant.',
    fromFile: '(as the imported file says)',
    importedBar: 'imported, not checked against the tenant',
    notRead: /^Not read again since \d{2}:\d{2}$/,
    ticket: [
      'SIMULATION: fictitious tenant, nothing was read or changed in a real one.',
      'Ticket: CHG0012345',
      'Server: SRV-SYNC-01',
      'Forest: contoso.example',
      `Tenant: Contoso (${tenant})`,
      'Of 13 steps: 2 verified by Graph, 11 declared by a person. The two are never added up.',
    ],
    copyInOther: 'Copy in French',
    digest: /^SHA-256 of the exported record: ([0-9a-f]{64})$/m,
  },
  'fr-FR': {
    before: [
      ['Ce serveur est-il actif ou en mode préproduction ?', 'Actif'],
      ['Quel moteur synchronise cette forêt ?', 'Microsoft Entra Connect Sync'],
      ['Qui peut réinitialiser son mot de passe en libre-service ?', 'Tout le monde'],
      ['Réseau et plateforme du serveur', 'TLS 1.2'],
      [
        'Version de Microsoft Entra Connect Sync',
        '2.6.84.0 ou ultérieure, avec l’authentification par application',
      ],
      ['Fermer l’assistant', 'L’assistant sera fermé une fois le travail terminé'],
    ],
    rights: [
      'Droits du compte de connecteur, pour chaque forêt',
      'Réinitialiser le mot de passe (Reset password)',
    ],
    answered: 'Avant de commencer : Ce serveur est-il actif ou en mode préproduction ? – Actif',
    answeredRights: 'contoso.example (Réinitialiser le mot de passe (Reset password))',
    marked: `Déclaré fait par ${person}. Rien ne l’a vérifié.`,
    markedFor: `Déclaré fait par Karim B. Rien ne l’a vérifié. (fait par Karim B., saisi par ${person})`,
    markedByAccount: `Déclaré fait par ${account}`,
    sample: 'Utiliser : Activée, avec l’événement de son démarrage',
    confirmed: 'Confirmé par la sortie',
    confirmedSays: 'Confirmé par la sortie : l’écriture différée est activée.',
    accountRead: 'Compte et locataire lus dans Graph',
    readAgain: 'Relire le compte',
    rolesRead: 'Compte et rôles lus dans Graph',
    signedIn: 'Connexion à Contoso établie, compte Amira Haddad.',
    prerequisites: 'Prérequis vérifiés par Graph (3 sur 3)',
    prerequisitesSaid: 'Prérequis vérifiés par Graph (3 sur 3). Le lien vers le portail est prêt.',
    sync: 'La synchronisation d’annuaire est activée ; dernière synchronisation il y a 12 minutes.',
    licence: 'Une licence dans le locataire ne veut pas dire que chaque utilisateur en a une.',
    lastSync:
      'Dernière synchronisation il y a 12 minutes. Elle ne dit rien de l’écriture différée des mots de passe.',
    open: 'Ouvrir dans le portail',
    reopen: ' : les cases non enregistrées seront perdues',
    unsaved: 'Pas encore enregistré.',
    readyPortal: 'Prête, dans le portail',
    ticked: 'Case cochée, pas encore enregistrée',
    asks: 'Cochez d’abord les étapes 2.3 et 2.4 : un seul Enregistrer vaut pour toutes les cases.',
    saidSaved: `Étapes 2.3, 2.4 et 2.5 déclarées faites par ${account}. Non vérifié.`,
    needsOne: '1 autorisation requise',
    found: 'Événement d’audit trouvé',
    event: `« Enable password writeback for directory », TIME, par ${account}. Il ne prouve pas l’état présent.`,
    counts: (verified: number, declared: number) =>
      `${verified} ${verified < 2 ? 'vérifiée' : 'vérifiées'} · ${declared} déclarées sur 13`,
    partOne: '8 déclarées sur 8',
    partTwo: '2 vérifiées · 3 déclarées sur 5',
    imported: 'Le journal est ouvert. Il n’a pas été comparé au locataire.',
    fromFile: '(d’après le fichier importé)',
    importedBar: 'importée, non comparée au locataire',
    notRead: /^Non relu depuis \d{2}:\d{2}$/,
    ticket: [
      'SIMULATION : locataire fictif, rien n’a été lu ni modifié dans un vrai locataire.',
      'Ticket : CHG0012345',
      'Serveur : SRV-SYNC-01',
      'Forêt : contoso.example',
      `Locataire : Contoso (${tenant})`,
      'Sur 13 étapes : 2 vérifiées par Graph, 11 déclarées par une personne. Les deux ne s’additionnent jamais.',
    ],
    copyInOther: 'Copier en anglais',
    digest: /^SHA-256 du journal exporté : ([0-9a-f]{64})$/m,
  },
} as const satisfies Readonly<Record<Tongue, unknown>>

describe.each(tongues)('the whole journey in %s', tongue => {
  test('from the first question to the record in another run', async () => {
    const seen = await visit(addresses[tongue], {
      viewport: {width: 1280, height: 900},
      timezoneId: 'Europe/Paris',
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const book = await readRunbookPage(seen.page, tongue)
    await book.startPractice()
    await answerBefore(book)
    await enterContext(book)
    await tickTheServer(book)
    await proveByOutput(book)
    await signInAndReadRoles(book)
    await visitThePortal(book)
    await declareSaved(book)
    await searchTheLog(book)
    await countApart(book)
    await tenantAgrees(book)
    const file = await takeElsewhere(book)
    await openElsewhere(book, file)
    await seen.close()
  })
})

async function answerBefore({page, tongue, say, shell, events}: RunbookPage): Promise<void> {
  const promised = promises[tongue]
  // Start goes to the first step; what was left behind above it is folded, and a press away.
  const head = page.getByRole('button', {name: `${shell.needs} · ${shell.before}`, exact: true})
  await expect.poll(() => head.getAttribute('aria-expanded'), patient).toBe('false')
  await head.click()
  for (const [question, answer] of promised.before) {
    const group = page.getByRole('group', {name: question, exact: true})
    await turn(group.getByRole('radio', {name: answer}).or(group.getByRole('checkbox', {name: answer})), true)
  }
  const [question, right] = promised.rights
  const rights = page.getByRole('group', {name: question, exact: true})
  await rights.getByLabel(say.before.forest, {exact: true}).fill('contoso.example')
  await rights.getByRole('button', {name: say.before.addForest}).click()
  const forest = rights.getByRole('group', {name: 'contoso.example'})
  await turn(forest.getByRole('checkbox', {name: right, exact: true}), true)
  await expect.poll(async () => (await events()).at(-1), patient).toContain(promised.answeredRights)
  expect((await events()).some(event => event.endsWith(promised.answered))).toBe(true)
}

async function enterContext({record, say, events, expectSaid}: RunbookPage): Promise<void> {
  await record.getByText(say.record.context, {exact: true}).click()
  const entries = {ticket: 'CHG0012345', server: 'SRV-SYNC-01', forest: 'contoso.example'} as const
  for (const [index, field] of (['ticket', 'server', 'forest'] as const).entries()) {
    const entry = record.getByLabel(say.context[field], {exact: true})
    await entry.fill(entries[field])
    // Kept as it is left.
    await entry.press('Tab')
    const set = async () => (await events()).filter(event => event.includes(say.event['context-set'])).length
    await expect.poll(set, patient).toBe(index + 1)
    await expectSaid(say.context.kept)
  }
}

async function tickTheServer(book: RunbookPage): Promise<void> {
  const {card, say, tongue} = book
  const promised = promises[tongue]
  const [first, ...others] = steps.filter(step => step.startsWith('1.'))
  if (first === undefined) throw new TypeError('The flagship has no step on the server.')
  await book.tick(first)
  // The name is asked once, where it is first missing, and the step stands under it.
  await book.giveName(first, person)
  await book.expectChip(first, promised.marked.split('. ')[0] ?? '')
  for (const step of others) {
    await book.tick(step)
    expect(await card(step).getByLabel(say.operator.field).count()).toBe(0)
  }
  const more = card('1.2').getByText(say.card.more, {exact: true})
  await more.click()
  await card('1.2').getByLabel(say.note.field, {exact: true}).fill('Welcome page in German')
  await card('1.2').getByRole('button', {name: say.note.keep}).click()
  await card('1.2').getByText('Welcome page in German', {exact: true}).waitFor()
  await card('1.3').getByText(say.card.more, {exact: true}).click()
  await card('1.3').getByLabel(say.note.doneBy, {exact: true}).fill('Karim B.')
  await card('1.3').getByRole('button', {name: say.note.bySomeoneElse}).click()
  await card('1.3').getByText(promised.markedFor, {exact: true}).waitFor()
  for (const step of [first, ...others].filter(step => step !== '1.3')) {
    await card(step).getByText(promised.marked, {exact: true}).waitFor()
    expect(await card(step).getByText(moment).count(), `${step} says when, with its offset`).toBe(1)
  }
  await book.expectCounts(promised.counts(0, 8))
}

async function proveByOutput(book: RunbookPage): Promise<void> {
  const {card, page, say, tongue} = book
  const promised = promises[tongue]
  await card('1.8').getByRole('button', {name: say.output.paste, exact: true}).click()
  await card('1.8').getByRole('button', {name: promised.sample, exact: true}).click()
  await book.expectChip('1.8', promised.confirmed)
  await book.expectSaid(say.announce['output-confirmed'].replace('{says}', promised.confirmedSays))
  const [seen, soft, good, goodSoft] = await Promise.all(
    ['seen', 'seen-soft', 'good', 'good-soft'].map(token => colour(page, token)),
  )
  const drawn = await look(book.chip('1.8'))
  expect(drawn).toMatchObject({ink: seen, ground: soft})
  expect([good, goodSoft]).not.toContain(drawn.ground)
  // It was pasted, not read: it stands beside the eight, and verifies none.
  await book.expectCounts(promised.counts(0, 8))
}

async function signInAndReadRoles(book: RunbookPage): Promise<void> {
  const {tongue} = book
  const promised = promises[tongue]
  await book.press('2.1', presses[tongue].account)
  await book.expectAsked(['User.Read'])
  await book.answerSignIn('accept')
  await book.expectChip('2.1', promised.accountRead)
  await book.expectSaid(promised.signedIn)
  // Signing in is no longer what a press would do.
  await book.card('2.1').getByRole('button', {name: promised.readAgain, exact: true}).waitFor()
  await book.press('2.1', presses[tongue].roles)
  await book.grant('2.1')
  await book.expectChip('2.1', promised.rolesRead)
  await expectFilledGreen(book, '2.1')
  await book.bar.getByText(tenant, {exact: true}).waitFor()
  // Read is not done: the step is ticked by a person, apart, and stays read.
  expect(await book.done('2.1').isChecked()).toBe(false)
  await book.expectCounts(promised.counts(1, 8))
  await book.tick('2.1')
  await book.card('2.1').getByText(promised.markedByAccount).waitFor()
  await book.expectChip('2.1', promised.rolesRead)
  await book.expectCounts(promised.counts(1, 8))
}

async function visitThePortal(book: RunbookPage): Promise<void> {
  const {card, portalDialog, say, tongue} = book
  const promised = promises[tongue]
  await book.press('2.2', presses[tongue].prerequisites)
  await book.grant('2.2')
  await book.expectChip('2.2', promised.prerequisites)
  await expectFilledGreen(book, '2.2')
  await book.expectSaid(promised.prerequisitesSaid)
  await card('2.2').getByText(promised.sync).waitFor()
  await card('2.2').getByText(promised.licence).waitFor()
  await card('2.2').getByRole('button', {name: promised.open, exact: true}).waitFor()
  await book.openPortal('2.2')
  expect(await portalDialog.locator('code').innerText()).toContain(tenant)
  await book.portalBox('writeback').check()
  await book.portalBox('unlock').check()
  await portalDialog.getByText(promised.unsaved, {exact: true}).waitFor()
  await portalDialog.getByRole('button', {name: say.practice.save, exact: true}).click()
  await portalDialog
    .getByText(say.practice.savedAt.split(' ')[0] ?? '', {exact: false})
    .first()
    .waitFor()
  await book.closePortal()
  await card('2.2').getByText(promised.reopen).waitFor()
  await turn(book.done('2.2'), true)
  for (const step of ['2.3', '2.4'] as const) {
    await book.press(step, presses[tongue].look)
    await card(step).getByText(promised.lastSync).waitFor()
    // A light read beside a box says nothing of the box.
    await book.expectChip(step, promised.readyPortal)
  }
}

async function declareSaved(book: RunbookPage): Promise<void> {
  const {card, say, tongue} = book
  const promised = promises[tongue]
  await book.saved().click()
  await card('2.5').getByText(promised.asks, {exact: true}).waitFor()
  await book.expectSaid(promised.asks)
  expect(await book.saved().isChecked()).toBe(false)
  expect(await book.box('2.3').isChecked()).toBe(false)
  await turn(book.box('2.3'), true)
  await book.expectChip('2.3', promised.ticked)
  expect((await look(book.chip('2.3'))).line).toBe('dashed')
  // The other is asked for in the same place.
  await card('2.5')
    .getByRole('checkbox', {name: `2.4 ${say.card.boxTicked}`})
    .click()
  await book.expectChip('2.4', promised.ticked)
  expect(await book.saved().isChecked()).toBe(false)
  await turn(book.saved(), true)
  await book.expectSaid(promised.saidSaved)
  for (const step of ['2.3', '2.4', '2.5'] as const) await book.expectChip(step, promised.markedByAccount)
}

async function searchTheLog(book: RunbookPage): Promise<void> {
  const {card, page, say, tongue} = book
  const promised = promises[tongue]
  await book.press('2.5', presses[tongue].search)
  await book.expectChip('2.5', promised.needsOne)
  await book.press('2.5', say.card.grant)
  await book.expectAsked(['AuditLog.Read.All'])
  await book.answerSignIn('accept')
  await expect.poll(() => book.chipText('2.5'), {timeout: 60_000}).toBe(promised.found)
  await book.expectSaid(`${promised.found}.`)
  // Microsoft gives the name in English, whatever the language of the page.
  const name = card('2.5').getByText('Enable password writeback for directory')
  expect(await name.getAttribute('lang')).toBe('en')
  const line = await name.locator('..').innerText()
  expect(line.replace(clock, 'TIME')).toBe(promised.event)
  const [seen, soft] = await Promise.all(['seen', 'seen-soft'].map(token => colour(page, token)))
  expect(await look(book.chip('2.5'))).toMatchObject({ink: seen, ground: soft})
}

async function countApart(book: RunbookPage): Promise<void> {
  const promised = promises[book.tongue]
  await book.expectCounts(promised.counts(2, 11))
  const rail = book.page.getByRole('navigation', {name: book.shell.steps})
  await rail.getByText(promised.partOne, {exact: true}).waitFor()
  await rail.getByText(promised.partTwo, {exact: true}).waitFor()
}

// What the record says was saved is what the tenant shows; what was not saved there is not there.
async function tenantAgrees(book: RunbookPage): Promise<void> {
  const states = async () => [
    await book.portalBox('writeback').isChecked(),
    await book.portalBox('unlock').isChecked(),
  ]
  await book.openPortal('2.4')
  expect(await states()).toEqual([true, true])
  await book.portalBox('unlock').uncheck()
  await book.closePortal()
  await book.openPortal('2.5')
  expect(await states()).toEqual([true, true])
  await book.closePortal()
}

async function takeElsewhere(book: RunbookPage): Promise<string> {
  const {page, record, say, tongue} = book
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    record.getByRole('button', {name: say.file.export, exact: true}).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^passerelle-simulation-.+\.json$/)
  const path = await download.path()
  const json = await readFile(path, 'utf8')
  const sha256 = createHash('sha256').update(json).digest('hex')
  const exported = JSON.parse(json) as RunRecord
  expect(exported.events.map(({seq}) => seq)).toEqual(exported.events.map((_, index) => index))
  expect(exported.events[0]).toMatchObject({type: 'run-started', mode: 'practice', situation: 'in-order'})
  expect(exported.events.find(({type}) => type === 'saved')).toMatchObject({
    steps: ['writeback', 'unlock', 'save'],
    attribution: {by: account, source: 'account'},
  })
  // No token in any encoding: those of practice are JWTs too.
  expect(json).not.toMatch(/eyJ|refresh_token|access_token|Bearer/)
  const ids = exported.events.flatMap(event =>
    event.type === 'press-done'
      ? event.results.flatMap(({requestId}) => requestId ?? [])
      : event.type === 'evidence-searched'
        ? [event.requestId ?? '']
        : [],
  )
  expect(new Set(ids).size).toBeGreaterThan(5)
  const own = record.getByRole('button', {name: say.file.copyTicket, exact: true})
  const other = record.getByRole('button', {name: promises[tongue].copyInOther, exact: true})
  for (const [written, button] of [
    [tongue, own],
    [tongue === 'en-US' ? 'fr-FR' : 'en-US', other],
  ] as const) {
    const text = await copied(book, button)
    for (const line of promises[written].ticket) expect(text).toContain(line)
    expect(promises[written].digest.exec(text)?.[1]).toBe(sha256)
    for (const id of ids) expect(text, written).toContain(`[${id}]`)
    expect(text).not.toMatch(/\{\w+\}/)
  }
  return path
}

async function copied({page}: RunbookPage, button: Locator): Promise<string> {
  const read = () => page.evaluate(() => navigator.clipboard.readText())
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await button.click()
  await expect.poll(read, patient).not.toBe('')
  return (await read()).replaceAll('\r\n', '\n')
}

async function openElsewhere(book: RunbookPage, file: string): Promise<void> {
  const {bar, record, tongue, events} = book
  const promised = promises[tongue]
  const before = await events()
  await record.locator('input[type=file]').setInputFiles(file)
  await book.expectSaid(promised.imported)
  await bar.getByText(promised.importedBar).waitFor()
  // Everything that was read stands as old; what a person said stands as it was.
  for (const step of ['2.1', '2.2'] as const) await book.expectChip(step, promised.notRead)
  await book.expectChip('2.3', promised.markedByAccount)
  await book.expectCounts(promised.counts(0, 13))
  const after = await events()
  expect(after.slice(0, -1)).toEqual(before.map(event => `${event} ${promised.fromFile}`))
}

async function expectFilledGreen(book: RunbookPage, step: '2.1' | '2.2'): Promise<void> {
  const [good, on] = await Promise.all(['good', 'on-good'].map(token => colour(book.page, token)))
  expect(await look(book.chip(step)), `${step} is filled green`).toEqual({
    ground: good,
    ink: on,
    line: 'solid',
  })
}
