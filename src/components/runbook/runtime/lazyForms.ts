import {lazy} from 'react'

const forms = () => import('./forms.ts')

/** Ticket and context of the run. */
export const ContextForm = lazy(async () => ({default: (await forms()).ContextForm}))
/** Note of a step, and who did it. */
export const MoreFields = lazy(async () => ({default: (await forms()).MoreFields}))
/** The operator's name. */
export const NameOnce = lazy(async () => ({default: (await forms()).NameOnce}))
/** The output of a command. */
export const PasteField = lazy(async () => ({default: (await forms()).PasteField}))
/** The event of a pilot user's reset. */
export const PilotFields = lazy(async () => ({default: (await forms()).PilotFields}))
/** The question before a change of language. */
export const LeaveQuestion = lazy(async () => ({default: (await forms()).LeaveQuestion}))
/** The events of the run and the ways to take them elsewhere. */
export const RecordBody = lazy(async () => ({default: (await forms()).RecordBody}))
/** The run record as a drawer. */
export const RecordDrawer = lazy(async () => ({default: (await forms()).RecordDrawer}))
/** The list of steps over a narrow page. */
export const StepList = lazy(async () => ({default: (await forms()).StepList}))
