/** How long a failed load stands, so that everybody who waits for it is told before it is tried again. */
const told = 1000

/**
 * Loads once for each key: the same promise every time, so that a component may wait for it. A load that failed is
 * forgotten a second later, or once there is a connection again, and the next use tries it anew.
 */
export function once<Key, Loaded>(load: (key: Key) => Promise<Loaded>): (key: Key) => Promise<Loaded> {
  const known = new Map<Key, Promise<Loaded>>()
  return key => {
    const before = known.get(key)
    if (before) return before
    const loading = load(key)
    known.set(key, loading)
    loading.catch(() => {
      const forget = () => {
        globalThis.removeEventListener('online', forget)
        if (known.get(key) === loading) known.delete(key)
      }
      globalThis.addEventListener('online', forget)
      setTimeout(forget, told)
    })
    return loading
  }
}
