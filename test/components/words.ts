// What the words of the interface have in common, whichever page they are for.

/** Words by group and key, as a catalogue holds them. */
type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>

/** `banks.local` → text. */
export function flat(groups: Catalogue): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(groups).flatMap(([group, words]) =>
      Object.entries(words).map(([key, text]) => [`${group}.${key}`, text] as const),
    ),
  )
}

/** The keys whose texts name other values, or have other plural forms, in the other language. */
export function differing(
  words: ReadonlyMap<string, string>,
  others: ReadonlyMap<string, string>,
): readonly string[] {
  return keysWhere(words, (text, key) => shapeOf(text) !== shapeOf(others.get(key) ?? ''))
}

/** The keys of the texts of which it holds. */
export function keysWhere(
  words: ReadonlyMap<string, string>,
  holds: (text: string, key: string) => boolean,
): readonly string[] {
  return [...words].filter(([key, text]) => holds(text, key)).map(([key]) => key)
}

function shapeOf(text: string): string {
  const values = [...new Set(text.match(/\{\w+\}/g))].sort().join()
  return `${values} in ${text.split('|').length} forms`
}

/** What no English text may hold, by its name. */
export const englishFaults = [
  ['an exclamation mark', /!/],
  ['a straight quote', /["']/],
  ['a sign that is not in the font', /[→≥✓]/],
] as const satisfies readonly (readonly [name: string, fault: RegExp])[]
