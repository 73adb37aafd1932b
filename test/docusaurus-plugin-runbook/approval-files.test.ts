import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {writeApproval} from '../../plugins/docusaurus-plugin-runbook/approval-files.ts'
import {approvalWords} from '../../plugins/docusaurus-plugin-runbook/approval-words.ts'
import {readBuiltPage} from '../../plugins/docusaurus-plugin-runbook/built-page.ts'
import {root} from '../cli/passerelle.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-approval-'))
  mkdirSync(join(folder, 'assets/css'), {recursive: true})
  writeFileSync(
    join(folder, 'assets/css/styles.0123.css'),
    ':root{--p-bg:#fff}[data-theme=dark]{--p-bg:#0d1519}',
  )
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><head><link rel=icon href=/img/favicon.svg /><link rel=stylesheet href=/assets/css/styles.0123.css /></head>',
  )
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

const read = (path: string) => readFileSync(join(folder, path), 'utf8')
const write = () =>
  writeApproval({
    siteDir: root,
    folder,
    configuration: {url: 'https://passerelle.example', signIn: null},
    policy: null,
  })

test.each([
  ['en-US', '', 'fr-FR/'],
  ['fr-FR', 'fr-FR/', ''],
] as const)('%s: Markdown, and a page without script, style or event handler', (locale, base, other) => {
  write()
  const {title} = approvalWords[locale]
  expect(read(`${base}approval.md`).startsWith(`# ${title}\n`)).toBe(true)
  const html = read(`${base}approval.html`)
  expect(html).toContain(`<html lang="${locale}"`)
  expect(html).toContain(`<title>${title} | Passerelle</title>`)
  expect(html).toContain(`href="/${other}approval.html"`)
  expect(html.match(/<link rel="stylesheet" href="[^"]*">/g)).toEqual([
    '<link rel="stylesheet" href="/assets/css/styles.0123.css">',
    '<link rel="stylesheet" href="/approval.css">',
  ])
  expect(html).not.toMatch(/<script|<style| style=| on\w+=/)
  expect(readBuiltPage(html)).toMatchObject({scripts: [], styles: [], hasPolicy: true})
})

test('who prefers dark gets the dark tokens of the site', () => {
  write()
  expect(read('approval.css')).toMatch(
    /@media screen and \(prefers-color-scheme: dark\) \{\s*html:root \{[^}]*--p-bg:#0d1519/,
  )
})

test('every cell has the name of its column', () => {
  write()
  const cells = read('approval.html').match(/<td [^>]*>/g) ?? []
  expect(cells.length).toBeGreaterThan(50)
  expect(cells.filter(cell => !/ data-label="[^"]+"/.test(cell))).toEqual([])
})
