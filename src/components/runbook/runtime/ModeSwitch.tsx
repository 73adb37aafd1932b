import Cloud from 'lucide-static/icons/cloud.svg'
import FlaskConical from 'lucide-static/icons/flask-conical.svg'
import Unplug from 'lucide-static/icons/unplug.svg'
import {useId, type ReactNode} from 'react'
import {remember} from '../../../hooks/memory.ts'
import type {RunMode} from '../../../model/run.ts'
import Icon, {type IconShape} from '../../Icon/index.tsx'
import {useAtOnce} from './useAtOnce.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './bar.module.css'

const icons: Readonly<Record<RunMode, IconShape>> = {practice: FlaskConical, unsigned: Unplug, graph: Cloud}

/** The mode as a group of radio buttons; only modes that this site can really do, and that of the open run. */
export default function ModeSwitch(): ReactNode {
  const {run, say, stage, controller} = useRuntime()
  const name = useId()
  const modes: readonly RunMode[] =
    stage.graphConfigured || run.session.mode === 'graph'
      ? ['practice', 'unsigned', 'graph']
      : ['practice', 'unsigned']
  const [chosen, chooseAtOnce] = useAtOnce(run.session.mode)
  const choose = (mode: RunMode) => {
    remember('mode', mode)
    chooseAtOnce(mode, () => controller.setMode(mode))
  }
  return (
    <fieldset className={styles['modes']} aria-describedby={`${name}-rule`}>
      <legend className={styles['srOnly']}>{say.mode.legend}</legend>
      {modes.map(mode => (
        <label key={mode} className={styles['mode']} data-mode={mode}>
          <input
            type="radio"
            name={name}
            value={mode}
            checked={chosen === mode}
            data-focus-key={`bar.mode.${mode}`}
            onChange={() => choose(mode)}
          />
          <Icon of={icons[mode]} size={15} />
          <span>{say.mode[mode]}</span>
        </label>
      ))}
      <span id={`${name}-rule`} className={styles['srOnly']}>
        {say.mode.newRun}
      </span>
    </fieldset>
  )
}
