import {isDuration, toMilliseconds} from './duration.ts'

/**
 * A sample output with its times: `{ago:PT20M}` stands for the moment that long before `now` (milliseconds since
 * the epoch), ISO 8601 in UTC. Anything else in braces stays as it is.
 */
export function sampleAt(output: string, now: number): string {
  return output.replace(/\{ago:([^{}]*)\}/g, (whole, ago: string) =>
    isDuration(ago) ? new Date(now - toMilliseconds(ago)).toISOString() : whole,
  )
}
