// Whether what is known of a step is of another page: of another revision of the article, or another build of the site.
import type {PageModel} from '../model/page.ts'
import type {Outdating} from './chip.ts'
import type {Moment} from './moment.ts'
import type {PageMark, RunState} from './run.ts'
import type {SessionView} from './session.ts'
import type {StepRecord} from './step-record.ts'

/** Why something is of another page, and when the newest of it was recorded, ISO. */
export interface Outdated {
  readonly because: Outdating
  readonly at: string
}

/** What is open now, and the run. */
interface Open {
  readonly model: Pick<PageModel, 'articleHash'>
  readonly state: Pick<RunState, 'pages'>
  readonly session: Pick<SessionView, 'build' | 'fresh'>
}

/**
 * Whether the newest that is known of a step is of another page. Another revision of the article outdates everything;
 * another build only what was read or sent, because what a person declared is about the article.
 */
export function outdatedBy(record: StepRecord, open: Open): Outdated | null {
  const asked = askedOf(record)
  const newest = [...asked, ...declaredOf(record)].sort((a, b) => a.seq - b.seq).at(-1)
  if (!newest || open.session.fresh.has(newest.seq)) return null
  const page = open.state.pages.filter(({seq}) => seq <= newest.seq).at(-1)
  const because = page ? outdatingOf(page, open) : null
  if (because === null || (because === 'build' && !asked.includes(newest))) return null
  return {because, at: newest.at}
}

/** How a page differs from the one that is open; null: not at all. */
function outdatingOf(page: PageMark, {model, session}: Omit<Open, 'state'>): Outdating | null {
  if (page.articleHash !== model.articleHash) return 'article'
  return page.build === session.build ? null : 'build'
}

function askedOf({presses, evidence, change}: StepRecord): readonly Moment[] {
  const {reading, stale, sent} = change
  return [...Object.values(presses), ...[evidence, reading, stale].filter(each => each !== null), ...sent]
}

function declaredOf(record: StepRecord): readonly Moment[] {
  const {ticked, skipped, output, unreadable, reported, pilot, box, saved} = record
  const moments = [ticked, skipped, output, unreadable, reported, pilot, box, saved]
  return moments.filter(each => each !== null)
}
