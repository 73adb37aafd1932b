// @vitest-environment happy-dom
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'
import Filled, {Names} from '../../src/components/runbook/runtime/Filled.tsx'
import {formatFound} from '../../src/components/runbook/runtime/formatFound.ts'
import enUS from '../../src/components/runbook/words/en-US.ts'
import {check} from '../../src/engine/check.ts'

const attacks = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '{found}<b>{value}</b>',
]

test.each(attacks)('what Graph answers is text, never an element: %s', attack => {
  const read = {
    id: 'r',
    path: '/v1.0/organization',
    scopes: [],
    value: 'value[0].id',
    found: {value: 'value[].displayName', as: 'list'},
    says: {},
    source: '',
  } as const
  const body = {value: [{id: attack, displayName: attack}]}
  const {found} = check(read, {id: 'r', status: 200, body, requestId: attack, date: null}, 0)
  const text = formatFound(found, 'list', {locale: 'en-US', words: enUS.found})
  const page = document.createElement('div')
  page.innerHTML = renderToStaticMarkup(
    <p>
      <Filled text="Tenant: {found}." values={{found: text}} />
      <Names of={[attack]} locale="en-US" />
    </p>,
  )
  expect([...page.querySelectorAll('*')].map(({tagName}) => tagName)).toEqual(['P', 'CODE'])
  expect(page.textContent).toBe(`Tenant: ${attack}.${attack}`)
})

// One exception would be enough: the page has none.
test('no code of the page writes markup', () => {
  const files = readdirSync('src', {recursive: true, encoding: 'utf8'}).filter(name => /\.tsx?$/.test(name))
  const writing =
    /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|srcdoc|new Function\b|\beval\(/i
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter(name => writing.test(readFileSync(join('src', name), 'utf8')))).toEqual([])
})
