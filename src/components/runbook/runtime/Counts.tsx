import type {ReactNode} from 'react'
import {describePart} from '../shell/Part.tsx'
import type {SlotProps} from '../shell/Slot.tsx'
import {fill} from '../words/fill.ts'
import {countPart} from './current.ts'
import {describeCounts} from './describe.ts'
import {useRuntime} from './useRuntime.ts'

/** How far a part is, verified and declared apart; before anything happened, what it consists of. */
export default function PartCount({part}: SlotProps['PartCount']): ReactNode {
  const {page, run, say, ...view} = useRuntime()
  const counts = countPart(page.model, run, part)
  if (counts.verified + counts.declared === 0) return describePart({page, ...view}, part)
  const automatic = page.model.steps.some(step => step.part === part && step.kind !== 'tick')
  const words = automatic ? say.header.progress : say.header.partDeclared
  return fill(words, describeCounts(counts, {say, locale: view.locale}))
}
