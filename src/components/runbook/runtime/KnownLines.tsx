import type {ReactNode} from 'react'
import type {BoundStep} from '../../../model/action.ts'
import {DeclaredLine, NoteLine, OutputLine, PilotLine, ReportedLine} from './DeclaredLines.tsx'
import EvidenceResult from './EvidenceResult.tsx'
import {OutdatedLine} from './OutdatedLines.tsx'
import ProblemLine from './ProblemLine.tsx'
import ReadResults from './ReadResults.tsx'
import RoleLine from './RoleLine.tsx'
import SkippedLine, {RestsOnSkipped} from './SkippedLine.tsx'
import {cardOf, useRuntime} from './useRuntime.ts'

/** What happened at a step: what Graph read, what the log holds, what was pasted, what a person said. */
export default function KnownLines({step}: {readonly step: BoundStep}): ReactNode {
  const {run} = useRuntime()
  return (
    <>
      <OutdatedLine step={step} />
      <RestsOnSkipped step={step} />
      {cardOf(run, step).presses.map(
        press => press.done && <ReadResults key={press.id} step={step} press={press} />,
      )}
      <RoleLine step={step} />
      <ProblemLine step={step} />
      <EvidenceResult step={step} />
      <OutputLine step={step} />
      <ReportedLine step={step} />
      <PilotLine step={step} />
      <DeclaredLine step={step} />
      <SkippedLine step={step} />
      <NoteLine step={step} />
    </>
  )
}
