import {createElement, useContext, type ComponentType, type ReactNode} from 'react'
import type {BoundStep, BeforeQuestion} from '../../../model/action.ts'
import {RuntimeContext} from './page.ts'

/** What each interactive part is given by the served page. */
export interface SlotProps {
  Bar: object
  Strip: object
  Actions: object
  Calls: object
  Record: object
  Sheet: object
  Answer: {readonly question: BeforeQuestion}
  PartCount: {readonly part: number}
  RailState: {readonly step: BoundStep}
  Fold: {readonly step: BoundStep}
  Marker: {readonly step: BoundStep}
  Chip: {readonly step: BoundStep}
  Tick: {readonly step: BoundStep}
  Result: {readonly step: BoundStep}
  Foot: {readonly step: BoundStep}
  Copy: {readonly text: string}
  Paper: {readonly step: BoundStep}
}

/** The interactive parts by the name of their place. */
export type Parts = {readonly [Name in keyof SlotProps]: ComponentType<SlotProps[Name]>}

/** A place for an interactive part; its children stand there until it is loaded, and where scripts are off. */
export default function Slot<Name extends keyof SlotProps>({
  name,
  props,
  children,
}: {
  readonly name: Name
  readonly props: SlotProps[Name]
  readonly children?: ReactNode
}): ReactNode {
  const runtime = useContext(RuntimeContext)
  if (runtime === null) return children
  const part: ComponentType<SlotProps[Name]> = runtime.parts[name]
  return createElement(part, props)
}
