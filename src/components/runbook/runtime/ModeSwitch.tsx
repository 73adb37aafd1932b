import Cloud from 'lucide-static/icons/cloud.svg'
import FlaskConical from 'lucide-static/icons/flask-conical.svg'
import Unplug from 'lucide-static/icons/unplug.svg'
import {useId, useState, type ReactNode} from 'react'
import {remember} from '../../../hooks/memory.ts'
import type {RunMode} from '../../../model/run.ts'
import Icon, {type IconShape} from '../../Icon/index.tsx'
import {isBegun} from './current.ts'
import Late from './Late.tsx'
import {AnotherRun} from './lazyForms.ts'
import {useAtOnce} from './useAtOnce.ts'
import {focusByKey} from './useKeptFocus.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './bar.module.css'

const icons: Readonly<Record<RunMode, IconShape>> = {practice: FlaskConical, unsigned: Unplug, graph: Cloud}

/** The mode as a group of radio buttons; only modes that this site can really do, and that of the open run. */
export default function ModeSwitch(): ReactNode {
  const {run, say, stage, controller} = useRuntime()
  const name = useId()
  const {mode: present} = run.session
  const modes: readonly RunMode[] =
    stage.graphConfigured || present === 'graph'
      ? ['practice', 'unsigned', 'graph']
      : ['practice', 'unsigned']
  const [chosen, chooseAtOnce] = useAtOnce(present)
  const [asked, setAsked] = useState<RunMode | null>(null)
  const go = (mode: RunMode) => {
    remember('mode', mode)
    chooseAtOnce(mode, () => controller.setMode(mode))
  }
  const choose = (mode: RunMode) => {
    // Between the two real modes the run goes on; practice begins another one, or ends.
    if (!isBegun(run) || (mode !== 'practice' && present !== 'practice')) {
      go(mode)
      return
    }
    // The arrow keys have moved the focus: staying leaves it on the mode that is.
    focusByKey(keyOf(present))
    setAsked(mode)
  }
  return (
    <fieldset className={styles['modes']} aria-describedby={`${name}-rule`}>
      <legend className="sr-only">{say.mode.legend}</legend>
      {modes.map(mode => (
        <label key={mode} className={styles['mode']} data-mode={mode}>
          <input
            type="radio"
            name={name}
            value={mode}
            checked={chosen === mode}
            data-focus-key={keyOf(mode)}
            onChange={() => choose(mode)}
          />
          <Icon of={icons[mode]} size={15} />
          <span>{say.mode[mode]}</span>
        </label>
      ))}
      <span id={`${name}-rule`} className="sr-only">
        {say.mode.newRun}
      </span>
      {asked !== null && (
        <Late>
          <AnotherRun
            to={{kind: 'mode', mode: say.mode[asked]}}
            focusKey={keyOf(asked)}
            onGo={() => {
              setAsked(null)
              go(asked)
            }}
            onStay={() => setAsked(null)}
          />
        </Late>
      )}
    </fieldset>
  )
}

function keyOf(mode: RunMode): string {
  return `bar.mode.${mode}`
}
