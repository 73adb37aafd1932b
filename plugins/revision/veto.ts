// What two texts must have in common to be the same instruction, however alike their letters are.

/** A difference that makes of a text another instruction. */
export interface Veto {
  readonly kind: 'code' | 'link' | 'label' | 'number' | 'polarity'
  /** The words that differ in the old and in the new text; empty where it has none. */
  readonly was: string
  readonly now: string
}

/**
 * Why a text cannot be another one reworded: other code, link targets, labels (bold), numbers or polarity. Empty where
 * nothing stands against it. Both texts are normalised, their markup kept.
 *
 * `Select **Enable**.`, `Select **Disable**.` → label `Enable → Disable`, polarity `enable → disable`
 */
export function vetoesOf(was: string, now: string): readonly Veto[] {
  const [old, fresh] = [marksOf(was), marksOf(now)]
  return [
    ...compare('code', old.codes, fresh.codes),
    ...compare('link', old.links, fresh.links),
    ...(isOnlyMarked(old, fresh) ? [] : compare('label', old.labels, fresh.labels)),
    ...compare('number', old.numbers, fresh.numbers),
    ...polarity(old.words, fresh.words).slice(0, 1),
  ]
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
  const codes = [...text.matchAll(code)].map(each => each[2]?.trim() ?? '')
  const plain = text.replace(code, ' ')
  const links = [...plain.matchAll(target)].map(each => each[1] ?? each[0])
  const words = plain.replace(target, '] ')
  const labels = [...words.matchAll(bold)]
    .flatMap(each => (each[1] ?? each[2] ?? '').split(/>|&gt;/))
    .map(label => label.replace(/[*_\\]/g, '').replace(/^[\s.,:;]+|[\s.,:;]+$/g, ''))
    .filter(label => label !== '')
  const lower = words.toLowerCase()
  return {codes, links, labels, numbers: wordsOf(lower, number), words: lower}
}

const code = /(`+)(.+?)\1/g
const target = /\]\(\s*<?([^)\s>]*)[^)]*\)|https?:\/\/[^\s)>\]]+/g
const bold = /\*\*(.+?)\*\*|__(.+?)__/g
const number =
  /\d+(?:[.,:]\d+)*|\b(?:two|three|four|five|six|seven|eight|nine|ten|twice|second|third|fourth|fifth)\b/g

// Words that turn an instruction into its opposite by standing in it or not.
const signs: readonly RegExp[] = [
  /\b(?:not|never|no|none|nor|neither|nothing|nobody|cannot)\b|n't\b/g,
  /\b(?:without|except|unless|only)\b/g,
  /\b(?:disabl\w+|inactiv\w+|deactivat\w+)/g,
  /\boff\b|\b(?:sign|log|opt)\w*[ -]?out\b/g,
  /\b(?:remov\w+|delet\w+|eras\w+|uninstall\w*|unassign\w*)/g,
  /\b(?:block\w*|den(?:y|ies|ied|ying)|reject\w*|declin\w+|prevent\w*|forbid\w*|disallow\w*|refus\w+)/g,
  /\b(?:stop\w*|cancel\w*|paus\w+|suspend\w*)/g,
  /\b(?:clear\w*|unselect\w*|deselect\w*|uncheck\w*|untick\w*|unmark\w*)/g,
  /\b(?:hid(?:e|es|den|ing)|collaps\w+|clos(?:e|es|ed|ing)|exclud\w+|disconnect\w*|revok\w+)\b/g,
  /\bun(?:lock|block|mute|pin|subscrib|link|hid|publish|shar|follow|register|join)\w*/g,
]

// Words of which one in place of the other does the same.
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/\benabl\w+|\bactivat\w+/g, /\bdisabl\w+|\bdeactivat\w+/g],
  [/\bon\b/g, /\boff\b/g],
  [/\bin\b/g, /\bout\b/g],
  [/\b(?:add|creat|insert|install|assign)\w*/g, /\b(?:remov|delet|uninstall|unassign)\w+/g],
  [/\b(?:allow|accept|approv|permit|grant)\w*/g, /\b(?:block|reject|den[iy]|prevent|revok)\w*/g],
  [/\b(?:start|resum|begin)\w*/g, /\b(?:stop|paus|end)\w*/g],
  [/\bwith\b/g, /\bwithout\b/g],
  [/\block\w*/g, /\bunlock\w*/g],
  [/\byes\b/g, /\bno\b/g],
  [/\btrue\b/g, /\bfalse\b/g],
  [/\band\b/g, /\bor\b/g],
  [/\ball\b|\beach\b|\bevery\b/g, /\bany\b|\bsome\b|\bnone\b/g],
  [/\bbefore\b/g, /\bafter\b/g],
  [/\babove\b/g, /\bbelow\b/g],
  [/\bleft\b/g, /\bright\b/g],
  [/\bup\b/g, /\bdown\b/g],
  [/\btop\b/g, /\bbottom\b/g],
  [/\bfirst\b/g, /\blast\b/g],
  [/\bold\b/g, /\bnew\b/g],
  [/\bimport\w*/g, /\bexport\w*/g],
  [/\bupload\w*/g, /\bdownload\w*/g],
  [/\bsend\w*|\bsent\b/g, /\breceiv\w+/g],
  [/\bincoming\b|\binbound\b/g, /\boutgoing\b|\boutbound\b/g],
  [/\binternal\b/g, /\bexternal\b/g],
  [/\bpublic\b/g, /\bprivate\b/g],
  [/\bonline\b/g, /\boffline\b/g],
  [/\bcloud\b/g, /\bon-premises\b/g],
  [/\bopen\w*/g, /\bclos\w+/g],
  [/\bshow\w*/g, /\bhid\w+/g],
  [/\binclud\w+/g, /\bexclud\w+/g],
  [/\bincreas\w+/g, /\bdecreas\w+/g],
  [/\bminimum\b|\bleast\b/g, /\bmaximum\b|\bmost\b/g],
  [/\bmore\b|\bgreater\b/g, /\bless\b|\bfewer\b/g],
]

function compare(kind: Veto['kind'], was: readonly string[], now: readonly string[]): readonly Veto[] {
  if (was.length === now.length && (kind === 'polarity' || was.every((each, index) => each === now[index])))
    return []
  return [{kind, was: was.join(', '), now: now.join(', ')}]
}

/** Whether one text has all labels of the other, and the same words: a label is marked that was not. */
function isOnlyMarked(a: Marks, b: Marks): boolean {
  const [fewer, more] = a.labels.length < b.labels.length ? [a.labels, b.labels] : [b.labels, a.labels]
  let found = 0
  for (const label of more) if (label === fewer[found]) found++
  return found === fewer.length && unmarked(a) === unmarked(b)
}

function unmarked({words}: Marks): string {
  return words.replace(/[*_]/g, '').replace(/\s+/g, ' ').trim()
}

/** Where a text says the opposite of the other: the pair of words first that says so. */
function polarity(was: string, now: string): readonly Veto[] {
  return [
    ...opposites.flatMap(pair => comparePoles(was, now, pair)),
    ...signs.flatMap(sign => compare('polarity', wordsOf(was, sign), wordsOf(now, sign))),
  ]
}

/** A veto where one pole became rarer and the other more frequent. */
function comparePoles(was: string, now: string, [a, b]: readonly [RegExp, RegExp]): readonly Veto[] {
  const [oldA, oldB, newA, newB] = [wordsOf(was, a), wordsOf(was, b), wordsOf(now, a), wordsOf(now, b)]
  if ((newA.length - oldA.length) * (newB.length - oldB.length) >= 0) return []
  return [{kind: 'polarity', was: [...oldA, ...oldB].join(', '), now: [...newA, ...newB].join(', ')}]
}

function wordsOf(text: string, form: RegExp): readonly string[] {
  return [...text.matchAll(form)].map(each => each[0])
}
