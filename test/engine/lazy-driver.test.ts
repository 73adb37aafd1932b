import {expect, test} from 'vitest'
import {RunProblem} from '../../src/engine/index.ts'
import {ready, scene, settled} from './scene.ts'
import {memoryStore} from '../../src/engine/store.ts'
import {somebody} from './ports.ts'

test('a window is asked for in the very gesture once sign-in is loaded', async () => {
  const {run, rim} = await ready()
  void run.press('account', 'run')
  expect(rim.asked).toEqual(['signIn User.Read'])
})

test('what cannot be loaded is said at its step, and tried anew by the next press', async () => {
  const made = scene({load: () => Promise.reject(new RunProblem('offline'))})
  await made.run.press('account', 'run')
  expect([made.chip('account'), made.run.getSnapshot().live]).toEqual(['failed', {}])
  expect(made.said.at(-1)).toMatchObject({id: 'failed', step: 'account'})
  await made.run.press('account', 'run')
  expect(made.loads).toHaveLength(2)
})

test('a second press while it loads begins nothing more, and a stop ends it', async () => {
  let loaded: () => void = () => undefined
  const made = scene({load: () => new Promise(resolve => (loaded = () => resolve(made.rim)))})
  made.rim.session = somebody
  const pressed = [made.run.press('account', 'run'), made.run.press('account', 'run')]
  await settled()
  made.run.stop('account')
  loaded()
  await Promise.all(pressed)
  expect([made.loads.length, made.run.getSnapshot().live, made.ids()]).toEqual([
    1,
    {},
    ['preparing', 'stopped'],
  ])
})

test('in practice nothing is asked twice: the press goes on once all is there', async () => {
  const made = scene({mode: 'practice'})
  made.rim.session = somebody
  await made.run.press('account', 'run')
  expect(made.chip('account')).toBe('read-verified')
})

test('a page that comes back goes on with the answer, though nothing was loaded before', async () => {
  const made = scene({store: {...memoryStore(), durable: true}})
  await made.run.arrive({kind: 'sign-in', scopes: ['User.Read'], step: 'account', press: 'run'})
  expect(made.rim.asked).toEqual(['arrive sign-in'])
  expect(made.run.getSnapshot().live['account']).toMatchObject({phase: 'press-again', press: 'run'})
})
