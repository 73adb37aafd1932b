import type {Announcement} from '../../../engine/index.ts'
import {loadLaterWords} from '../words/index.ts'
import type {ChipSpeech} from './describe.ts'
import type * as Forms from './forms.ts'
import {late} from './Late.tsx'

let forms: typeof Forms | undefined

/** What stands on the page once a run is open. */
export const loadForms = async (): Promise<typeof Forms> => (forms ??= await import('./forms.ts'))
const changeForms = () => import('./changeForms.ts')

/** Fetches what stands on the page once a run is open. Says announcements as the page does. */
export async function loadAnnouncer(view: ChipSpeech) {
  const [{describeAnnouncement}, later] = await Promise.all([loadForms(), loadLaterWords(view.locale)])
  return (announcement: Announcement) => describeAnnouncement(announcement, {...view, later})
}

/** What happened at a step. */
export const KnownLines = late(async () => (await loadForms()).KnownLines)
/** Steps that are folded into one row. */
export const FoldRow = late(
  async () => (await loadForms()).FoldRow,
  () => forms?.FoldRow,
)
/** What went wrong outside any step. */
export const BarProblem = late(async () => (await loadForms()).BarProblem)
/** Tenant and account, and what stands against them. */
export const BarTenant = late(
  async () => (await loadForms()).BarTenant,
  () => forms?.BarTenant,
)

/** What stands of a change: what was found, what would change, what came of it. */
export const ChangeResult = late(async () => (await changeForms()).ChangeResult)
/** The buttons of a change. */
export const ChangePress = late(async () => (await changeForms()).ChangePress)

/** What the run is about. */
export const StepInputs = late(async () => (await changeForms()).StepInputs)

/** The boxes that are asked for before *Saved*. */
export const AskedBoxes = late(async () => (await loadForms()).AskedBoxes)
/** What stands beside the wait for Microsoft's window. */
export const AskWindow = late(async () => (await loadForms()).AskWindow)
/** The way to sign in with another account. */
export const OtherAccount = late(async () => (await loadForms()).OtherAccount)

/** The question before another run takes the place of the open one. */
export const AnotherRun = late(async () => (await loadForms()).AnotherRun)
/** Ticket and context of the run. */
export const ContextForm = late(async () => (await loadForms()).ContextForm)
/** Note of a step, and who did it. */
export const MoreFields = late(async () => (await loadForms()).MoreFields)
/** The operator's name. */
export const NameOnce = late(async () => (await loadForms()).NameOnce)
/** The output of a command. */
export const PasteField = late(async () => (await loadForms()).PasteField)
/** The event of a pilot user's reset. */
export const PilotFields = late(async () => (await loadForms()).PilotFields)
/** Why a step is not done. */
export const SkipForm = late(async () => (await loadForms()).SkipForm)
/** What *Check my tenant* does, asks and has found. */
export const PlanPanel = late(async () => (await loadForms()).PlanPanel)
/** The question before a change of language. */
export const LeaveQuestion = late(async () => (await loadForms()).LeaveQuestion)
/** The events of the run and the ways to take them elsewhere. */
export const RecordBody = late(async () => (await loadForms()).RecordBody)
/** The run record as a drawer. */
export const RecordDrawer = late(async () => (await loadForms()).RecordDrawer)
/** The actions that an open run adds to the page's head. */
export const RunActions = late(
  async () => (await loadForms()).RunActions,
  () => forms?.RunActions,
)
/** How far the open run is. */
export const RunHint = late(
  async () => (await loadForms()).RunHint,
  () => forms?.RunHint,
)
/** The reads of a step, done another way. */
export const WaysBody = late(async () => (await loadForms()).WaysBody)
/** The list of steps over a narrow page. */
export const StepList = late(async () => (await loadForms()).StepList)
