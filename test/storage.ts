// Storage of the browser, for tests in Node.
import {vi} from 'vitest'

type Name = 'localStorage' | 'sessionStorage'

/** Puts an empty storage in the place of the browser's. Gives what it keeps. */
export function stubStorage(name: Name): ReadonlyMap<string, string> {
  const kept = new Map<string, string>()
  vi.stubGlobal(name, {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  return kept
}

/** A storage that the browser denies to the page. */
export function denyStorage(name: Name): void {
  const deny = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  vi.stubGlobal(name, {getItem: deny, setItem: deny, removeItem: deny})
}
