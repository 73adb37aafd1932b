import type {Announcement} from '../../../engine/index.ts'
import type {PageView} from '../shell/page.ts'
import {loadLaterWords} from '../words/index.ts'
import type {Speech} from './describe.ts'
import {late} from './Late.tsx'

const forms = () => import('./forms.ts')
const changeForms = () => import('./changeForms.ts')

/** Fetches what stands on the page once a run is open. Says announcements as the page does. */
export async function loadAnnouncer(view: Speech & Pick<PageView, 'step'>) {
  const [{describeAnnouncement}, later] = await Promise.all([forms(), loadLaterWords(view.locale)])
  return (announcement: Announcement) => describeAnnouncement(announcement, {...view, later})
}

/** What happened at a step. */
export const KnownLines = late(async () => (await forms()).KnownLines)
/** What went wrong outside any step. */
export const BarProblem = late(async () => (await forms()).BarProblem)
/** The other tenant an account came with. */
export const BarConflict = late(async () => (await forms()).BarConflict)

/** What stands of a change: what was found, what would change, what came of it. */
export const ChangeResult = late(async () => (await changeForms()).ChangeResult)
/** The buttons of a change. */
export const ChangePress = late(async () => (await changeForms()).ChangePress)

/** What stands beside the wait for Microsoft's window. */
export const AskWindow = late(async () => (await forms()).AskWindow)
/** The way to sign in with another account. */
export const OtherAccount = late(async () => (await forms()).OtherAccount)

/** The question before another run takes the place of the open one. */
export const AnotherRun = late(async () => (await forms()).AnotherRun)
/** Ticket and context of the run. */
export const ContextForm = late(async () => (await forms()).ContextForm)
/** Note of a step, and who did it. */
export const MoreFields = late(async () => (await forms()).MoreFields)
/** The operator's name. */
export const NameOnce = late(async () => (await forms()).NameOnce)
/** The output of a command. */
export const PasteField = late(async () => (await forms()).PasteField)
/** The event of a pilot user's reset. */
export const PilotFields = late(async () => (await forms()).PilotFields)
/** The question before a change of language. */
export const LeaveQuestion = late(async () => (await forms()).LeaveQuestion)
/** The events of the run and the ways to take them elsewhere. */
export const RecordBody = late(async () => (await forms()).RecordBody)
/** The run record as a drawer. */
export const RecordDrawer = late(async () => (await forms()).RecordDrawer)
/** Until when the role is active. */
export const RoleClock = late(async () => (await forms()).RoleClock)
/** The reads of a step, done another way. */
export const WaysBody = late(async () => (await forms()).WaysBody)
/** The list of steps over a narrow page. */
export const StepList = late(async () => (await forms()).StepList)
