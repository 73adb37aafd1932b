import {use, useState, type ReactNode} from 'react'
import {remember} from '../../../hooks/memory.ts'
import {situationsOn} from '../../../practice/index.ts'
import Button from '../../Button/index.tsx'
import Dialog from '../runtime/Dialog.tsx'
import {useRuntime} from '../runtime/useRuntime.ts'
import {loadLaterWords} from '../words/index.ts'
import Choices from './Choices.tsx'
import styles from './styles.module.css'

/** The situations of the practice tenant; a new one starts a new run with a fresh tenant. */
export default function Situations({onClose}: {readonly onClose: () => void}): ReactNode {
  const {run, stage, controller, announce, locale, page} = useRuntime()
  const later = use(loadLaterWords(locale))
  const [chosen, setChosen] = useState<string>(run.state.started?.situation ?? stage.situation())
  const words: Readonly<Record<string, string>> = later.situation
  const start = async () => {
    remember('situation', chosen)
    await controller.start('practice', chosen)
    onClose()
  }
  const reset = async () => {
    await (await stage.practice()).reset()
    announce(later.practice.resetDone)
    onClose()
  }
  return (
    <Dialog title={later.practice.situationTitle} onClose={onClose}>
      <p>{later.practice.situationHint}</p>
      <Choices
        legend={<span className="sr-only">{later.practice.situationTitle}</span>}
        among={situationsOn(page.model.calls).map(({id}) => ({id, says: words[id] ?? id}))}
        chosen={chosen}
        onChoose={setChosen}
      />
      <p className={styles['buttons']}>
        <Button kind="primary" onClick={() => void start()}>
          {later.practice.start}
        </Button>
        {run.record !== null && run.state.mode === 'practice' && (
          <Button onClick={() => void reset()}>{later.practice.reset}</Button>
        )}
        <Button kind="quiet" onClick={onClose}>
          {later.practice.cancel}
        </Button>
      </p>
    </Dialog>
  )
}
