/**
 * Keeps the focused control in sight while its card or section grows: what a press brings stands above the press. Leaves
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
  const watch = (target: EventTarget | null) => {
    sight.disconnect()
    growth.disconnect()
    if (!(target instanceof Element)) return
    const around = target.closest('[data-step], section')
    if (around === null) return
    inSight = true
    settled = false
    sight.observe(target)
    growth.observe(around)
  }
  const follow = ({target}: FocusEvent) => watch(target)
  // After a change of language a card has the focus before its parts are there.
  watch(document.activeElement)
  document.addEventListener('focusin', follow)
  return () => {
    document.removeEventListener('focusin', follow)
    sight.disconnect()
    growth.disconnect()
  }
}
