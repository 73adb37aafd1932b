import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'

const css = readFileSync('src/css/tokens.css', 'utf8')
const light = tokensOf(':root')
const dark = {...light, ...tokensOf("[data-theme='dark']")}
const practice = tokensOf("[data-tenant='practice']")

const grounds = ['bg', 'surface', 'sunken']
const tones = ['accent', 'good', 'seen', 'hand', 'need', 'bad', 'practice']
const texts: readonly (readonly [string, string])[] = [
  ...grounds.flatMap(ground => ['ink', 'ink-2', 'ink-3', 'accent'].map(text => [text, ground] as const)),
  ...tones.flatMap(tone => ['bg', 'surface', `${tone}-soft`].map(ground => [tone, ground] as const)),
  ...['accent', 'good', 'bad', 'practice'].map(tone => [`on-${tone}`, tone] as const),
  ...['accent', 'good', 'need', 'bad', 'practice'].map(tone => ['ink', `${tone}-soft`] as const),
  ...['code-ink', 'ink-3', 'accent', 'seen', 'hand'].map(text => [text, 'code'] as const),
  ['on-accent', 'accent-hover'],
  ['on-practice', 'practice-hover'],
  ['surface', 'ink'],
]
const edges: readonly (readonly [string, string])[] = [
  ...grounds.map(ground => ['line-strong', ground] as const),
  ['focus', 'bg'],
  ['focus', 'surface'],
]
const themes = [
  ['light', light],
  ['dark', dark],
  ['light, practice', inPractice(light)],
  ['dark, practice', inPractice(dark)],
] as const

describe.each(themes)('%s', (_, tokens) => {
  test.each(texts)('text %s on %s has 4.5', (text, ground) => {
    expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(4.5)
  })
  test.each(edges)('edge %s on %s has 3', (edge, ground) => {
    expect(contrast(tokens[edge], tokens[ground])).toBeGreaterThanOrEqual(3)
  })
})

test('practice changes five tokens', () => {
  expect(Object.keys(practice).sort()).toEqual([
    'accent',
    'accent-hover',
    'accent-soft',
    'focus',
    'on-accent',
  ])
})

test('colour values stand in tokens.css only', () => {
  const files = readdirSync('src', {recursive: true, withFileTypes: true})
    .filter(entry => /\.(css|tsx)$/.test(entry.name) && entry.name !== 'tokens.css')
    .map(entry => join(entry.parentPath, entry.name))
  const coloured = files.filter(path =>
    /(?<![&\w])#[\da-f]{3,8}\b(?!['"])|\brgba?\(|\bhsla?\(/i.test(readFileSync(path, 'utf8')),
  )
  expect(coloured).toEqual([])
})

// The first block of a selector: the print values come last.
function tokensOf(selector: string): Readonly<Record<string, string>> {
  const start = css.indexOf(`\n${selector} {`)
  const block = css.slice(start, css.indexOf('\n}', start))
  const pairs = [...block.matchAll(/--p-([\w-]+): (#[\da-f]{6}|var\([^)]*\));/g)].map(
    ([, name = '', value = '']) => [name, value],
  )
  return Object.fromEntries(pairs) as Record<string, string>
}

function inPractice(tokens: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const values = Object.entries(practice).map(([name, value]) => [
    name,
    tokens[value.slice('var(--p-'.length, -1)],
  ])
  return {...tokens, ...(Object.fromEntries(values) as Record<string, string>)}
}

function contrast(text: string | undefined, ground: string | undefined): number {
  const [low = 0, high = 0] = [luminance(text), luminance(ground)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** WCAG 2.2, relative luminance of an sRGB colour `#rrggbb`. */
function luminance(colour: string | undefined): number {
  if (!colour) throw new TypeError('Missing token')
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
