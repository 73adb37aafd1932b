import Ticket from 'lucide-static/icons/ticket.svg'
import type {ReactNode} from 'react'
import type {RunbookEffect, RunbookSummary} from '../../model/summary.ts'
import Button from '../Button/index.tsx'
import type {IconShape} from '../Icon/index.tsx'
import {homeWords} from '../words/home.ts'
import {effectIcon} from './effect.ts'
import {effectsOf, licencesOf, type Filter} from './filter.ts'
import styles from './styles.module.css'

interface FilterProps {
  readonly runbooks: readonly RunbookSummary[]
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}

/** Toggle buttons by effect and by licence; a kind of filter stands here only where it can tell two runbooks apart. */
export default function Filters({runbooks, filter, onChange}: FilterProps): ReactNode {
  const effects = effectsOf(runbooks)
  const licences = licencesOf(runbooks)
  if (effects.length < 2 && licences.length < 2) return null
  return (
    <div role="group" aria-label={homeWords.filter.label} className={styles['filters']}>
      <Toggle pressed={!filter.effect && !filter.licence} onPress={() => onChange({effect: '', licence: ''})}>
        {homeWords.filter.all}
      </Toggle>
      {effects.length > 1 &&
        effects.map(effect => (
          <Toggle
            key={effect}
            icon={effectIcon[effect]}
            pressed={filter.effect === effect}
            onPress={() => onChange({...filter, effect: filter.effect === effect ? '' : effect})}
          >
            {filterWord(effect)}
          </Toggle>
        ))}
      {licences.length > 1 &&
        licences.map(licence => (
          <Toggle
            key={licence}
            icon={Ticket}
            pressed={filter.licence === licence}
            onPress={() => onChange({...filter, licence: filter.licence === licence ? '' : licence})}
          >
            {licence}
          </Toggle>
        ))}
    </div>
  )
}

function Toggle({
  icon,
  pressed,
  onPress,
  children,
}: {
  readonly icon?: IconShape
  readonly pressed: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}): ReactNode {
  return (
    <Button {...(icon && {icon})} aria-pressed={pressed} onClick={onPress} className={styles['toggle']}>
      {children}
    </Button>
  )
}

function filterWord(effect: RunbookEffect): string {
  return effect === 'none' ? homeWords.filter.none : homeWords.effect[effect]
}
