/** What a command gets: its options as typed, and the paths behind them. */
export interface Invocation {
  readonly options: Readonly<Record<string, string | boolean | undefined | (string | boolean)[]>>
  readonly paths: readonly string[]
}

/** Carries a command out. @returns the exit code. */
export type Run = (invocation: Invocation) => Promise<number>

/** A command as the table lists it. */
export interface Command {
  readonly name: string
  readonly usage: string
  readonly summary: string
  readonly options: readonly {
    readonly name: string
    readonly type: 'string' | 'boolean'
    readonly usage: string
    readonly summary: string
  }[]
  /** Loads the command's own module: the help needs none. */
  readonly load: () => Promise<Run>
}
