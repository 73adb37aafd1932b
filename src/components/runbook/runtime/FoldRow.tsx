import Signature from 'lucide-static/icons/signature.svg'
import {use, useEffect, type ReactNode} from 'react'
import Button from '../../Button/index.tsx'
import Chip from '../../Chip/index.tsx'
import PlaceMarker from '../../PlaceMarker/index.tsx'
import type {SlotProps} from '../shell/Slot.tsx'
import {fill} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import {describeChip} from './describe.ts'
import {cardOf, useRuntime} from './useRuntime.ts'
import styles from './fold.module.css'

/** One row in the place of consecutive steps that the same person marked done; `fold` holds this step. */
export default function FoldRow({
  step,
  fold,
}: SlotProps['Fold'] & {readonly fold: readonly string[]}): ReactNode {
  const view = useRuntime()
  const {page, run, stage, locale, step: stepById} = view
  const later = use(loadLaterWords(locale))
  useEffect(() => {
    const unfold = () => {
      if (window.location.hash === `#${step.id}`) {
        stage.folds.open(step.id)
        requestAnimationFrame(() => document.getElementById(step.id)?.scrollIntoView())
      }
    }
    window.addEventListener('hashchange', unfold)
    return () => window.removeEventListener('hashchange', unfold)
  }, [stage, step.id])
  if (fold.some(id => run.cards[id]?.id !== 'marked-done')) return null
  const last = stepById(fold.at(-1) ?? '')
  if (fold[0] !== step.id || last === undefined) return <span data-folded="" />
  return (
    <>
      <div className={styles['fold']} data-print="off" data-part={page.model.runbook}>
        <PlaceMarker place={step.place} tone="hand" fill="dashed">
          {step.ordinal}–{last.ordinal}
        </PlaceMarker>
        <span className={styles['title']}>
          {fill(later.fold.steps, {from: step.number, to: last.number})}
        </span>
        <Chip icon={Signature} tone="hand" fill="dashed">
          {describeChip(cardOf(run, step), view)}
        </Chip>
        <Button dense kind="quiet" onClick={() => stage.folds.open(step.id)}>
          {later.fold.unfold}
        </Button>
      </div>
      <span data-folded="" />
    </>
  )
}
