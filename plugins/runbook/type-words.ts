// The types of JSON Schema in words: authors write YAML.

interface TypeWords {
  readonly noun: string
  readonly phrase: string
  readonly example: string
}

const types: Readonly<Record<string, TypeWords>> = {
  string: {noun: 'text', phrase: 'a text', example: 'a text, such as `"Save"`'},
  integer: {noun: 'whole number', phrase: 'a whole number', example: 'a whole number, such as `5`'},
  number: {noun: 'number', phrase: 'a number', example: 'a number, such as `0.5`'},
  boolean: {noun: 'yes or no', phrase: '`true` or `false`', example: '`true` or `false`'},
  array: {noun: 'list', phrase: 'a list', example: 'a list, such as `[first, second]`'},
  object: {
    noun: 'mapping',
    phrase: 'a mapping of keys to values',
    example: 'keys with their values, such as `id: save`',
  },
  null: {noun: 'empty value', phrase: 'nothing', example: '`null`'},
}

/** A type as what was found: `list`. */
export function typeNoun(type: string): string {
  return types[type]?.noun ?? type
}

/** A type as what was expected: `a whole number`. */
export function typePhrase(type: string): string {
  return types[type]?.phrase ?? type
}

/** A type as what to write, with an example: ``a whole number, such as `5` ``. */
export function typeExample(type: string): string {
  return types[type]?.example ?? type
}
