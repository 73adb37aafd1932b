import ChevronDown from 'lucide-static/icons/chevron-down.svg'
import {Fragment, useState, type ReactNode} from 'react'
import Icon from '../../Icon/index.tsx'
import {fill} from '../words/fill.ts'
import {currentStep} from './current.ts'
import {describeCounts} from './describe.ts'
import Late from './Late.tsx'
import {StepList} from './lazyForms.ts'
import {IconMarker} from './StateParts.tsx'
import {useRuntime} from './useRuntime.ts'
import styles from './strip.module.css'

/** The rail of a narrow window: every marker in one line, the count below; it opens the list of steps. */
export default function Strip(): ReactNode {
  const {run, page, say, locale, step: stepById} = useRuntime()
  const [open, setOpen] = useState(false)
  const current = stepById(currentStep(page.model, run) ?? '')
  const close = () => setOpen(false)
  return (
    <>
      <button type="button" className={styles['strip']} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span className={styles['markers']}>
          {page.model.steps.map((step, index) => (
            <Fragment key={step.id}>
              {index > 0 && page.model.steps[index - 1]?.place !== step.place && <Arch />}
              <IconMarker step={step} />
            </Fragment>
          ))}
        </span>
        <span className={styles['count']}>
          <span>
            {current && <strong>{fill(say.header.strip, {number: current.number})}</strong>}{' '}
            {fill(say.header.progress, describeCounts(run.counts, {say, locale}))}
          </span>
          <Icon of={ChevronDown} />
        </span>
      </button>
      {open && (
        <Late>
          <StepList onClose={close} />
        </Late>
      )}
    </>
  )
}

function Arch(): ReactNode {
  return (
    <svg aria-hidden="true" width="22" height="12" viewBox="0 0 22 12" fill="none" className={styles['arch']}>
      <path d="M2 10C6 3 16 3 20 10" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  )
}
