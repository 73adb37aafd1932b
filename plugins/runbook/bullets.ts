import {normalise, project, scan, type Projection, type Side} from '../bilingual/index.ts'
import type {ActionFile} from './action-file.ts'
import {readActionFile} from './schema.ts'
import {bulletedAfter, numberOf, stepsOf} from './steps.ts'

/** The bulleted lists of an article's source that an action file names, by their place among its lists, from 0. */
export function boundBullets(file: ActionFile | null, source: Projection): readonly number[] {
  const named = new Set((file?.procedures ?? []).map(each => normalise(each.after)))
  return named.size === 0 ? [] : bulletedAfter(source, sentence => named.has(sentence))
}

/** The same of the texts of both files: for who has no more than these. The places hold for both languages. */
export function readBullets(article: string, actions: string): readonly number[] {
  return boundBullets(readActionFile(actions).file, project(scan(article), 'source'))
}

/** A step of a compiled page: its number, and where its first block begins in the authored file. */
export interface StepPlace {
  readonly number: string
  readonly start: number
}

/** The steps that the page of one side is compiled with, from the texts of both files. */
export function readStepPlaces(article: string, actions: string, side: Side): readonly StepPlace[] {
  const {procedures} = stepsOf(project(scan(article), side), readBullets(article, actions))
  return procedures
    .flatMap(each => each.steps)
    .map(step => ({number: numberOf(step), start: step.range.start}))
}
