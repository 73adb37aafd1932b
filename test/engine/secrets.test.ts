// No token, no password, no claim, nothing that was pasted or answered beyond what an action names is in any record.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {RunProblem} from '../../src/engine/index.ts'
import {memoryStore} from '../../src/engine/store.ts'
import {ines, licensing} from './licence-page.ts'
import {settled, tenantAnswer} from './scene.ts'

const secret = 'MARK-3f9c'
/** What the test tokens are. */
const token = 'secret-token'

type Scene = Awaited<ReturnType<typeof licensing>>

/** An answer with the mark wherever a tenant could put something that is nobody's business. */
function marked(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(marked)
  if (typeof body !== 'object' || body === null) return body
  const inside = Object.entries(body).map(([name, value]) => [name, marked(value)] as const)
  return {...Object.fromEntries(inside), passwordProfile: {password: secret}, mobilePhone: secret}
}

function page(): Promise<Scene> {
  return licensing({store: {...memoryStore(), durable: true}, password: `${secret}-Aa1`}).then(scene => {
    const answer = scene.rim.answer
    scene.rim.answer = call => {
      const of = call.id === 'user' || call.id === 'operation' ? answer(call) : tenantAnswer(call)
      return {...of, body: marked(of.body)}
    }
    return scene
  })
}

const refused = (status: number) => ({status, body: marked({error: {code: 'Refused', message: secret}})})

/** What a person or the network may do; each leaves the mark where it can. */
const acts: Readonly<Record<string, (scene: Scene) => unknown>> = {
  signs: ({run}) => run.signIn(),
  leaves: ({run}) => run.signOut(),
  reads: ({run}) => run.press('account', 'run'),
  roles: ({run}) => run.press('account', 'roles'),
  checks: ({run}) => run.press('prerequisites', 'check'),
  searches: ({run}) => run.searchEvidence('save'),
  looks: ({run}) => run.lookAtChange('assign'),
  proposes: ({run}) => run.proposeChange('assign', false),
  assigns: ({run}) => run.confirmChange('assign', ines.upn),
  undoes: ({run}) => run.proposeChange('assign', true),
  resets: async ({run}) => {
    await run.proposeChange('reset', false)
    await run.confirmChange('reset', ines.upn)
  },
  mistypes: async ({run}) => {
    await run.proposeChange('reset', false)
    await run.confirmChange('reset', secret)
  },
  dismisses: ({run}) => run.dismissSecret('reset'),
  pastes: ({run}) => run.paste('finish', JSON.stringify({Enabled: true, Events: [], Password: secret})),
  'pastes nonsense': ({run}) => run.paste('finish', secret),
  'gives a value that is none': ({run}) => run.setInput('user', secret),
  'is refused': ({rim}) => (rim.answer = () => refused(403)),
  'is not answered': ({rim}) => (rim.fails.read = new TypeError(secret)),
  'has no token': ({rim}) => (rim.fails.token = new RunProblem('claims-required', {claims: secret})),
  'is not let in': ({rim}) => (rim.fails.signIn = new TypeError(secret)),
  'may not write': ({rim}) => (rim.write = () => refused(400)),
  'loses the answer': ({rim}) => {
    rim.write = () => {
      throw new TypeError(secret)
    }
  },
  'breaks the service': ({rim}) => (rim.write = () => refused(504)),
}

// A reset is what makes the mark be sent and shown.
const anyAct = fc.constantFrom(...Object.keys(acts), ...Array<string>(8).fill('resets'))

test('whatever is done, in any order', async () => {
  let shown = 0
  let written = 0
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, {maxLength: 14}), async names => {
      const scene = await page()
      for (const name of names) await acts[name]?.(scene)
      await settled()
      const {state, record, secrets, ...rest} = scene.run.getSnapshot()
      shown += Object.values(secrets).filter(each => each.includes(secret)).length
      written += scene.tenant.writes.filter(({body}) => JSON.stringify(body).includes(secret)).length
      const file = await scene.run.exportFile()
      const kept = await Promise.all((await scene.store.list()).map(({id}) => scene.store.load(id)))
      const said = JSON.stringify([file, kept, record, state, rest, scene.said, names.length])
      expect(said).not.toContain(secret)
      expect(said).not.toContain(token)
      scene.run.dispose()
    }),
    {numRuns: 80},
  )
  // The mark was there to be found: a password was sent, and shown once.
  expect([written > 5, shown > 5]).toEqual([true, true])
})
