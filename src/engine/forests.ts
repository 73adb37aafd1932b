// Answers that are given for each forest of a run, in today's shape and in that of the first records.
import {omit, own, put} from './own.ts'

/** The options chosen for each forest, in the order in which the forests were entered. */
type ForestAnswers = Readonly<Record<string, readonly string[]>>

/** What was answered before the start. */
export interface Answers {
  /** By question; in the first records, also what was answered for each forest. */
  readonly answers: Readonly<Record<string, readonly string[]>>
  /** Answers that were given for one forest, by question and forest: `forestsOf` reads them. */
  readonly forests: Readonly<Record<string, ForestAnswers>>
}

/** The forests of a question that is asked for each of them, with what was chosen; none chosen is an empty list. */
export function forestsOf({answers, forests}: Answers, question: string): ForestAnswers {
  const first = (own(answers, question) ?? []).reduce<ForestAnswers>((known, option) => {
    const {forest, id} = parted(option)
    return forest === '' ? known : put(known, forest, [...(own(known, forest) ?? []), id])
  }, {})
  const since = own(forests, question) ?? {}
  return Object.fromEntries([...Object.entries(first), ...Object.entries(since)])
}

/** The options that were chosen, of a question or for one forest of it; none where nothing was answered. */
export function chosenOf(given: Answers, question: string, forest?: string): readonly string[] {
  return (forest === undefined ? own(given.answers, question) : own(forestsOf(given, question), forest)) ?? []
}

/** The answers without those of one forest. */
export function withoutForest({answers, forests}: Answers, question: string, forest: string): Answers {
  const first = own(answers, question)
  const known = own(forests, question)
  return {
    answers: first
      ? put(
          answers,
          question,
          first.filter(option => parted(option).forest !== forest),
        )
      : answers,
    forests: known ? put(forests, question, omit(known, forest)) : forests,
  }
}

// The first records wrote a forest before its option, `contoso.example/reset-password`.
function parted(option: string): {readonly forest: string; readonly id: string} {
  const slash = option.lastIndexOf('/')
  return {forest: option.slice(0, Math.max(slash, 0)), id: option.slice(slash + 1)}
}
