import {use, type ReactNode} from 'react'
import type {ReadRef} from '../../../model/action.ts'
import Say from '../shell/Say.tsx'
import {fill} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import Filled from './Filled.tsx'
import {tellAt} from './format.ts'
import {ReadSentence} from './ReadResults.tsx'
import {cardOf, useRuntime} from './useRuntime.ts'

/** How many a change affects: what Graph counted and when, or the press that counts them, whose card says why it failed. */
export default function Affected({by}: {readonly by: ReadRef}): ReactNode {
  const {run, say, locale, step: stepById} = useRuntime()
  const {change: words} = use(loadLaterWords(locale))
  const step = stepById(by.step)
  const press = step?.presses.find(({id}) => id === by.press)
  if (step === undefined || press === undefined) return null
  const counted = cardOf(run, step).presses.find(({id}) => id === press.id)
  const result = counted?.done?.results.find(({read}) => read === by.read)
  if (!counted?.done || result === undefined)
    return (
      <Filled
        text={counted?.failure ? words.countFailed : words.notCounted}
        values={{press: <Say of={press.label} />, number: step.number}}
      />
    )
  const {readAt} = counted.done
  return (
    <>
      <ReadSentence
        step={step}
        read={press.reads.find(({id}) => id === by.read)}
        result={result}
        readAt={readAt}
      />{' '}
      {fill(words.countedAt, {time: tellAt(readAt, locale, say.found)})}
    </>
  )
}
