// Small preferences of this browser. Nothing here is a record; where storage is off, nothing is remembered.
import type {RunMode} from '../model/run.ts'

const prefix = 'passerelle.'

/** The mode this browser last chose; practice where nothing was chosen. */
export function rememberedMode(): RunMode {
  const mode = recall('mode')
  return mode === 'unsigned' || mode === 'graph' ? mode : 'practice'
}

/** The practice situation where none was chosen. */
export const firstSituation = 'in-order'

/** Name of the preference that holds the operator's name. An empty name: asked, and left out. */
export const nameMemory = 'name'

/** What this browser knows of the operator's name: null where it was never asked. */
export function rememberedName(): string | null {
  return recall(nameMemory)
}

/** Name of the preference that holds what is being typed about a run: a JSON list that begins with the run's id. */
export const draftMemory = 'draft'

/** A preference by its name, or null. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name)
  } catch {
    return null
  }
}

/** Keeps a preference; null forgets it. */
export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(prefix + name)
    else localStorage.setItem(prefix + name, value)
  } catch {
    // Storage is off: the preference lasts as long as the page.
  }
}

/** Name of the preference that holds the run which is open on a runbook's page. */
export function openRun(runbook: string): string {
  return `run.${runbook}`
}
