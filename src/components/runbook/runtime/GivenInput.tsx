import {use, type ReactNode} from 'react'
import {own} from '../../../engine/own.ts'
import type {RunInput} from '../../../model/action.ts'
import {loadLaterWords} from '../words/index.ts'
import {describeInput} from './describeInput.ts'
import {useRuntime} from './useRuntime.ts'

/** The value that was given, with the id that is kept under its name; where it is missing, the way to the card that asks. */
export default function GivenInput({input}: {readonly input: RunInput}): ReactNode {
  const {run, page, locale} = useRuntime()
  const {input: words} = use(loadLaterWords(locale))
  const given = own(run.state.inputs, input.id)
  if (given === undefined) {
    const asking = page.model.steps.find(({asks}) => asks?.includes(input.id))
    return (
      <>
        {words.missing}{' '}
        {asking && <a href={`#${asking.id}`}>{words.step.replace('{number}', asking.number)}</a>}
      </>
    )
  }
  return (
    <>
      <strong>{describeInput(input.kind, given, locale)}</strong>
      {input.kind === 'option' && (
        <>
          {', '}
          <code lang="en">{given.value}</code>
        </>
      )}
    </>
  )
}
