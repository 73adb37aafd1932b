// What this tab left a page for, kept in its own storage while a person signs in elsewhere.
import type {Away} from '../engine/index.ts'

const key = 'passerelle.away'

/** Notes what the page at this path is left for; null: it was not left after all. Throws where the tab keeps nothing. */
export function noteAway(away: Away | null, path: string): void {
  if (away === null) sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, JSON.stringify({...away, path}))
}

/** What the page at this path was left for, once; null: it was not, or the tab went elsewhere meanwhile. */
export function takeAway(path: string): Away | null {
  const noted = taken()
  if (typeof noted !== 'object' || noted === null || !('path' in noted) || noted.path !== path) return null
  const {step, press, kind, scopes} = noted as Partial<Readonly<Record<keyof Away, unknown>>>
  const known = kind === 'sign-in' || kind === 'consent' ? kind : null
  if (known === null || !isNameOrNull(step) || !isNameOrNull(press) || !Array.isArray(scopes)) return null
  return {step, press, kind: known, scopes: scopes.filter(scope => typeof scope === 'string')}
}

function taken(): unknown {
  try {
    const text = sessionStorage.getItem(key)
    sessionStorage.removeItem(key)
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

function isNameOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}
