// @vitest-environment happy-dom
import {act, type ReactNode} from 'react'
import {createRoot} from 'react-dom/client'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {usePasted} from '../../../src/components/runbook/runtime/usePasted.ts'

type Field = ReturnType<typeof usePasted>

beforeEach(() => void vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(() => void vi.unstubAllGlobals())

test.each<{name: string; acts: readonly ((field: Field) => void)[]; judged: readonly string[]}>([
  {name: 'what is pasted', acts: [({judge}) => judge(' {} ')], judged: ['{}']},
  {
    name: 'the same text pasted once more, because time has passed',
    acts: [({judge}) => judge('{}'), ({leave}) => leave(), ({judge}) => judge('{}')],
    judged: ['{}', '{}'],
  },
  {
    name: 'what was typed, once, when the field is left',
    acts: [({type}) => type('{}'), ({leave}) => leave(), ({leave}) => leave()],
    judged: ['{}'],
  },
  {
    name: 'nothing where the field is empty again',
    acts: [({judge}) => judge('{}'), ({type}) => type(' '), ({leave}) => leave()],
    judged: ['{}'],
  },
])('judged is $name', async ({acts, judged}) => {
  const paste = vi.fn<(output: string) => void>()
  let field: Field | null = null
  function Probe(): ReactNode {
    field = usePasted(paste)
    return null
  }
  const root = createRoot(document.createElement('div'))
  await act(async () => root.render(<Probe />))
  for (const step of acts) await act(async () => field && step(field))
  expect(paste.mock.calls.map(([output]) => output)).toEqual(judged)
  await act(async () => root.unmount())
})
