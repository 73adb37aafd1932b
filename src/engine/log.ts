// The open run's log: appends under the store's lock, follows other tabs, knows what is new in this page load.
import type {RunEvent, RunEventBody, RunRecord} from '../model/run.ts'
import type {Clock, RecordStore} from './ports.ts'
import {emptyRun, replay, type RunState} from './run.ts'
import {toIso} from './time.ts'

/** The log of the open run, or of none. */
interface RunLog {
  readonly record: () => RunRecord | null
  readonly state: () => RunState
  /** Sequence numbers of the events appended through this log since it was opened. */
  readonly fresh: () => ReadonlySet<number>
  /** Adds events to a run; the open one's state follows. A run that another tab deleted stays deleted. */
  readonly append: (id: string, bodies: readonly RunEventBody[]) => Promise<void>
  /** Makes a run the open one; null closes. */
  readonly show: (record: RunRecord | null) => void
  /** Reads the open run again where another tab changed it. */
  readonly follow: (id: string) => Promise<void>
}

/** A log over a store; `changed` is called after every change. */
export function createLog(store: RecordStore, clock: Clock, changed: () => void): RunLog {
  let record: RunRecord | null = null
  let state: RunState = emptyRun
  let fresh: ReadonlySet<number> = new Set()

  function take(next: RunRecord | null): void {
    record = next
    state = replay(next?.events ?? [])
    changed()
  }

  async function follow(id: string): Promise<void> {
    if (record?.id !== id) return
    const stored = await store.load(id)
    // The page may have left the run; and an older read must not overtake a newer append of this tab.
    const shown = record as RunRecord | null
    if (shown?.id !== id) return
    if (stored && stored.events.length > shown.events.length) take(stored)
    if (!stored) {
      fresh = new Set()
      take(null)
    }
  }

  return {
    record: () => record,
    state: () => state,
    fresh: () => fresh,
    append: async (id, bodies) => {
      let added: readonly RunEvent[] = []
      const events = await store.append(id, log => {
        if (log.length === 0 && bodies[0]?.type !== 'run-started') return []
        const moment = {v: 1, at: toIso(clock.now()), utcOffset: clock.utcOffset()} as const
        added = bodies.map((body, index) => ({...body, ...moment, seq: log.length + index}))
        return added
      })
      if (events.length === 0) {
        await follow(id)
        return
      }
      // The page may have gone to another run meanwhile: the events stand in their own run all the same.
      const begins = record === null && bodies[0]?.type === 'run-started'
      if (record?.id !== id && !begins) return
      fresh = new Set([...fresh, ...added.map(({seq}) => seq)])
      take({schema: 'passerelle/run@1', id, events})
    },
    show: next => {
      fresh = new Set()
      take(next)
    },
    follow,
  }
}
