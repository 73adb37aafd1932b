/** Keeps the step being worked on in the address, so that a reload or the other language comes back to it. Returns the way to stop. */
export function followFocus(steps: readonly string[]): () => void {
  const known = new Set(steps)
  const follow = (event: FocusEvent) => {
    const card = event.target instanceof Element ? event.target.closest('article[id]') : null
    if (card === null || !known.has(card.id) || window.location.hash === `#${card.id}`) return
    window.history.replaceState(window.history.state, '', `#${card.id}`)
  }
  document.addEventListener('focusin', follow)
  return () => document.removeEventListener('focusin', follow)
}
