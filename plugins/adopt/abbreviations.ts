// Words whose full stop ends no sentence, by language. A word that may also end one (etc., Inc.) is left out.
const common = ['cf', 'ca', 'vs', 'dr', 'prof', 'st']

const ofLanguage: ReadonlyMap<string, readonly string[]> = new Map([
  ['en', ['e.g', 'eg', 'i.e', 'ie', 'mr', 'mrs', 'ms', 'approx', 'incl', 'excl']],
  ['fr', ['p. ex', 'p.ex', 'ex', 'm', 'mm', 'env', 'réf', 'c.-à-d']],
  ['de', ['z. b', 'z.b', 'd. h', 'd.h', 'u. a', 'u.a', 'bzw', 'inkl', 'ggf', 'evtl', 'vgl']],
  ['es', ['p. ej', 'p.ej', 'ej', 'sr', 'sra', 'aprox']],
  ['it', ['ad es', 'p. es', 'es', 'sig']],
  ['nl', ['bijv', 'bv', 'd.w.z', 'o.a', 'dhr', 'mevr']],
  ['pt', ['p. ex', 'p.ex', 'ex', 'sr', 'sra']],
])

// These only where a number follows: `No. 5`, but `Select No. Then …`.
const numbered = [
  'no',
  'nos',
  'nr',
  'p',
  'pp',
  'art',
  'fig',
  'sec',
  'vol',
  'ver',
  'v',
  'ch',
  'n',
  'abb',
  'núm',
]

/** Whether the full stop at the end of a text belongs to its last word; `next` is what follows. */
export function endsInAbbreviation(text: string, next: string, language: string): boolean {
  const end = text
    .trimEnd()
    .replace(/\u00A0/g, ' ')
    .toLowerCase()
  if (!end.endsWith('.')) return false
  const isLast = (word: string) =>
    end.endsWith(`${word}.`) && !/[\p{L}\p{N}.-]/u.test(end.charAt(end.length - word.length - 2))
  const known = [...common, ...(ofLanguage.get(language) ?? [])]
  if (known.some(isLast)) return true
  // Between the two words of `z. B.` no sentence ends either.
  const following = next.toLowerCase()
  const isFirst = ([first = '', second]: readonly string[]) =>
    second !== undefined && isLast(first.replace('.', '')) && following.startsWith(`${second}.`)
  if (known.some(word => isFirst(word.split(' ')))) return true
  return /^\p{N}/u.test(next) && numbered.some(isLast)
}
