// @vitest-environment happy-dom
import {act, type ReactNode} from 'react'
import {createRoot, type Root} from 'react-dom/client'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {useTyped} from '../../../src/components/runbook/runtime/useTyped.ts'

let type: (text: string) => void = () => undefined

function Field({name}: {readonly name: string}): ReactNode {
  const [text, setText] = useTyped(name, 'recorded')
  type = setText
  return <output>{text}</output>
}

function mount(name: string): {readonly root: Root; readonly shown: () => string} {
  const place = document.createElement('div')
  const root = createRoot(place)
  act(() => root.render(<Field name={name} />))
  return {root, shown: () => place.textContent}
}

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(() => {
  vi.unstubAllGlobals()
  sessionStorage.clear()
})

test('what is typed is there again where the page was left, for its own field', () => {
  const {shown} = mount('step.note')
  expect(shown()).toBe('recorded')
  act(() => type('half a no'))
  expect(shown()).toBe('half a no')
  // Another page load: nothing was unmounted.
  expect([mount('step.note').shown(), mount('step.by').shown()]).toEqual(['half a no', 'recorded'])
})

test('it goes with its field', () => {
  const {root} = mount('step.note')
  act(() => type('half a no'))
  act(() => root.unmount())
  expect(mount('step.note').shown()).toBe('recorded')
})

test('without storage it lasts as long as the page', () => {
  vi.stubGlobal('sessionStorage', undefined)
  const {shown} = mount('step.note')
  act(() => type('half a no'))
  expect(shown()).toBe('half a no')
})
