import {use, useEffect, useState, type ReactNode} from 'react'
import type {PortalState} from '../../../practice/index.ts'
import Button from '../../Button/index.tsx'
import check from '../runtime/check.module.css'
import Dialog from '../runtime/Dialog.tsx'
import {formatTime} from '../runtime/format.ts'
import {useRuntime} from '../runtime/useRuntime.ts'
import {InBrackets} from '../shell/PortalPlace.tsx'
import Say from '../shell/Say.tsx'
import {fill} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import styles from './styles.module.css'

/** An imitation of the one portal page, with its two boxes and its Save. It changes the fictitious tenant only. */
export default function PortalPage({
  address,
  step,
}: {
  readonly address: string
  readonly step: string
}): ReactNode {
  const {stage, page, locale, announce} = useRuntime()
  const later = use(loadLaterWords(locale))
  const [state, setState] = useState<PortalState | null>(null)
  const [boxes, setBoxes] = useState({passwords: false, unlock: false})
  const [savedAt, setSavedAt] = useState<number | null>(null)
  useEffect(() => {
    let gone = false
    void stage
      .practice()
      .then(({portal}) => portal.read())
      .then(read => {
        if (gone) return
        setState(read)
        setBoxes({passwords: read.passwords, unlock: read.unlock})
      })
    return () => {
      gone = true
    }
  }, [stage])
  const visit = page.model.visits.find(candidate => candidate.steps.includes(step))
  const labels = (visit?.boxes ?? []).flatMap(
    id => page.model.steps.find(candidate => candidate.id === id)?.box?.label ?? [],
  )
  const unsaved = state !== null && (state.passwords !== boxes.passwords || state.unlock !== boxes.unlock)
  const save = async () => {
    const {portal} = await stage.practice()
    if (await portal.save(boxes)) {
      setSavedAt(Date.now())
      announce(fill(later.practice.savedAt, {time: formatTime(Date.now(), locale)}))
    }
    setState(await portal.read())
  }
  const activate = async (role: string) => {
    const {portal} = await stage.practice()
    await portal.activate(role)
    setState(await portal.read())
    announce(later.practice.activated)
  }
  return (
    <Dialog title={later.practice.portalTitle} onClose={stage.desk.closePortal}>
      <p className={styles['frame']}>
        {later.practice.portalFrame} <code className={styles['address']}>{address}</code>
      </p>
      {state === null ? (
        <p role="status">{later.practice.loading}</p>
      ) : (
        <>
          {(['passwords', 'unlock'] as const).map((box, index) => (
            <label key={box} className={styles['box']}>
              <input
                type="checkbox"
                className={check['box']}
                checked={boxes[box]}
                disabled={state.locked !== null}
                onChange={event => setBoxes({...boxes, [box]: event.target.checked})}
              />
              <span>
                {labels[index] !== undefined && (
                  <>
                    <Say of={labels[index]} />
                    <InBrackets of={labels[index]} />
                  </>
                )}
              </span>
            </label>
          ))}
          {state.locked !== null && (
            <p className={styles['warning']}>{later.practice[`locked-${state.locked}`]}</p>
          )}
          {state.locked === 'role' &&
            state.eligible.map(role => {
              const known = page.model.needs.roles?.anyOf.find(({id}) => id === role)
              return (
                known && (
                  <Button key={role} onClick={() => void activate(role)}>
                    {later.practice.activate} (<Say of={known.name} />)
                  </Button>
                )
              )
            })}
          <p className={styles['status']}>
            {unsaved
              ? later.practice.unsaved
              : savedAt !== null && fill(later.practice.savedAt, {time: formatTime(savedAt, locale)})}
          </p>
          <p className={styles['buttons']}>
            <Button kind="primary" off={state.locked !== null} onClick={() => void save()}>
              {later.practice.save}
            </Button>
            <Button kind="quiet" onClick={stage.desk.closePortal}>
              {unsaved ? later.practice.closeUnsaved : later.practice.close}
            </Button>
          </p>
        </>
      )}
    </Dialog>
  )
}
