import type {Clock} from '../engine/ports.ts'

/** The browser's clock. */
export const browserClock: Clock = {
  now: () => Date.now(),
  utcOffset: () => -new Date().getTimezoneOffset(),
  wait: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer)
        reject(signal.reason as Error)
      }
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop)
        resolve()
      }, milliseconds)
      if (signal.aborted) stop()
      else signal.addEventListener('abort', stop, {once: true})
    }),
}
