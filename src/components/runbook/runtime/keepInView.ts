/**
 * Keeps the focused control of a card in sight while the card grows: what a press brings stands above the press. Leaves
 * alone who has scrolled away from it. Returns the way to stop.
 */
export function keepInView(): () => void {
  let inSight = false
  let settled = false
  const sight = new IntersectionObserver(entries => {
    inSight = entries.at(-1)?.isIntersecting === true
  })
  const growth = new ResizeObserver(() => {
    // The first call only tells the size.
    if (settled && inSight) document.activeElement?.scrollIntoView({block: 'nearest'})
    settled = true
  })
  const follow = ({target}: FocusEvent) => {
    sight.disconnect()
    growth.disconnect()
    const card = target instanceof Element ? target.closest('[data-step]') : null
    if (card === null || !(target instanceof Element)) return
    inSight = true
    settled = false
    sight.observe(target)
    growth.observe(card)
  }
  document.addEventListener('focusin', follow)
  return () => {
    document.removeEventListener('focusin', follow)
    sight.disconnect()
    growth.disconnect()
  }
}
