// Where one English text says the opposite of another one.
import type {Veto} from './veto.ts'
import {wordDiff} from './word-diff.ts'

/** Where a sentence says the opposite of another, the words that say so. Both in lower case, without code and targets. */
export function polarity(was: string, now: string): readonly Veto[] {
  if (was === now) return []
  return [
    ...axes.flatMap(axis => compareAxis(was, now, axis)),
    ...signs.flatMap(sign => compareSign(was, now, sign)),
    ...compareHunks(was, now),
  ]
}

// Words that turn an instruction into its opposite by standing in it or not.
const signs: readonly RegExp[] = [
  /\b(?:not|never|no|none|nor|neither|nothing|nobody|cannot)\b|n['’]t\b/g,
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

// Words of which one in place of another on its line says something else.
const axes: readonly (readonly RegExp[])[] = [
  [/\benabl\w+|\bactivat\w+/g, /\bdisabl\w+|\bdeactivat\w+/g],
  [/\bon\b/g, /\boff\b/g],
  [/\bin\b/g, /\bout\b/g],
  [/\bfrom\b/g, /\b(?:in|on)?to\b/g],
  [/\b(?:add|creat|insert|install|assign)\w*/g, /\b(?:remov|delet|uninstall|unassign)\w+/g],
  [/\b(?:allow|accept|approv|permit|grant|give)\w*/g, /\b(?:block|reject|den[iy]|prevent|revok)\w*/g],
  [/\b(?:start|resum|begin)\w*/g, /\b(?:stop|paus|end)\w*/g],
  [/\bjoin\w*/g, /\bleav\w+/g],
  [/\barchiv\w+/g, /\brestor\w+/g],
  [/\brequir\w+/g, /\b(?:skip|bypass)\w*/g],
  [/\bkeep\w*/g, /\bdiscard\w*/g],
  [/\bwith\b/g, /\bwithout\b/g],
  [/\block\w*/g, /\bunlock\w*/g],
  [/\byes\b/g, /\bno\b/g],
  [/\btrue\b/g, /\bfalse\b/g],
  [/\band\b/g, /\bor\b/g],
  [/\ball\b|\beach\b|\bevery\b/g, /\bany\b|\bsome\b|\bnone\b/g],
  [/\balways\b|\boften\b/g, /\bnever\b|\bseldom\b|\brarely\b/g],
  [/\bbefore\b/g, /\bafter\b/g],
  [/\babove\b/g, /\bbelow\b/g],
  [/\bleft\b/g, /\bright\b/g],
  [/\bup\b/g, /\bdown\b/g],
  [/\btop\b/g, /\bbottom\b/g],
  [/\bfirst\b/g, /\blast\b/g],
  [/\bnext\b/g, /\bback\b/g, /\bprevious\b/g, /\bcancel\b/g],
  [/\bprimary\b/g, /\bsecondary\b/g],
  [/\badmin\w*/g, /\bguests?\b/g, /\bmembers?\b/g, /\bowners?\b/g],
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
  [/\b(?:increas|rais)\w+|\b(?:high|upp)er\b/g, /\b(?:decreas|reduc)\w+|\blower\w*/g],
  [/\bminimum\b|\bleast\b/g, /\bmaximum\b|\bmost\b/g],
  [/\bmore\b|\bgreater\b/g, /\bless\b|\bfewer\b/g],
]

/** A veto where the poles of one text, in order, are not those of the other with some put in. */
function compareAxis(was: string, now: string, axis: readonly RegExp[]): readonly Veto[] {
  const [old, fresh] = [polesOf(was, axis), polesOf(now, axis)]
  const [fewer, more] = old.length < fresh.length ? [old, fresh] : [fresh, old]
  let found = 0
  for (const {pole} of more) if (pole === fewer[found]?.pole) found++
  if (found === fewer.length) return []
  return [vetoOf(old.map(each => each.word).join(', '), fresh.map(each => each.word).join(', '))]
}

function polesOf(text: string, axis: readonly RegExp[]) {
  return axis
    .flatMap((form, pole) => [...text.matchAll(form)].map(({0: word, index}) => ({pole, word, index})))
    .sort((a, b) => a.index - b.index)
}

function compareSign(was: string, now: string, sign: RegExp): readonly Veto[] {
  const [old, fresh] = [wordsOf(was, sign), wordsOf(now, sign)]
  return old.length === fresh.length ? [] : [vetoOf(old.join(', '), fresh.join(', '))]
}

/**
 * A veto where a sign moved, where words only changed places, and where a word has another prefix. Asked in both
 * directions: the words that two texts share can be chosen in more than one way.
 */
function compareHunks(was: string, now: string): readonly Veto[] {
  const veto = differ(was, now)
  if (veto !== null) return [veto]
  const turned = differ(now, was)
  return turned === null ? [] : [vetoOf(turned.now, turned.was)]
}

function differ(was: string, now: string): Veto | null {
  const hunks = hunksOf(was, now)
  const [out, added] = [hunks.flatMap(each => each.out), hunks.flatMap(each => each.added)]
  for (const hunk of hunks) {
    const [old, fresh] = [hunk.out.join(' '), hunk.added.join(' ')]
    const isMoved = signs.some(sign => wordsOf(old, sign).length !== wordsOf(fresh, sign).length)
    if (isMoved) return vetoOf(old, fresh)
  }
  if (out.length > 0 && isEqual([...out].sort(), [...added].sort()) && !isEqual(out, added))
    return vetoOf(out.join(' '), added.join(' '))
  return otherPrefix(out, added)
}

interface Hunk {
  readonly out: string[]
  readonly added: string[]
}

/** The words that differ, by place, without the signs around them. */
function hunksOf(was: string, now: string): readonly Hunk[] {
  const hunks: Hunk[] = []
  let isOpen = false
  for (const {kind, text} of wordDiff(bare(was), bare(now))) {
    if (kind === 'same') isOpen = false
    else {
      if (!isOpen) hunks.push({out: [], added: []})
      isOpen = true
      hunks.at(-1)?.[kind === 'out' ? 'out' : 'added'].push(...text.split(' '))
    }
  }
  return hunks
}

function bare(text: string): string {
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).join(' ')
}

/** `encrypt → decrypt`, `managed → unmanaged`, `inbound → outbound`: one stem behind two prefixes. */
function otherPrefix(out: readonly string[], added: readonly string[]): Veto | null {
  const stems = new Map<string, string>()
  for (const word of out) for (const stem of stemsOf(word)) stems.set(stem, word)
  for (const word of added) {
    for (const stem of stemsOf(word)) {
      const other = stems.get(stem)
      if (other !== undefined && endless(other) !== endless(word)) return vetoOf(other, word)
    }
  }
  return null
}

const prefixes =
  'un in im ir il dis de non en em at ex up down on off out over under pre post sub super mini maxi mis'.split(
    ' ',
  )

/** A word, and what stands behind each prefix that it may have. */
function stemsOf(word: string): readonly string[] {
  const whole = endless(word)
  const behind = prefixes.flatMap(prefix =>
    whole.startsWith(prefix) ? [whole.slice(prefix.length).replace(/^-/, '')] : [],
  )
  return [whole, ...behind].filter(stem => stem.length > 2)
}

function endless(word: string): string {
  return word.replace(/(?:e?s|e?d|ing|ions?|e)$/, '')
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index])
}

function vetoOf(was: string, now: string): Veto {
  return {kind: 'polarity', was, now}
}

function wordsOf(text: string, form: RegExp): readonly string[] {
  return [...text.matchAll(form)].map(each => each[0])
}
