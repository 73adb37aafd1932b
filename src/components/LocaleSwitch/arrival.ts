const key = 'passerelle.locale-switched'

/** Remembers across a full load that this tab is switching its locale and where it goes. */
export function noteSwitch(href: string): void {
  attempt(() => sessionStorage.setItem(key, href))
}

/** Whether the page at `href` was reached by a switch of the locale; true once. */
export function takeSwitch(href: string): boolean {
  return (
    attempt(() => {
      const noted = sessionStorage.getItem(key)
      sessionStorage.removeItem(key)
      return noted === href
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
