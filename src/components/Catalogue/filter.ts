import type {RunbookEffect, RunbookSummary} from '../../model/summary.ts'

/** What the catalogue is narrowed to; an empty text narrows nothing. */
export interface Filter {
  readonly effect: string
  readonly licence: string
}

const effects: readonly RunbookEffect[] = ['none', 'reversible', 'irreversible']

/** The runbooks that the filter leaves. A value that no runbook has narrows nothing. */
export function selectRunbooks(
  runbooks: readonly RunbookSummary[],
  filter: Filter,
): readonly RunbookSummary[] {
  const byEffect = effectsOf(runbooks).some(effect => effect === filter.effect)
  const byLicence = licencesOf(runbooks).includes(filter.licence)
  return runbooks.filter(
    runbook =>
      (!byEffect || runbook.effect === filter.effect) && (!byLicence || runbook.licence === filter.licence),
  )
}

/** Topics in the order of their first runbook, each with its runbooks. */
export function groupByTopic(
  runbooks: readonly RunbookSummary[],
): readonly (readonly [string, readonly RunbookSummary[]])[] {
  const topics = [...new Set(runbooks.map(runbook => runbook.topic))]
  return topics.map(topic => [topic, runbooks.filter(runbook => runbook.topic === topic)])
}

/** The effects that occur, from harmless to irreversible; a filter needs at least two. */
export function effectsOf(runbooks: readonly RunbookSummary[]): readonly RunbookEffect[] {
  return effects.filter(effect => runbooks.some(runbook => runbook.effect === effect))
}

/** The licences that occur, sorted; a filter needs at least two. */
export function licencesOf(runbooks: readonly RunbookSummary[]): readonly string[] {
  return [...new Set(runbooks.flatMap(runbook => runbook.licence ?? []))].sort()
}
