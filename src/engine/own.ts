// Maps keyed by ids of a record, copied by entries: a key such as `__proto__` stays a plain key.

/** The value a map itself holds under a key; never one inherited from `Object.prototype`. */
export function own<T>(map: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined
}

/** The map with a value under a key. */
export function put<T>(map: Readonly<Record<string, T>>, key: string, value: T): Readonly<Record<string, T>> {
  return Object.fromEntries([...Object.entries(map), [key, value]])
}

/** The map without a key. */
export function omit<T>(map: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key))
}
