// `npm test`: units, the site as it is built in Chromium, then the matrix of rehearsals with the rows that Chromium played.
// Prints one closing line for all of it.
import {mkdirSync, readFileSync, rmSync} from 'node:fs'
import {spawnSync} from 'node:child_process'
import {bin, ensureInstalled, root, run} from './install.mjs'

ensureInstalled()
const reports = `${root}.cache-passerelle/`
rmSync(reports, {recursive: true, force: true})
mkdirSync(reports, {recursive: true})

const units = vitest('units', 'test/vitest.config.mts')
const {build} = await import('./build.mjs')
build()
buildForTenant()
run(bin('tsx'), ['test/e2e/locales/build.ts'])
const browser = vitest('browser', 'test/e2e/vitest.config.mts', '--reporter=./test/e2e/second-tries.ts')
if (browser.total === 0) console.error('No browser test ran: that is a failure.')

// It reads what the browser tests have reported.
const matrix = spawnSync(process.execPath, ['plugins/cli/passerelle.mjs', 'rehearse', '--all'], {
  cwd: root,
  stdio: 'inherit',
})

const failed = units.failed + browser.failed
const broken = matrix.status !== 0 || [units, browser].some(suite => suite.status !== 0 || suite.total === 0)
console.log(
  `\n${units.passed + browser.passed} passed, ${failed} failed, ${units.skipped + browser.skipped} skipped`,
)
process.exit(failed > 0 || broken ? 1 : 0)

// The same site as it is built for a real tenant. A process of its own, because the environment is the configuration.
function buildForTenant() {
  const {clientId, tenant, cloud} = JSON.parse(
    readFileSync(`${root}test/e2e/tenant/registration.json`, 'utf8'),
  )
  run(process.execPath, ['plugins/cli/build.mjs', '.cache-passerelle/tenant-site'], {
    PASSERELLE_CLIENT_ID: clientId,
    PASSERELLE_TENANT: tenant,
    PASSERELLE_CLOUD: cloud,
  })
}

function vitest(name, config, ...more) {
  const outputFile = `${reports}${name}.json`
  const args = [
    'run',
    '-c',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${outputFile}`,
    ...more,
  ]
  const {status} = spawnSync(bin('vitest'), args, {cwd: root, stdio: 'inherit'})
  try {
    const report = JSON.parse(readFileSync(outputFile, 'utf8'))
    return {
      status,
      total: report.numPassedTests + report.numFailedTests,
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } catch {
    return {status: status || 1, total: 0, passed: 0, failed: 0, skipped: 0}
  }
}
