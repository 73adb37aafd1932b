import type {Random} from './random.ts'

/** One kind of damage: a text and where it strikes → the damaged text. */
type Damage = (text: string, at: number, random: Random) => string

/** The kinds of damage by name. What grows a text adds at most some ten thousand characters to it. */
export const damages: Readonly<Record<string, Damage>> = {
  cut: (text, at, random) => text.slice(0, at) + text.slice(at + reachOf(random)),
  'cut at the end': (text, at) => text.slice(0, at),
  'cut at the beginning': (text, at) => text.slice(at),
  doubled: (text, at, random) => {
    const end = at + reachOf(random)
    return text.slice(0, end) + text.slice(at, end) + text.slice(end)
  },
  swapped: (text, at, random) => {
    const [middle, end] = [at + reachOf(random), at + reachOf(random) + reachOf(random)]
    return (
      text.slice(0, at) + text.slice(middle, end) + text.slice(at, middle) + text.slice(Math.max(middle, end))
    )
  },
  moved: (text, at, random) => {
    const end = at + reachOf(random)
    return insert(text.slice(0, at) + text.slice(end), random.below(text.length), text.slice(at, end))
  },
  nested: (text, at, random) =>
    insert(text, at, text.slice(at, at + reachOf(random)).repeat(1 + random.below(3))),
  flipped: (text, at, random) => {
    const flipped = text.charCodeAt(at) ^ (1 << random.below(8))
    return text === '' ? '' : text.slice(0, at) + String.fromCharCode(flipped) + text.slice(at + 1)
  },
  'piece put in': (text, at, random) => insert(text, at, random.pick(pieces)),
  'piece put over': (text, at, random) => {
    const piece = random.pick(pieces)
    return text.slice(0, at) + piece + text.slice(at + piece.length)
  },
  'very long': (text, at, random) => insert(text, at, random.pick(pieces).repeat(1 + random.below(300))),
  'deeply nested': (text, at, random) => {
    const [open, close] = random.pick(brackets)
    const depth = 1 + random.below(random.pick([20, 200, 2000]))
    return insert(text, at, open.repeat(depth) + 'x' + close.repeat(depth))
  },
  'line ends': (text, _at, random) => text.replaceAll('\n', random.pick(['\r\n', '\r', '\n\n', ''])),
}

const names = Object.keys(damages) as [string, ...string[]]

/** A text after one to four damages of any kind. */
export function mutate(
  text: string,
  random: Random,
): {readonly text: string; readonly kinds: readonly string[]} {
  let damaged = text
  const kinds: string[] = []
  for (let left = 1 + random.below(random.pick([1, 1, 4])); left > 0; left -= 1) {
    const kind = random.pick(names)
    kinds.push(kind)
    damaged = damages[kind]?.(damaged, placeIn(damaged, random), random) ?? damaged
  }
  return {text: damaged, kinds}
}

/** Mostly beside a tag, where a pair breaks; else anywhere. */
function placeIn(text: string, random: Random): number {
  const anywhere = random.below(text.length)
  if (random.below(3) === 0) return anywhere
  const tag = text.indexOf('span', anywhere)
  return tag === -1 ? anywhere : Math.max(0, tag - 4 + random.below(48))
}

function reachOf(random: Random): number {
  return 1 + random.below(random.pick([2, 8, 60, 60, 400, 4000]))
}

function insert(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at)
}

const pieces: readonly [string, ...string[]] = [
  '<span data-ttu-id="00000-105">',
  '</span>',
  '</span></span>',
  '<span class="sxs-lookup">',
  '<span data-stu-id="00000-105">',
  '</span><span class="sxs-lookup"><span data-stu-id="00000-105">',
  "<span data-ttu-id='00000-105'",
  '<span',
  '<span>',
  '<SPAN CLASS="SXS-LOOKUP">',
  '---\n',
  '\n\n',
  '\n1. ',
  '\n   - ',
  '\n> [!NOTE]\n> ',
  '\n# <a name="x"></a>',
  '\n```\n',
  '`',
  '**',
  '_',
  '[',
  '](',
  '![',
  '|a|b|\n|-|-|\n',
  '<!--',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '&#x3c;',
  '\\',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '\u200B',
  '\u202E',
  '\t',
  '\r',
  ': {[&a *a',
]

const brackets: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['> ', ''],
  ['- ', ''],
  ['1. ', ''],
  ['[', ']'],
  ['![', '](u)'],
  ['*', '*'],
  ['_a ', ' a_'],
  ['<span>', '</span>'],
  ['<b>', ''],
  ['<div>\n', '</div>'],
  ['<span data-ttu-id="00000-105">', '</span>'],
  ['<span class="sxs-lookup"><span data-stu-id="00000-105">', '</span></span>'],
  ['\n---\na: ', ''],
  ['{', '}'],
]
