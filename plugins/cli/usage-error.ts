/** The command line cannot be carried out as it was typed; the message says what was expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
