// The open run's log: appends under the store's lock, follows other tabs, knows what is new in this page load.
import type {RunEvent, RunEventBody, RunRecord} from '../model/run.ts'
import type {Clock, RecordStore} from './ports.ts'
import {emptyRun, replay, type PageMark, type RunState} from './run.ts'
import {toIso} from './time.ts'

/**
 * Makes the events to add from the run as it stands when they are written, which is later than the press: what was
 * declared just before, here or in another tab, is in it. Pure; may be called more than once.
 */
export type Make = (state: RunState) => readonly RunEventBody[]

/** The log of the open run, or of none. */
interface RunLog {
  readonly record: () => RunRecord | null
  readonly state: () => RunState
  /** Sequence numbers of the events appended through this log since it was opened. */
  readonly fresh: () => ReadonlySet<number>
  /** Begins a run, which becomes the open one unless another was shown meanwhile. */
  readonly begin: (id: string, body: RunEventBody) => Promise<void>
  /** The events that were added to a run; the open one's state follows. A run that another tab deleted stays deleted. */
  readonly append: (id: string, make: Make) => Promise<readonly RunEvent[]>
  /** Makes a run the open one; null closes. */
  readonly show: (record: RunRecord | null) => void
  /** Reads the open run again where another tab changed it. */
  readonly follow: (id: string) => Promise<void>
}

/** What a log is written with. */
interface LogOptions {
  readonly clock: Clock
  /** The page that is open: a run of another one notes that it goes on with this. */
  readonly page: Pick<PageMark, 'articleHash' | 'build'>
  /** Called after every change. */
  readonly changed: () => void
}

/** A log over a store. */
export function createLog(store: RecordStore, {clock, page, changed}: LogOptions): RunLog {
  let record: RunRecord | null = null
  let state: RunState = emptyRun
  let fresh: ReadonlySet<number> = new Set()
  /** The run that is to be shown as soon as its start is written. */
  let beginning: string | null = null

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

  async function write(id: string, make: (log: readonly RunEvent[]) => readonly RunEventBody[]) {
    let added: readonly RunEvent[] = []
    const events = await store.append(id, log => {
      const moment = {v: 1, at: toIso(clock.now()), utcOffset: clock.utcOffset()} as const
      added = make(log).map((body, index) => ({...body, ...moment, seq: log.length + index}))
      return added
    })
    if (events.length === 0) await follow(id)
    // The page may have gone to another run meanwhile: the events stand in their own run all the same.
    else if (record?.id === id || beginning === id) {
      beginning = null
      fresh = new Set([...fresh, ...added.map(({seq}) => seq)])
      if (events.length >= (record?.events.length ?? 0)) take({schema: 'passerelle/run@1', id, events})
    }
    return added
  }

  function stateOf(id: string, events: readonly RunEvent[]): RunState {
    return record?.id === id && record.events.length === events.length ? state : replay(events)
  }

  /** The same events after the note that the run goes on with this page, where the ones before are of another. */
  function onThisPage(make: Make): Make {
    return state => {
      const bodies = make(state)
      const last = state.pages.at(-1)
      const isSame = last?.articleHash === page.articleHash && last.build === page.build
      return isSame || !last || bodies.length === 0 ? bodies : [{type: 'run-continued', ...page}, ...bodies]
    }
  }

  return {
    record: () => record,
    state: () => state,
    fresh: () => fresh,
    begin: async (id, body) => {
      beginning = id
      await write(id, () => [body])
    },
    append: async (id, make) => {
      const all = onThisPage(make)
      const added = await write(id, events => (events.length === 0 ? [] : all(stateOf(id, events))))
      return added.filter(({type}) => type !== 'run-continued')
    },
    show: next => {
      beginning = null
      fresh = new Set()
      take(next)
    },
    follow,
  }
}
