// @vitest-environment happy-dom
import {act, type ReactNode} from 'react'
import {createRoot} from 'react-dom/client'
import {beforeEach, expect, test, vi} from 'vitest'
import type {RunController} from '../../src/engine/index.ts'
import {useRun} from '../../src/hooks/useRun.ts'
import {scene} from '../engine/scene.ts'

beforeEach(() => void vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))

function Count({controller}: {readonly controller: RunController}): ReactNode {
  const {record, counts} = useRun(controller)
  return `${record?.events.length ?? 0} events, ${counts.declared} declared`
}

test('a part of the page follows its run until it is gone', async () => {
  const {run: controller} = scene({mode: 'unsigned', graph: false})
  const place = document.createElement('div')
  const root = createRoot(place)
  act(() => root.render(<Count controller={controller} />))
  expect(place.textContent).toBe('0 events, 0 declared')
  await act(() => controller.tick('wizard'))
  expect(place.textContent).toBe('2 events, 1 declared')
  act(() => root.unmount())
  await controller.tick('finish')
  expect(place.textContent).toBe('')
})
