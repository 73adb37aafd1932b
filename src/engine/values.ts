// The values that a compiled read may take, and what each of them has to look like.

/** The placeholders of a filter. */
export type ValueName = 'account' | 'since'

/** Object ids are letters, digits and hyphens; times are UTC. */
const shapes: Readonly<Record<ValueName, RegExp>> = {
  account: /^[\dA-Za-z-]{1,64}$/,
  since: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/,
}

/** Whether a text is a value of that placeholder: nothing that ends a literal, a segment or a parameter is. */
export function isValue(name: ValueName, text: string): boolean {
  return shapes[name].test(text)
}

/** A filter cut at its placeholders: texts at even places, names at odd ones. */
export function cutFilter(filter: string): readonly string[] {
  return filter.split(/\{(account|since)\}/)
}
