import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {
  forgetDraft,
  keepDraft,
  recallDraft,
  rememberDraft,
} from '../../../src/components/runbook/runtime/draft.ts'
import {scene} from '../../engine/scene.ts'
import {stubStorage} from '../../storage.ts'

const typed = {ticket: 'CHG1', changeWindow: '', server: 'SRV "1"', forest: 'a\nb'}

beforeEach(() => void stubStorage('localStorage'))

afterEach(() => {
  vi.unstubAllGlobals()
})

test('what is typed comes back for its run only', () => {
  rememberDraft('run-1', typed)
  expect(recallDraft('run-1')).toEqual(typed)
  expect(recallDraft('run-2')).toBeNull()
  expect(recallDraft(null)).toBeNull()
  rememberDraft(null, typed)
  expect(recallDraft(null)).toEqual(typed)
})

test('what is kept is forgotten; what was typed since is not', () => {
  rememberDraft('run-1', typed)
  forgetDraft({...typed, ticket: 'CHG'})
  expect(recallDraft('run-1')).toEqual(typed)
  forgetDraft(typed)
  expect(recallDraft('run-1')).toBeNull()
})

test.each(['', 'not JSON', '{}', '["run-1"]'])('what is no draft reads as none: %s', text => {
  localStorage.setItem('passerelle.draft', text)
  expect(recallDraft('run-1')).toBeNull()
})

test('what was typed before a reload goes into the record of the open run, once', async () => {
  const {run} = scene({mode: 'unsigned'})
  rememberDraft(null, typed)
  await keepDraft(run)
  expect(run.getSnapshot().record).toBeNull()
  await run.start('unsigned', null)
  rememberDraft('run-1', typed)
  await keepDraft(run)
  await keepDraft(run)
  expect(run.getSnapshot().state.context).toEqual(typed)
  expect(run.getSnapshot().record?.events.map(({type}) => type)).toEqual(['run-started', 'context-set'])
})
