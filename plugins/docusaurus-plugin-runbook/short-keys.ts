import type {RunbookPage} from '../../src/model/page.ts'

/**
 * A page as a browser loads it: each key of a text is a number, where the published file has `steps.welcome.label`. Every
 * reader pays for the length of those. Texts with a key of one word are asked for by that.
 */
export function withShortKeys(page: RunbookPage): RunbookPage {
  const {texts, fallbacks, labels} = page.catalogue
  const keys = [...new Set([texts, fallbacks, labels].flatMap(each => Object.keys(each)))]
  const short = new Map(keys.filter(key => key.includes('.')).map((key, index) => [key, index.toString(36)]))
  const rename = <Text>(record: Readonly<Record<string, Text>>) =>
    Object.fromEntries(Object.entries(record).map(([key, text]) => [short.get(key) ?? key, text]))
  return {
    ...page,
    model: replaced(page.model, short),
    catalogue: {
      ...page.catalogue,
      texts: rename(texts),
      fallbacks: rename(fallbacks),
      labels: rename(labels),
    },
  }
}

function replaced<Value>(value: Value, short: ReadonlyMap<string, string>): Value {
  return JSON.parse(
    JSON.stringify(value, (_name, inner: unknown) =>
      typeof inner === 'string' ? (short.get(inner) ?? inner) : inner,
    ),
  ) as Value
}
