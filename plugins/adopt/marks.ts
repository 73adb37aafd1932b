/** What of a sentence stays the same in its translation, as often as it stands there. */
export interface Marks {
  readonly code: readonly string[]
  /** Addresses without the part that names a locale. */
  readonly link: readonly string[]
  /** Digits only: `1,000.5`, `1 000,5` and `١٠٠٠٫٥` are one. */
  readonly number: readonly string[]
  /** Words of Latin letters with a capital one: products, labels that are not translated. */
  readonly name: readonly string[]
  /** Numbers by their digits, as the sentence writes them. */
  readonly written: ReadonlyMap<string, string>
  /** All that is neither code nor address, in lower case. */
  readonly words: string
}

/** What a sentence of Markdown holds of each kind. */
export function marksOf(text: string): Marks {
  const code: string[] = []
  const link: string[] = []
  const words = text
    .replace(codeSpan, (_, __, value: string) => {
      code.push(value.trim())
      return ' '
    })
    .replace(address, found => {
      link.push(found.replace(/^\]\(\s*<?|[>.,;:!?]+$/g, '').replace(localePart, '$1/'))
      return ' '
    })
  const plain = words
    .normalize('NFKC')
    .replace(/[*_\\]/g, '')
    .replace(thousands, '$1,000')
  const numbers = [...plain.matchAll(number)].map(([found]) => ({digits: digitsOf(found), written: found}))
  return {
    code,
    link,
    number: numbers.map(each => each.digits),
    written: new Map(numbers.map(each => [each.digits, each.written])),
    name: [...plain.matchAll(name)].map(([found]) => found),
    words: plain.toLowerCase(),
  }
}

/** What a list has more of than another one. */
export function leftOf(list: readonly string[], other: readonly string[]): readonly string[] {
  const rest = [...other]
  return list.filter(each => {
    const at = rest.indexOf(each)
    if (at !== -1) rest.splice(at, 1)
    return at === -1
  })
}

const codeSpan = /(?<![\\`])(`+)(?!`)([^`]+)\1(?!`)/g
const address = /\]\(\s*<?[^\s()<>]+|\b(?:https?:\/\/|mailto:)[^\s()<>[\]，。、；：！？）」』】]+/g
const localePart = /(^|\.\w+)\/[a-z]{2,3}(?:-[a-z]{4})?-[a-z]{2}(?:\/|$)/i
// A blank or a comma between digits groups them where three follow.
const number = /\p{Nd}+(?:[.,'’٫٬](?=\p{Nd})\p{Nd}+| (?=\p{Nd}{3}(?!\p{Nd}))\p{Nd}{3})*/gu
// `250K`
const thousands = /(\p{Nd})K(?![\p{L}\p{N}])/gu
const name = /(?<![\p{L}\p{N}'’-])(?=[A-Za-z\d]*[A-Z])[A-Za-z][A-Za-z\d]{2,}(?![\p{L}\p{N}'’-])/gu

/** The digits of a number in those of ASCII: each script has its ten in a row. */
function digitsOf(text: string): string {
  return text.replace(/\P{Nd}/gu, '').replace(/\P{ASCII}/gu, digit => String(valueOf(digit)))
}

function valueOf(digit: string): number {
  const point = digit.codePointAt(0) ?? 0
  let zero = point
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return point - zero
}
