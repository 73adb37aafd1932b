// Public face of the served page: what the theme arranges.
export {default as RunbookLayout} from './Layout.tsx'
export {default as RunbookLead} from './Lead.tsx'
export {default as RunbookProvider} from './Provider.tsx'
export {RunbookCrossing, RunbookPart} from './Part.tsx'
export {RunbookStep, StepProse, StepSentence} from './Step.tsx'
export {PageContext} from './page.ts'
