/** Which cards are folded into one row. */
export interface Folds {
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => readonly (readonly string[])[]
  /** Folds these rows and no other. */
  readonly set: (folds: readonly (readonly string[])[]) => void
  /** Unfolds the row that holds this step. */
  readonly open: (step: string) => void
}

/** Folds of a page, none at first. */
export function createFolds(): Folds {
  const listeners = new Set<() => void>()
  let folds: readonly (readonly string[])[] = []
  const set: Folds['set'] = next => {
    folds = next
    listeners.forEach(listener => listener())
  }
  return {
    subscribe: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getSnapshot: () => folds,
    set,
    open: step => set(folds.filter(fold => !fold.includes(step))),
  }
}
