import {late} from './Late.tsx'

const forms = () => import('./forms.ts')

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
/** The list of steps over a narrow page. */
export const StepList = late(async () => (await forms()).StepList)
