import {breachOf, type Breach} from './breach.ts'
import {mutate} from './mutate.ts'
import {createRandom} from './random.ts'
import {actionsFor, treeBreachOf} from './tree-breach.ts'

/** A mutated article that broke a promise. */
export interface FuzzFault {
  /** Which mutation of the run it was, from 0. */
  readonly number: number
  readonly breach: string
  /** Kinds of damage, in order. */
  readonly kinds: readonly string[]
  readonly text: string
}

/** What one mutation came to. */
export interface FuzzTry {
  readonly number: number
  readonly kinds: readonly string[]
  readonly text: string
  readonly fault: FuzzFault | null
}

/** How far a mutated text is tried: by the reader of the format, or as well by step trees, anchors and pages. */
export type FuzzLevel = 'text' | 'trees'

/** Mutates articles, chosen by a seed, and tries each result; the same seed and articles give the same run. */
export function* fuzz(
  articles: readonly string[],
  {seed, count, level}: {readonly seed: number; readonly count: number; readonly level: FuzzLevel},
): Generator<FuzzTry> {
  const random = createRandom(seed)
  const actionsOf = new Map<string, string>()
  for (let number = 0; number < count; number += 1) {
    const article = articles[random.below(articles.length)] ?? ''
    const {text, kinds} = mutate(article, random)
    const attempt = (): Breach => {
      if (level === 'text') return breachOf(text)
      const actions = actionsOf.get(article) ?? actionsFor(article)
      actionsOf.set(article, actions)
      return treeBreachOf(text, actions)
    }
    const breach = caught(attempt)
    yield {number, kinds, text, fault: breach === null ? null : {number, breach, kinds, text}}
  }
}

function caught(attempt: () => Breach): Breach {
  try {
    return attempt()
  } catch (cause) {
    return `it throws: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`
  }
}
