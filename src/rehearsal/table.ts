// The table of a rehearsal as text.
import type {Row} from './matrix.ts'

/** One line for each scene: what was done, what went wrong, how it ended in which languages. */
export function formatRows(rows: readonly Row[]): string {
  const scenes = new Map<string, Row[]>()
  for (const row of rows) {
    const {runbook, deed, situation, fault} = row
    const key = [runbook, deed, situation, fault].join('\t')
    scenes.set(key, [...(scenes.get(key) ?? []), row])
  }
  return [...scenes]
    .map(([key, all]) => {
      const wrong = [...new Set(all.flatMap(row => row.wrong))]
      const [first] = all
      const state = wrong.length === 0 ? 'ok' : `FAILED: ${wrong.join('; ')}`
      return [key, first?.chip ?? '', first?.said ?? '', all.map(({locale}) => locale).join(' '), state].join(
        '\t',
      )
    })
    .map(line => `${line}\n`)
    .join('')
}

/** How many rows there are, of how many scenes, and how many failed. */
export function formatSize(rows: readonly Row[]): string {
  const of = (pick: (row: Row) => string) => new Set(rows.map(pick)).size
  const failed = rows.filter(({wrong}) => wrong.length > 0).length
  const counts = [
    `${rows.length} rows`,
    `${of(row => row.runbook)} runbooks`,
    `${of(row => `${row.runbook} ${row.deed}`)} presses`,
    `${of(row => row.situation)} situations`,
    `${of(row => row.fault)} faults`,
    `${of(row => row.locale)} languages`,
  ]
  return `${counts.join(', ')}: ${failed} failed\n`
}
