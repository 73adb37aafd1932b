import ClipboardPaste from 'lucide-static/icons/clipboard-paste.svg'
import {useId, useState, type ReactNode} from 'react'
import type {BoundStep, OutputVerifier} from '../../../model/action.ts'
import Button from '../../Button/index.tsx'
import Late from './Late.tsx'
import {PasteField} from './lazyForms.ts'
import {cardOf, useRuntime} from './useRuntime.ts'
import styles from './controls.module.css'

interface OfVerifier {
  readonly step: BoundStep
  readonly verify: OutputVerifier
}

/** The field for a command's output: judged as it is pasted, only the allowed fields kept. */
export default function Paste({step, verify}: OfVerifier): ReactNode {
  const {run, say} = useRuntime()
  const [open, setOpen] = useState(false)
  const id = useId()
  const record = cardOf(run, step).record
  return (
    <div className={styles['paste']}>
      <Button
        icon={ClipboardPaste}
        aria-expanded={open}
        aria-controls={id}
        data-focus-key={`${step.id}.paste`}
        onClick={() => setOpen(!open)}
      >
        {open ? say.output.close : record.output === null ? say.output.paste : say.output.pasteAnother}
      </Button>
      <div id={id} hidden={!open}>
        {open && (
          <Late>
            <PasteField step={step} verify={verify} />
          </Late>
        )}
      </div>
    </div>
  )
}
