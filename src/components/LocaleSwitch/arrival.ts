const key = 'passerelle.locale-switched'

/** Remembers across the full load that this tab is switching its locale. */
export function noteSwitch(): void {
  attempt(() => sessionStorage.setItem(key, '1'))
}

/** Whether this page was reached by a switch of the locale; true once. */
export function takeSwitch(): boolean {
  return (
    attempt(() => {
      const noted = sessionStorage.getItem(key) !== null
      sessionStorage.removeItem(key)
      return noted
    }) ?? false
  )
}

// Storage may be disabled: the switch then only loses the focus.
function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
