import type {TenantState} from './state.ts'

/** Keeps the state of practice runs. `update` is atomic over tabs: `change` gets what is stored at that moment. */
export interface PracticeStore {
  load(run: string): Promise<TenantState | null>
  update(run: string, change: (state: TenantState | null) => TenantState): Promise<TenantState>
  delete(run: string): Promise<void>
}

/** A practice store in memory: for a browser that keeps nothing, and for servers. */
export function createMemoryStore(): PracticeStore {
  const states = new Map<string, TenantState>()
  return {
    load: async run => states.get(run) ?? null,
    update: async (run, change) => {
      const state = change(states.get(run) ?? null)
      states.set(run, state)
      return state
    },
    delete: async run => {
      states.delete(run)
    },
  }
}
