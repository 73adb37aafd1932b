import {flushSync} from 'react-dom'

/**
 * Calls `look` whenever scrolling has come to its end, which is also where a link or a press has taken the person. A
 * browser that does not tell folds at the next load only. Returns the way to stop.
 */
export function whenScrolled(look: () => void): () => void {
  document.addEventListener('scrollend', look)
  return () => document.removeEventListener('scrollend', look)
}

/** It stands above what is in sight, or is folded. */
function isAbove(element: Element): boolean {
  const {bottom, height} = element.getBoundingClientRect()
  return height === 0 || bottom <= topOfSight()
}

/** The person has gone on from this: it stands above what is in sight, and nothing in it has the focus, is open or half typed. */
export function isLeft(element: Element): boolean {
  if (!isAbove(element)) return false
  if (element.contains(document.activeElement)) return false
  if (element.querySelector('details[open]') !== null) return false
  const fields = element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
  return [...fields].every(({type, value}) => type === 'checkbox' || type === 'radio' || value === '')
}

/** Makes a change above what is in sight, and keeps what is in sight where it stands, in browsers that do not do it themselves too. */
export function keepPlace(change: () => void): void {
  const top = topOfSight()
  const place = [...document.querySelectorAll('article[data-step], article h2, footer')].find(
    each => each.getBoundingClientRect().bottom > top,
  )
  const before = place?.getBoundingClientRect().top ?? 0
  flushSync(change)
  const moved = (place?.getBoundingClientRect().top ?? 0) - before
  if (moved !== 0) window.scrollBy({top: moved, behavior: 'instant'})
}

// What lies behind the bars that stick is not seen.
function topOfSight(): number {
  const bars = [...document.querySelectorAll('[data-sticks]')]
  return Math.max(0, ...bars.map(bar => bar.getBoundingClientRect().bottom))
}
