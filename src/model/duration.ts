// Week, day, hour, minute, second.
const units = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000]
const iso = /^P(?!$)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/**
 * The milliseconds of an ISO 8601 duration of weeks to seconds, `PT2M` → 120000. Months and years have no
 * fixed length: those, and anything else, are a `TypeError`.
 *
 * @see ISO 8601-1, 5.5.2
 */
export function toMilliseconds(duration: string): number {
  if (!isDuration(duration)) throw new TypeError(`Unexpected duration \`${duration}\``)
  const parts = iso.exec(duration) ?? []
  return units.reduce((sum, unit, index) => sum + unit * Number(parts[index + 1] ?? 0), 0)
}

/** Whether a text is a duration that `toMilliseconds` reads. */
export function isDuration(text: string): boolean {
  return iso.test(text)
}
