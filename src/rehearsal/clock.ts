import type {Clock} from '../engine/ports.ts'

/** A clock whose waits cost nothing: each moves the time to its end. */
export interface VirtualClock extends Clock {
  readonly advance: (milliseconds: number) => void
}

/** A virtual clock that begins at `start`, milliseconds since the epoch. */
export function createVirtualClock(start: number): VirtualClock {
  let time = start
  return {
    now: () => time,
    utcOffset: () => 60,
    advance: milliseconds => void (time += milliseconds),
    wait: async (milliseconds, signal) => {
      signal.throwIfAborted()
      time += milliseconds
      await Promise.resolve()
    },
  }
}
