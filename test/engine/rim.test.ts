import {describe, expect, test} from 'vitest'
import {RunProblem} from '../../src/engine/problem.ts'
import type {TestRim} from './ports.ts'
import {scene, settled} from './scene.ts'

describe('sign-in and Graph', () => {
  test('is prepared once', async () => {
    const {run, loads} = scene()
    run.prepare()
    run.prepare()
    await settled()
    run.prepare()
    expect(loads).toEqual([{mode: 'graph', run: null, situation: null}])
    const practice = scene({mode: 'practice'})
    practice.run.prepare()
    expect(practice.loads).toEqual([])
    await practice.run.tick('wizard')
    practice.run.prepare()
    expect(practice.loads).toEqual([{mode: 'practice', run: 'run-1', situation: 'in-order'}])
  })

  test('a preparation that fails is the page’s problem and is tried again', async () => {
    const {run, loads} = scene({load: () => Promise.reject(new RunProblem('offline'))})
    run.prepare()
    await settled()
    expect(run.getSnapshot().problem?.code).toBe('offline')
    run.prepare()
    await settled()
    expect(loads).toHaveLength(2)
  })

  test('what is loaded for one run does not serve another', async () => {
    const loaded: ((rim: TestRim) => void)[] = []
    const {run, rim} = scene({mode: 'practice', load: () => new Promise(resolve => loaded.push(resolve))})
    await run.start('practice', 'in-order')
    run.prepare()
    await run.start('practice', 'in-order')
    run.prepare()
    loaded[0]?.(rim)
    await settled()
    expect(run.getSnapshot().session.phase).toBe('preparing')
    loaded[1]?.(rim)
    await settled()
    expect(run.getSnapshot().session.phase).toBe('ready')
  })
})
