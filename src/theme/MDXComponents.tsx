import MDXComponents from '@theme-original/MDXComponents'
import {
  RunbookCrossing,
  RunbookLead,
  RunbookPart,
  RunbookStep,
  StepProse,
  StepSentence,
} from '../components/runbook/shell/index.ts'

/** The elements that the build makes of a runbook's procedures, beside Docusaurus' own. */
export default {
  ...MDXComponents,
  RunbookCrossing,
  RunbookLead,
  RunbookPart,
  RunbookStep,
  StepProse,
  StepSentence,
}
