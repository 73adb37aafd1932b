// `npm run size`: what a page costs, beside a plain Docusaurus page of the same article. Reports; asserts nothing.
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {gzipSync} from 'node:zlib'
import {bin, ensureInstalled, root} from './install.mjs'

ensureInstalled()
const {launchChromium} = await import('./chromium.mjs')
const {serve} = await import('./serve.mjs')
if (!existsSync(`${root}build/index.html`)) {
  console.error('There is no build: npm run build')
  process.exit(2)
}
const heavy = [
  ['MSAL', 'msal.js.browser', 0],
  ['Graph client', 'graph-js', 0],
  ['practice tenant', 'login.practice.invalid', 40],
]
const article = 'enable-password-writeback-in-azure-ad-connect'
const browser = await launchChromium()

const plain = await fetched(buildPlain(), `/${article}`)
row('plain Docusaurus, the same article', plain.reading)
for (const locale of ['', '/fr-FR']) {
  const page = await fetched(`${root}build`, `${locale}/${article}`)
  row(`runbook page ${locale || '/en-US'}, before idle or touch`, page.reading)
  row('  added to the plain page (budget 15)', page.reading - plain.reading)
  row('  interactive cards, on idle (budget 35)', page.resting - page.reading)
  for (const [name, marker, budget] of heavy) {
    const chunks = page.files.filter(({text}) => text.includes(marker))
    row(`  ${name} before the intent (budget 0)`, sum(chunks))
    if (budget) row(`  ${name}, only when used (budget ${budget})`, sum(lazyWith(marker)))
    else row(`  ${name}, only when used`, sum(lazyWith(marker)))
  }
}
await browser.close()

function row(name, bytes) {
  console.log(`${name.padEnd(58)} ${(bytes / 1000).toFixed(1).padStart(7)} KB gzip`)
}

/** Bytes of the scripts a page fetches while it is only read, and once it rests; with the scripts' texts. */
async function fetched(directory, path) {
  const server = await serve(0, directory)
  const origin = `http://localhost:${server.address().port}`
  // Docusaurus prefetches the pages that visible links name: as much here as there, so it is left out of the sums.
  const seeNothing = 'window.IntersectionObserver = class { observe() {} unobserve() {} disconnect() {} };'
  const reading = await scriptsOf(`${origin}${path}`, `${seeNothing} window.requestIdleCallback = () => 0`)
  const files = await scriptsOf(`${origin}${path}`, seeNothing)
  server.closeAllConnections()
  server.close()
  return {reading: sum(reading), resting: sum(files), files}
}

async function scriptsOf(url, prepare) {
  const context = await browser.newContext()
  await context.addInitScript(prepare)
  const page = await context.newPage()
  const bodies = []
  page.on('response', response => {
    if (new URL(response.url()).pathname.endsWith('.js')) bodies.push(response.text())
  })
  await page.goto(url)
  // Longer than the longest wait for an idle moment.
  await page.waitForTimeout(4000)
  const texts = await Promise.all(bodies)
  await context.close()
  return texts.map(text => ({text}))
}

function lazyWith(marker) {
  const folder = `${root}build/assets/js`
  const texts = readdirSync(folder).map(name => readFileSync(`${folder}/${name}`, 'utf8'))
  return texts.filter(text => text.includes(marker)).map(text => ({text}))
}

function sum(scripts) {
  return scripts.reduce((bytes, {text}) => bytes + gzipSync(text, {level: 9}).length, 0)
}

/** The same article's French text on Docusaurus as it comes: its own theme, no plugin of ours. */
function buildPlain() {
  const folder = `${root}.cache-passerelle/plain`
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(`${folder}/docs`, {recursive: true})
  const text = readFileSync(`${root}test/fixtures/flagship/published.fr-FR.md`, 'utf8')
  // As many pages as this site has: each costs every page a route and an entry.
  const pages = readdirSync(`${root}docs`, {recursive: true}).filter(name =>
    /^(?!_)[^/]*(\/[^/_]+)*\.md$/.test(name),
  )
  const others = pages.slice(1).map((_, index) => `other-${index}`)
  for (const name of [article, ...others]) writeFileSync(`${folder}/docs/${name}.md`, text)
  writeFileSync(`${folder}/package.json`, '{"private": true}')
  writeFileSync(
    `${folder}/docusaurus.config.js`,
    `module.exports = {title: 'Plain', url: 'https://plain.example', baseUrl: '/', trailingSlash: false,
      onBrokenLinks: 'ignore', markdown: {format: 'detect'}, i18n: {defaultLocale: 'fr', locales: ['fr']},
      future: {v4: true, faster: {rspackPersistentCache: false, gitEagerVcs: false}, experimental_vcs: false},
      plugins: [['@docusaurus/plugin-content-docs', {routeBasePath: '/', sidebarPath: undefined}]],
      themes: ['@docusaurus/theme-classic']}`,
  )
  const out = `${folder}/build`
  const {status, stdout, stderr} = spawnSync(bin('docusaurus'), ['build', folder, '--out-dir', out], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) {
    console.error(stdout + stderr)
    process.exit(1)
  }
  return out
}
