// What two texts must have in common to be the same instruction, however alike their letters are.
import {polarity} from './polarity.ts'

/** A difference that makes of a text another instruction. */
export interface Veto {
  readonly kind: 'code' | 'link' | 'label' | 'number' | 'polarity'
  /** The words that differ in the old and in the new text; empty where it has none. */
  readonly was: string
  readonly now: string
}

/**
 * Why a text cannot be another one reworded: other code, link targets, labels (bold, italic or in quotes), numbers with
 * their unit, or polarity. Empty where nothing stands against it. Both texts are normalised, their markup kept.
 *
 * `Select **Enable**.`, `Select **Disable**.` → label `Enable → Disable`, polarity `enable → disable`
 */
export function vetoesOf(was: string, now: string): readonly Veto[] {
  const [old, fresh] = [marksOf(was), marksOf(now)]
  return [
    ...compare('code', old.codes, fresh.codes),
    ...compare('link', old.links, fresh.links),
    ...(isOnlyMarked(old, fresh) ? [] : compare('label', old.labels, fresh.labels)),
    ...compare('number', old.numbers, fresh.numbers, (a, b) => isSameNumber([a, old], [b, fresh])),
    ...polarity(unmarked(old), unmarked(fresh)).slice(0, 1),
  ]
}

/** A veto where two lists of one kind differ. */
export function compare(
  kind: Veto['kind'],
  was: readonly string[],
  now: readonly string[],
  isSame: (was: string, now: string) => boolean = (a, b) => a === b,
): readonly Veto[] {
  if (was.length === now.length && was.every((each, index) => isSame(each, now[index] ?? ''))) return []
  return [{kind, was: was.join(', '), now: now.join(', ')}]
}

interface Marks {
  readonly codes: readonly string[]
  readonly links: readonly string[]
  readonly labels: readonly string[]
  readonly numbers: readonly string[]
  /** What is left, in lower case: the sentence without code and link targets. */
  readonly words: string
}

function marksOf(text: string): Marks {
  const {codes, plain} = takeCodes(text)
  const links = [...plain.matchAll(target)].map(
    each => each[1]?.trim().split(' ')[0]?.replace(/[<>]/g, '') ?? each[2] ?? bareOf(each[0]),
  )
  const words = plain.replace(target, (found: string) => (found.startsWith(']') ? '] ' : ' '))
  const labels = [...words.matchAll(label)]
    .flatMap(each => (each.slice(1).find(Boolean) ?? '').split(/>|&gt;/))
    .map(part => edged.exec(part.replace(/[*_\\"“”]/g, ''))?.[0] ?? '')
    .filter(part => part !== '')
  const lower = words.toLowerCase()
  return {codes, links, labels, numbers: numbersOf(lower), words: lower}
}

// No class holds what opens the next one, so nothing is looked at twice.
const target = /\]\(([^()[\]]*)\)|\]\[([^[\]]+)\]|\b(?:https?:\/\/|ftp:\/\/|www\.|mailto:|tel:)[^\s()[\]<>]+/g
const label =
  /\*\*(.+?)\*\*|(?<![\p{L}\p{N}])__(.+?)__|(?<!\\)\*([^*\s][^*]*)\*|(?<![\p{L}\p{N}\\_])_([^_\s][^_]*)_(?![\p{L}\p{N}])|"([^"]+)"|“([^”]+)”/gu
// What stands between the signs around it.
const edged = /[^\s.,:;](?:.*[^\s.,:;])?/

/** The code spans of a text, and the text without them. */
function takeCodes(text: string): {readonly codes: readonly string[]; readonly plain: string} {
  const runs = [...text.matchAll(/(?<!\\)`+/g)].map(({0: {length}, index}) => ({length, index}))
  const closer: number[] = []
  const nextOf = new Map<number, number>()
  for (let at = runs.length - 1; at >= 0; at--) {
    const length = runs[at]?.length ?? 0
    closer[at] = nextOf.get(length) ?? -1
    nextOf.set(length, at)
  }
  const codes: string[] = []
  const plain: string[] = []
  let behind = 0
  for (let at = 0; at < runs.length; at++) {
    const [open, end] = [runs[at], runs[closer[at] ?? -1]]
    if (open === undefined || end === undefined) continue
    codes.push(text.slice(open.index + open.length, end.index).trim())
    plain.push(text.slice(behind, open.index))
    behind = end.index + end.length
    at = closer[at] ?? at
  }
  return {codes, plain: [...plain, text.slice(behind)].join(' ')}
}

/** A bare address without the signs of the sentence behind it. */
function bareOf(address: string): string {
  let end = address.length
  while (end > 0 && '.,;:!?\'"*_'.includes(address.charAt(end - 1))) end--
  return address.slice(0, end)
}

const number = new RegExp(
  [
    String.raw`((?<![\p{L}\p{N}])[-−+±~≤≥=]|(?:&[lg]t;|[<>])=?\s?)?(\d+(?:[.,:]\d+)*)(%|[\s-]?[\p{L}]+)?`,
    String.raw`\b(?:(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|` +
      String.raw`twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|dozen|twice|second|third|` +
      String.raw`fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b)([\s-][\p{L}]+)?`,
  ].join('|'),
  'gu',
)
// Words that go on with the sentence: no units.
const joining =
  /^(?:a|an|and|are|as|at|be|before|by|can|for|from|has|if|in|is|of|on|or|the|then|there|to|was|will|with|you)$/

/** Numbers with their sign and the word behind them: `>50 gb`, `30 minute`. */
function numbersOf(words: string): readonly string[] {
  // In the width of ASCII: `３０` is `30`.
  return [
    ...words
      .normalize('NFKC')
      .replace(/[*_"“”\\]/g, '')
      .matchAll(number),
  ].map(([whole, sign = '', digits, unit = '', other]) => {
    const behind = digits === undefined ? (other ?? '') : unit
    const core = whole.slice(0, whole.length - behind.length).slice(sign.length)
    const word = behind.replace(/^[\s-]/, '').replace(/s$/, '')
    const name = joining.test(behind.replace(/^[\s-]/, '')) ? '' : word
    return `${signOf(sign)}${core}${name === '' || name === '%' ? name : ` ${name}`}`
  })
}

/** The same number; a word behind one of them only must stand elsewhere in the other text: `365 group`, not `365`. */
function isSameNumber([was, old]: readonly [string, Marks], [now, fresh]: readonly [string, Marks]): boolean {
  const [[number, unit], [other, otherUnit]] = [was.split(' '), now.split(' ')]
  if (number !== other) return false
  if (unit === undefined) return otherUnit === undefined || old.words.includes(otherUnit)
  return otherUnit === undefined ? fresh.words.includes(unit) : unit === otherUnit
}

function signOf(sign: string): string {
  return sign.trim().replace('−', '-').replace('&lt;', '<').replace('&gt;', '>')
}

/** Whether one text has all labels of the other, and the same words: a label is marked that was not. */
function isOnlyMarked(a: Marks, b: Marks): boolean {
  const [fewer, more] = a.labels.length < b.labels.length ? [a.labels, b.labels] : [b.labels, a.labels]
  let found = 0
  for (const each of more) if (each === fewer[found]) found++
  return found === fewer.length && unmarked(a) === unmarked(b)
}

function unmarked({words}: Marks): string {
  return words
    .replace(/[*_"“”]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
