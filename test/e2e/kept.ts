// What a browser keeps of the site, and what a person can take away of it.
import {readFile} from 'node:fs/promises'
import type {RunbookPage} from './runbook-page.ts'

/** All that the browser keeps of the site: databases, both storages, cookies, the address and the state of the page. */
export async function kept({page}: RunbookPage): Promise<string> {
  const cookies = await page.context().cookies()
  return JSON.stringify(cookies) + (await page.evaluate(dump))
}

// Runs in the page: it may use nothing from outside.
async function dump(): Promise<string> {
  const finished = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('The database cannot be read.'))
    })
  const rows: unknown[] = []
  for (const {name = ''} of await indexedDB.databases()) {
    const database = await finished(indexedDB.open(name))
    for (const store of database.objectStoreNames) {
      const entries = database.transaction(store).objectStore(store)
      rows.push(await finished(entries.getAll()), await finished(entries.getAllKeys()))
    }
    database.close()
  }
  const places = [localStorage, sessionStorage].map(storage => Object.entries(storage))
  return JSON.stringify([rows, places, window.location.href, window.history.state, document.title])
}

/** The record as it is exported. */
export async function exported({page, record, say}: RunbookPage): Promise<string> {
  const download = page.waitForEvent('download')
  await record.getByRole('button', {name: say.file.export, exact: true}).click()
  return readFile(await (await download).path(), 'utf8')
}
