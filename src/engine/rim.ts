// The heavy parts, loaded once for what they are wanted for and kept until something else is wanted.
import type {GraphRunner, TokenSource} from './ports.ts'

/** What the heavy parts are loaded for. A practice tenant belongs to its run; the real one does not. */
export interface Wanted {
  readonly mode: 'practice' | 'graph'
  readonly run: string | null
  readonly situation: string | null
}

/** The heavy parts: sign-in and Graph, real or practice. */
export interface Rim {
  readonly tokens: TokenSource
  readonly runner: GraphRunner
}

/** Loads sign-in and Graph on request. */
interface RimLoader {
  readonly loaded: (wanted: Wanted | null) => Rim | null
  readonly isLoading: (wanted: Wanted | null) => boolean
  readonly load: (wanted: Wanted) => Promise<Rim>
}

/** A loader; `changed` is called when loading begins and ends. A failed load is tried anew the next time. */
export function createRimLoader(load: (wanted: Wanted) => Promise<Rim>, changed: () => void): RimLoader {
  let key: string | null = null
  let rim: Rim | null = null
  let loading: Promise<Rim> | null = null

  return {
    loaded: wanted => (wanted && key === keyOf(wanted) ? rim : null),
    isLoading: wanted => wanted !== null && key === keyOf(wanted) && loading !== null,
    load: wanted => {
      const mine = keyOf(wanted)
      if (key === mine && rim) return Promise.resolve(rim)
      if (key === mine && loading) return loading
      key = mine
      rim = null
      const begun = load(wanted).then(
        got => {
          if (key === mine) [rim, loading] = [got, null]
          changed()
          return got
        },
        (thrown: unknown) => {
          if (key === mine) [key, loading] = [null, null]
          changed()
          throw thrown
        },
      )
      loading = begun
      changed()
      return begun
    },
  }
}

function keyOf({mode, run}: Wanted): string {
  return mode === 'graph' ? mode : `${mode}:${run ?? ''}`
}
