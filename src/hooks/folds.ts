/** Which cards are folded into one row. */
export interface Folds {
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => readonly (readonly string[])[]
  /** Folds these rows and no other; one that holds a step the person unfolded stays open. */
  readonly set: (folds: readonly (readonly string[])[]) => void
  /** Unfolds the row that holds this step, for good. */
  readonly open: (step: string) => void
  /** Nothing is folded and nothing was unfolded: another run. */
  readonly clear: () => void
}

/** Folds of a page, none at first. */
export function createFolds(): Folds {
  const listeners = new Set<() => void>()
  const opened = new Set<string>()
  let folds: readonly (readonly string[])[] = []
  const change = (next: typeof folds) => {
    folds = next
    listeners.forEach(listener => listener())
  }
  const set: Folds['set'] = next => change(next.filter(fold => !fold.some(step => opened.has(step))))
  return {
    subscribe: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getSnapshot: () => folds,
    set,
    open: step => {
      for (const each of folds.find(fold => fold.includes(step)) ?? []) opened.add(each)
      set(folds)
    },
    clear: () => {
      opened.clear()
      change([])
    },
  }
}
