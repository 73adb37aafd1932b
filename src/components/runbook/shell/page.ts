import {createContext, useContext} from 'react'
import type {BoundStep, TextKey} from '../../../model/action.ts'
import {sourceLocale, type LocaleTag} from '../../../model/locale.ts'
import type {RunbookPage} from '../../../model/page.ts'
import type {Runtime} from '../runtime/index.ts'
import {fill} from '../words/fill.ts'
import {shellWords, type ShellWords} from '../words/shell.ts'

/** A text of the runbook as it is shown; `lang` where it stands in for a missing translation. */
export interface ShownText {
  readonly text: string
  readonly lang: LocaleTag | undefined
}

/** What every part of a runbook's page reads: the compiled page, its locale and the words of the served page. */
export interface PageView {
  readonly page: RunbookPage
  readonly locale: LocaleTag
  readonly words: ShellWords
  readonly text: (key: TextKey, values?: Readonly<Record<string, string | number>>) => ShownText
  readonly step: (id: string) => BoundStep | undefined
}

/** The view of a page; made once for each page. */
export function createPageView(page: RunbookPage): PageView {
  const {catalogue, model} = page
  const steps = new Map(model.steps.map(step => [step.id, step]))
  return {
    page,
    locale: catalogue.locale,
    words: shellWords,
    text: (key, values = {}) => {
      const own = catalogue.texts[key]
      return own === undefined
        ? {text: fill(catalogue.fallbacks[key] ?? key, values), lang: sourceLocale}
        : {text: fill(own, values), lang: undefined}
    },
    step: id => steps.get(id),
  }
}

/** The page of the runbook that is shown, or null on any other page. */
export const PageContext = createContext<PageView | null>(null)

/** The interactive parts once they are loaded. */
export const RuntimeContext = createContext<Runtime | null>(null)

/** The page of the runbook that is shown. Throws a `TypeError` outside one. */
export function usePage(): PageView {
  const view = useContext(PageContext)
  if (view === null) throw new TypeError('A part of a runbook stands outside a runbook page.')
  return view
}
