// When a page loads what it needs to be more than read.
const touches = ['pointerdown', 'pointerover', 'focusin', 'keydown'] as const

/** Calls `act` once, at the first touch of pointer, focus or key. Returns the way to call it off. */
export function whenTouched(act: () => void): () => void {
  const once = () => {
    cancel()
    act()
  }
  const cancel = () => {
    for (const touch of touches) window.removeEventListener(touch, once)
  }
  for (const touch of touches) window.addEventListener(touch, once, {passive: true})
  return cancel
}

/** Calls `start` once: when the browser is idle, or at the first touch of pointer, focus or key. Returns the way to call it off. */
export function whenResting(start: () => void): () => void {
  let idle = 0
  const once = () => {
    cancel()
    start()
  }
  const unwatch = whenTouched(once)
  const cancel = () => {
    unwatch()
    if ('cancelIdleCallback' in window) window.cancelIdleCallback(idle)
    else clearTimeout(idle)
  }
  // Safari has no idle callback.
  idle =
    'requestIdleCallback' in window
      ? window.requestIdleCallback(once, {timeout: 3000})
      : (setTimeout(once, 300) as unknown as number)
  return cancel
}
