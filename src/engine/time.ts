/** UTC, ISO 8601 with milliseconds. */
export function toIso(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
