// @vitest-environment happy-dom
import {beforeEach, expect, test} from 'vitest'
import {noteAway, takeAway} from '../../src/hooks/away.ts'

const away = {step: 'account', press: 'run', kind: 'sign-in', scopes: ['User.Read']} as const
const path = '/fr-FR/writeback'
const key = 'passerelle.away'

beforeEach(() => sessionStorage.clear())

test('what a page was left for is known when it is back, once', () => {
  noteAway(away, path)
  expect(takeAway(path)).toEqual(away)
  expect(takeAway(path)).toBeNull()
})

test.each([
  {name: 'the bar', step: null, press: null},
  {name: 'the search of the audit log', step: 'writeback', press: null},
])('so is $name', ({step, press}) => {
  const asked = {...away, step, press}
  noteAway(asked, path)
  expect(takeAway(path)).toEqual(asked)
})

test('a page that was not left after all is not come back to', () => {
  noteAway(away, path)
  noteAway(null, path)
  expect(takeAway(path)).toBeNull()
})

test('nor is another page, and the next one finds nothing either', () => {
  noteAway(away, path)
  expect(takeAway('/writeback')).toBeNull()
  expect(takeAway(path)).toBeNull()
})

test.each([
  ['nothing', ''],
  ['no JSON', '{'],
  ['a text', '"text"'],
  ['nobody who was asked', JSON.stringify({...away, path, kind: 'other'})],
  ['a step that is a list', JSON.stringify({...away, path, step: []})],
  ['no scopes', JSON.stringify({...away, path, scopes: 'User.Read'})],
])('a note that holds %s is none', (_, text) => {
  sessionStorage.setItem(key, text)
  expect(takeAway(path)).toBeNull()
  expect(sessionStorage.getItem(key)).toBeNull()
})
