import Cloud from 'lucide-static/icons/cloud.svg'
import Server from 'lucide-static/icons/server.svg'
import {Fragment, useMemo, useRef, type ReactNode} from 'react'
import clsx from 'clsx'
import type {BoundStep, Place, Procedure} from '../../../model/action.ts'
import Icon from '../../Icon/index.tsx'
import PlaceMarker from '../../PlaceMarker/index.tsx'
import RailCrossing from './RailCrossing.tsx'
import {usePage} from './page.ts'
import Say from './Say.tsx'
import Slot from './Slot.tsx'
import {useEntryInSight, useWhere} from './useWhere.ts'
import styles from './rail.module.css'

/** Icon of a place. */
export const placeIcons = {'on-premises': Server, cloud: Cloud} as const satisfies Record<Place, unknown>

/** The steps on two tracks, on-premises left and cloud right, with the crossing between; the one the person is at stands out. */
export default function Rail(): ReactNode {
  const {page, words} = usePage()
  const {procedures, steps} = page.model
  const list = useRef<HTMLElement>(null)
  const where = useWhere(useMemo(() => steps.map(({id}) => id), [steps]))
  useEntryInSight(list, where)
  return (
    <nav ref={list} aria-label={words.steps} className={styles['rail']}>
      {procedures.map((procedure, index) => {
        const before = procedures[index - 1]
        const crosses = before !== undefined && before.place !== procedure.place
        return (
          <Fragment key={procedure.part}>
            {crosses && (
              <p className={styles['crossing']}>
                <RailCrossing to={procedure.place} />
                {procedure.place === 'cloud' ? words.crossingCloud : words.crossingServer}
              </p>
            )}
            <RailPart procedure={procedure} where={where} />
          </Fragment>
        )
      })}
    </nav>
  )
}

function RailPart({
  procedure,
  where,
}: {
  readonly procedure: Procedure
  readonly where: string | null
}): ReactNode {
  const {step, words} = usePage()
  return (
    <div className={clsx(styles['part'], styles[procedure.place])}>
      <span aria-hidden="true" className={styles['track']} />
      <p className={styles['head']}>
        <Icon of={placeIcons[procedure.place]} size={18} />
        <strong>{words[procedure.place === 'cloud' ? 'cloud' : 'onPremises']}</strong>
        <span className={styles['count']}>
          <Slot name="PartCount" props={{part: procedure.part}} />
        </span>
      </p>
      <ol>
        {procedure.steps.map(id => {
          const bound = step(id)
          return bound && <RailStep key={id} step={bound} current={id === where} />
        })}
      </ol>
    </div>
  )
}

function RailStep({step, current}: {readonly step: BoundStep; readonly current: boolean}): ReactNode {
  const {page} = usePage()
  return (
    <li>
      <a href={`#${step.id}`} aria-current={current ? 'step' : undefined} className={styles['step']}>
        <Slot name="Marker" props={{step}}>
          <PlaceMarker place={step.place}>{step.ordinal}</PlaceMarker>
        </Slot>
        <span className={styles['words']}>
          <span className={styles['label']}>
            {step.label === undefined ? page.sentences[step.id] : <Say of={step.label} />}
          </span>{' '}
          <span className={styles['state']}>
            <Slot name="RailState" props={{step}} />
          </span>
        </span>
      </a>
    </li>
  )
}
