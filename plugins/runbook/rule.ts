// The kinds of rule that the catalogue in rules.ts is made of.
import type {Args} from './words.ts'

/** How bad a fault is, and its words. */
export interface Rule {
  readonly severity: 'error' | 'warning' | 'info'
  /** A fault of `check` that leaves the page buildable: the reader sees English, marked. */
  readonly built?: true
  /** A fault of a page with which nothing of the site is built, a page without an action file too. */
  readonly site?: true
  /** Severity in an article without an action file, where nothing runs and the page is shown without what is wrong. */
  readonly plain?: 'warning'
  readonly text: (args: Args) => string
  readonly fix: (args: Args) => string
}

/** A fault that forbids the page of a runbook. */
export const error = (text: Rule['text'], fix: Rule['fix']): Rule => ({severity: 'error', text, fix})

/** Something an author should know; nothing is forbidden. */
export const warning = (text: Rule['text'], fix: Rule['fix']): Rule => ({severity: 'warning', text, fix})

/** A fault of `check` with which the page is built, in English where a text is missing. */
export const wording = (text: Rule['text'], fix: Rule['fix']): Rule => ({
  severity: 'error',
  built: true,
  text,
  fix,
})

/** A fault with which nothing of the site is built. */
export const site = (text: Rule['text'], fix: Rule['fix']): Rule => ({
  severity: 'error',
  site: true,
  text,
  fix,
})

/** A fault that an article without an action file may have. */
export const markup = (text: Rule['text'], fix: Rule['fix']): Rule => ({
  severity: 'error',
  plain: 'warning',
  text,
  fix,
})
