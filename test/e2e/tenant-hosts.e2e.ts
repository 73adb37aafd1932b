// Which hosts Chromium itself says it asked, beside what the page and the servers say of it.
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {presses} from './runbook-page.ts'
import {verified} from './runs.ts'
import {expectHosts, grant, launchWithHosts, signIn, visitTenant} from './tenant/visit.ts'

/** The part of Chromium's log of its network that tells what was asked. */
interface NetLog {
  readonly constants: {readonly logEventTypes: Readonly<Record<string, number>>}
  readonly events: readonly {
    readonly type: number
    readonly params?: {readonly url?: string; readonly initiator?: string}
  }[]
}

test('a run with Graph asks the site, the sign-in host and Graph, says Chromium’s own log', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-'))
  onTestFinished(() => rm(folder, {recursive: true, force: true}))
  const file = join(folder, 'net-log.json')
  const launched = await launchWithHosts([`--log-net-log=${file}`])
  try {
    const seen = await visitTenant('en-US', {launched})
    const {book} = seen
    await signIn(seen)
    await book.expectChip('2.1', verified['en-US'].account)
    await book.press('2.2', presses['en-US'].prerequisites)
    await grant(seen, '2.2')
    await book.expectChip('2.2', verified['en-US'].prerequisites)
    expectHosts(seen)
    await seen.close()
    // The log is whole once the browser is gone.
    await launched.browser.close()
    const site = new URL(seen.origin).host
    const log = JSON.parse(await readFile(file, 'utf8')) as NetLog
    expect(hostsOf(log)).toEqual(['graph.microsoft.com', site, 'login.microsoftonline.com'].sort())
  } finally {
    await launched.browser.close()
    await launched.hosts.close()
  }
})

/** Hosts of every request that some page began, windows and workers included. */
function hostsOf({constants, events}: NetLog): readonly string[] {
  const started = constants.logEventTypes['URL_REQUEST_START_JOB']
  const urls = events.flatMap(({type, params: {url, initiator} = {}}) =>
    // Without one: Chromium's own services, which find no host here, and the address that the test typed.
    type === started && url !== undefined && initiator !== 'not an origin' ? [new URL(url)] : [],
  )
  const addressed = urls.filter(({protocol}) => /^(https?|wss?):$/.test(protocol))
  return [...new Set(addressed.map(({host}) => host))].sort()
}
