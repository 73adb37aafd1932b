// What an attacker can put into a tenant, into a record or onto a disk, against the page: it stays text, and no token
// leaves the place of MSAL.
import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {visit} from './browser.ts'
import {changeTenant} from './practice.ts'
import {addresses, readRunbookPage, type RunbookPage} from './runbook-page.ts'
import {declareVisit, findEvent, readAccount, readPrerequisites, readRoles} from './runs.ts'

const markup = '<img src="/planted" onerror="globalThis.planted=1"><script>globalThis.planted=1</script>'

test('markup in what Graph answers is shown as text, on the cards and in the record', async () => {
  const {book, requests, close} = await open()
  await readAccount(book)
  await changeTenant(book, state => ({
    ...state,
    people: state.people.map(person => ({...person, name: markup})),
    directory: {...state.directory, organization: {...state.directory.organization, displayName: markup}},
    audit: state.audit.map(entry => ({...entry, event: {...entry.event, activityDisplayName: markup}})),
  }))
  await book.press('2.1', 'Read the account again')
  await book.card('2.1').getByText(markup).first().waitFor()
  await readPrerequisites(book)
  await expectNothingPlanted(book.page, requests)
  await close()
})

test('markup in an imported run is shown as text, on the cards, in the record and in the list of runs', async () => {
  const {book, requests, close} = await open()
  await book.startPractice()
  await book.tick('1.1')
  await book.giveName('1.1', 'Amira')
  const {file} = await exported(book)
  const events = file.events.map(event => planted(event))
  const context = {
    ...file.events[0],
    ...{type: 'context-set', ticket: markup, changeWindow: markup, server: markup, forest: markup},
    seq: events.length,
  }
  for (const key of ['runbook', 'articleHash', 'build', 'mode', 'situation', 'locale'])
    Reflect.deleteProperty(context, key)
  await importFile(book, {...file, events: [...events, context]})
  await book.record.getByText(book.say.event['run-imported'], {exact: true}).waitFor()
  await book.card('1.1').getByText(markup).first().waitFor()
  await expectNothingPlanted(book.page, requests)
  await book.page.goto('/runs')
  await book.page.getByText(addresses['en-US'].slice(1, 7), {exact: false}).first().waitFor()
  await expectNothingPlanted(book.page, requests)
  await close()
})

test('after a whole run no token is in storage, record, file, log or history, but for the place of MSAL', async () => {
  const {book, logged, close} = await open(true)
  await readAccount(book)
  await readRoles(book)
  await readPrerequisites(book)
  await declareVisit(book)
  await findEvent(book)
  const {text} = await exported(book)
  const secrets = await tokensOf(book.page)
  // The control: there are tokens, and the search finds them where they are.
  expect(secrets.length).toBeGreaterThan(2)
  const kept = await storageOf(book.page)
  expect(secrets.every(secret => kept.session.includes(secret))).toBe(true)
  const elsewhere = [kept.local, kept.databases, kept.history, text, logged.join('\n'), book.page.url()]
  expect(secrets.filter(secret => elsewhere.some(place => place.includes(secret)))).toEqual([])
  expect(kept.databases).toContain('read')
  expect(book.page.url()).not.toMatch(/[?#].*(code|state|token)=/)
  await close()
})

interface RunFile {
  readonly events: readonly Readonly<Record<string, unknown>>[]
}

async function open(movableClock = false) {
  const visited = await visit(addresses['en-US'], {viewport: {width: 1280, height: 900}, movableClock})
  const logged: string[] = []
  visited.page.on('console', message => logged.push(message.text()))
  return {...visited, logged, book: await readRunbookPage(visited.page, 'en-US')}
}

// The same event with markup wherever a person's name stands.
function planted(event: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const attribution = event['attribution']
  if (typeof attribution === 'object') {
    return {...event, attribution: {...attribution, by: markup, enteredBy: markup}}
  }
  return event['type'] === 'operator-named' ? {...event, name: markup} : event
}

async function exported({page, record, say}: RunbookPage): Promise<{text: string; file: RunFile}> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    record.getByRole('button', {name: say.file.export, exact: true}).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  return {text, file: JSON.parse(text) as RunFile}
}

async function importFile({record}: RunbookPage, file: RunFile): Promise<void> {
  await record.locator('input[type=file]').setInputFiles({
    name: 'run.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  })
}

async function expectNothingPlanted(page: Page, requests: readonly string[]): Promise<void> {
  expect(await page.evaluate(() => 'planted' in globalThis)).toBe(false)
  expect(await page.locator('img[src="/planted"]').count()).toBe(0)
  expect(requests.filter(url => url.includes('planted'))).toEqual([])
}

/** The tokens that MSAL holds in this tab: what its entries call a secret. */
function tokensOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    Object.values(sessionStorage).flatMap(value => {
      try {
        const {secret} = JSON.parse(String(value)) as {readonly secret?: string}
        return secret === undefined ? [] : [secret]
      } catch {
        return []
      }
    }),
  )
}

/** All that the origin keeps, as text. */
function storageOf(page: Page) {
  return page.evaluate(async () => {
    const finished = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('The database cannot be read.'))
      })
    const databases: unknown[] = []
    for (const {name = ''} of await indexedDB.databases()) {
      // The practice tenant plays Entra: it issues the tokens, so that it knows them.
      if (name === 'passerelle-practice') continue
      const database = await finished(indexedDB.open(name))
      for (const store of database.objectStoreNames)
        databases.push(await finished(database.transaction(store).objectStore(store).getAll()))
      database.close()
    }
    return {
      session: JSON.stringify(Object.entries(sessionStorage)),
      local: JSON.stringify(Object.entries(localStorage)),
      databases: JSON.stringify(databases),
      history: JSON.stringify(window.history.state),
    }
  })
}
