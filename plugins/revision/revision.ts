import {project, scan} from '../bilingual/index.ts'
import {
  boundBullets,
  bulletedAfter,
  likeness,
  stepsOf,
  type ActionFile,
  type ArticleProcedure,
} from '../runbook/index.ts'
import {threshold} from './assignment.ts'

/** The procedures of an article's source text; bulleted lists are none. */
export function readRevision(text: string): readonly ArticleProcedure[] {
  return stepsOf(project(scan(text), 'source')).procedures
}

/**
 * The procedures of two revisions of an article as an action file has them: with the bulleted lists that it names in the
 * old one, and in the new one those after the same sentence or one like it.
 */
export function readRevisions(
  file: ActionFile | null,
  texts: {readonly old: string; readonly now: string},
): {readonly old: readonly ArticleProcedure[]; readonly now: readonly ArticleProcedure[]} {
  const [old, now] = [project(scan(texts.old), 'source'), project(scan(texts.now), 'source')]
  const {procedures} = stepsOf(old, boundBullets(file, old))
  const named = procedures.filter(each => each.isBulleted).map(each => each.intro)
  const alike = bulletedAfter(now, sentence => named.some(each => likeness(each, sentence) >= threshold))
  const bulleted = new Set([...boundBullets(file, now), ...alike])
  return {old: procedures, now: stepsOf(now, [...bulleted]).procedures}
}
