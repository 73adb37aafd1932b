import {useLayoutEffect, type RefObject} from 'react'

/** Keeps the focus where a control gives way to another with the same key: a button that became a link, for one. */
export function useKeptFocus(focusKey: string): void {
  useLayoutEffect(
    () => () => {
      const active = document.activeElement
      if (!(active instanceof HTMLElement) || active.dataset['focusKey'] !== focusKey) return
      queueMicrotask(() => focusByKey(focusKey))
    },
    [focusKey],
  )
}

/** Gives the focus to the control of that key where it would go down with what leaves the page. */
export function useReturnedFocus(leaving: RefObject<HTMLElement | null>, focusKey: string): void {
  useLayoutEffect(() => {
    const element = leaving.current
    return () => {
      if (element?.contains(document.activeElement)) queueMicrotask(() => focusByKey(focusKey))
    }
  }, [leaving, focusKey])
}

/** Focuses the control of that key, where there is one. */
export function focusByKey(focusKey: string): void {
  document.querySelector<HTMLElement>(`[data-focus-key="${CSS.escape(focusKey)}"]`)?.focus()
}
