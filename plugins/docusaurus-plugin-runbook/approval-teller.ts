// What every section of the approval file is told with, and in which words.
import type {TextKey} from '../../src/model/action.ts'
import {cloudOf, scopePrefixOf, type Cloud} from '../../src/model/cloud.ts'
import {sourceLocale} from '../../src/model/locale.ts'
import type {RunbookPage} from '../../src/model/page.ts'
import {signInScopes, type CompiledPage, type Configuration} from '../runbook/index.ts'
import {approvalWords, type ApprovalLocale, type ApprovalWords} from './approval-words.ts'
import type {Policy} from './csp.ts'
import {code, link} from './markdown.ts'

/** What the approval file is computed from. */
export interface Approval {
  readonly runbooks: readonly CompiledPage[]
  readonly configuration: Configuration
  /** Null where the build has none. */
  readonly policy: Policy | null
  readonly build: string
}

// Below the base URL of each locale.
const guidePath = 'guides/register-the-app'

/** All that a section is told with. */
export interface Teller extends Approval {
  readonly locale: ApprovalLocale
  readonly words: ApprovalWords
  readonly pages: readonly RunbookPage[]
  readonly cloud: Cloud | null
  /** The site's address as a link. */
  readonly site: string
  readonly guide: string
  /** What Entra calls the scope in the cloud of the site, as code. */
  readonly named: (scope: string) => string
  /** The page of a runbook as a link. */
  readonly at: (page: RunbookPage) => string
}

/** The teller of an approval file. A runbook without the language is told in English. */
export function tellerOf(approval: Approval, locale: ApprovalLocale): Teller {
  const {url, signIn} = approval.configuration
  const words = approvalWords[locale]
  const base = locale === sourceLocale ? '/' : `/${locale}/`
  const cloud = signIn === null ? null : cloudOf(signIn.cloud)
  const prefix = cloud === null ? '' : scopePrefixOf(cloud)
  return {
    ...approval,
    locale,
    words,
    pages: approval.runbooks.flatMap(({page}) => page(locale) ?? page(sourceLocale) ?? []),
    cloud,
    site: link(url, url),
    guide: link(words.guide, `${base}${guidePath}`),
    named: scope => code(signInScopes.some(each => each === scope) ? scope : prefix + scope),
    at: page => link(page.title, `${base}${page.model.slug}`),
  }
}

/** A text of a runbook in its language, else in English. */
export function text({catalogue}: RunbookPage, key: TextKey): string {
  return catalogue.texts[key] ?? catalogue.fallbacks[key] ?? key
}

/** A date in words. */
export function day(date: string, {locale}: Teller): string {
  return new Intl.DateTimeFormat(locale, {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(date))
}

/** Words with what stands in braces filled in. */
export function fill(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** Values each once, in order. */
export function unique<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)]
}
