import {useEffect, useState, type RefObject} from 'react'

/** The step the person is at: the one with the focus or gone to by its link while that is in sight, else the one being read. */
export function useWhere(steps: readonly string[]): string | null {
  const [where, setWhere] = useState<string | null>(null)
  useEffect(() => {
    let chosen: string | null = null
    let frame = 0
    const look = () => {
      frame = 0
      setWhere(stepAt(steps, chosen))
    }
    const soon = () => {
      if (frame === 0) frame = requestAnimationFrame(look)
    }
    const choose = (step: string | undefined) => {
      if (step === undefined || !steps.includes(step)) return
      chosen = step
      soon()
    }
    const focused = ({target}: FocusEvent) =>
      choose(target instanceof Element ? target.closest('[data-step]')?.id : undefined)
    const gone = () => choose(window.location.hash.slice(1))
    gone()
    soon()
    document.addEventListener('focusin', focused)
    window.addEventListener('hashchange', gone)
    window.addEventListener('scroll', soon, {passive: true})
    window.addEventListener('resize', soon)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('focusin', focused)
      window.removeEventListener('hashchange', gone)
      window.removeEventListener('scroll', soon)
      window.removeEventListener('resize', soon)
    }
  }, [steps])
  return where
}

/** Scrolls the list, and nothing around it, so far that the entry of the step is in sight. */
export function useEntryInSight(list: RefObject<HTMLElement | null>, step: string | null): void {
  useEffect(() => {
    const entry = list.current?.querySelector('[aria-current="step"]')
    let scroller = list.current
    while (scroller !== null && scroller.scrollHeight <= scroller.clientHeight)
      scroller = scroller.parentElement
    // The page itself is not scrolled for the sake of its rail.
    if (!entry || scroller === null || scroller === document.documentElement || scroller === document.body)
      return
    const {top, bottom} = entry.getBoundingClientRect()
    const around = scroller.getBoundingClientRect()
    const above = around.top + room - top
    const below = bottom + room - Math.min(around.bottom, window.innerHeight)
    if (above > 0) scroller.scrollBy(0, -above)
    else if (below > 0) scroller.scrollBy(0, below)
  }, [list, step])
}

/** Pixels between the entry and the edge: the next one shows that the list goes on. */
const room = 44

// The line at which one reads stands in the upper part of the window.
function stepAt(steps: readonly string[], chosen: string | null): string | null {
  const {innerHeight, scrollY} = window
  const line = innerHeight * 0.4
  const cards = steps.flatMap(id => {
    const {top, bottom, height} = document.getElementById(id)?.getBoundingClientRect() ?? new DOMRect()
    return height === 0 ? [] : [{id, top, bottom}]
  })
  const whole = cards.filter(({top, bottom}) => top >= 0 && bottom <= innerHeight)
  // What was chosen stays so as long as its heading is in sight.
  const picked = cards.find(({id}) => id === chosen)
  if (picked && picked.top >= 0 && picked.top <= innerHeight - room) return picked.id
  // At the end of the page the last cards cannot come up to the line.
  const last = cards.at(-1)
  const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2
  if (atEnd && last !== undefined && whole.includes(last)) return last.id
  return cards.filter(({top}) => top <= line).at(-1)?.id ?? null
}
