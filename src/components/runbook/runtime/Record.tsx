import Printer from 'lucide-static/icons/printer.svg'
import ScrollText from 'lucide-static/icons/scroll-text.svg'
import {type ReactNode} from 'react'
import Button from '../../Button/index.tsx'
import Icon from '../../Icon/index.tsx'
import Context from './Context.tsx'
import Import from './Import.tsx'
import Late from './Late.tsx'
import {RecordBody} from './lazyForms.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './record.module.css'

/** The run record beside the article: what happened, newest at the bottom, and the ways to take it elsewhere. */
export default function Record(): ReactNode {
  const {run, say} = useRuntime()
  return (
    <>
      <section className={styles['section']} aria-labelledby="record-title">
        <h2 id="record-title" className={styles['title']}>
          <Icon of={ScrollText} size={18} /> {say.record.title}
        </h2>
        {run.record === null ? (
          <p>{run.session.mode === 'practice' ? say.record.emptyPractice : say.record.empty}</p>
        ) : (
          <Late>
            <RecordBody />
          </Late>
        )}
        {run.record === null && <Import />}
        {/* Always here: what is typed in it before the first step begins the run. */}
        <Context />
      </section>
      <Sheet />
    </>
  )
}

function Sheet(): ReactNode {
  const {say} = useRuntime()
  return (
    <section className={styles['section']} aria-labelledby="sheet-title">
      <h2 id="sheet-title" className={styles['title']}>
        <Icon of={Printer} size={18} /> {say.record.print}
      </h2>
      <p>{say.header.printWhy}</p>
      <Button dense icon={Printer} onClick={() => window.print()}>
        {say.record.print}
      </Button>
    </section>
  )
}
