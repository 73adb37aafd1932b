// A run goes on with a colleague: by a file, without a token, and with nothing taken on trust.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {exportRecord} from '../../src/engine/record.ts'
import {memoryStore} from '../../src/engine/store.ts'
import {ticketLines} from '../../src/engine/ticket.ts'
import type {CardId} from '../../src/engine/chip.ts'
import type {SignedIn} from '../../src/engine/ports.ts'
import type {RunEventBody} from '../../src/model/run.ts'
import {changePage, changing} from './change-page.ts'
import {began, contoso, fabrikam, judged, log, model, signedIn, ticked} from './contoso.ts'
import {ready, scene, tenantAnswer, type Scene} from './scene.ts'

type Changing = Awaited<ReturnType<typeof changing>>

const karim: SignedIn = {
  account: {objectId: 'o-karim', name: 'Karim Bensaïd', username: 'karim@contoso.example'},
  tenant: {id: contoso.id},
}
const durable = () => ({...memoryStore(), durable: true})
const on = {softMatch: true, hardMatch: true}
/** States that say of the tenant what was seen in this page load. */
const green: readonly CardId[] = ['read-verified', 'change-done', 'done-by-other', 'already-so', 'undone']

async function confirmed({run}: Scene, undo = false): Promise<void> {
  await run.proposeChange('block', undo)
  await run.confirmChange('block')
}

/** A page for the change whose other reads are those of a tenant in order. */
async function made(setting: Parameters<typeof changing>[0] = {}): Promise<Changing> {
  const page = await changing({store: durable(), ...setting})
  const features = page.rim.answer
  page.rim.answer = call => (call.id === 'features' ? features(call) : tenantAnswer(call))
  return page
}

/** The run of one page, opened from its file by a colleague whose page reads the same tenant. */
async function handedOver(from: Changing, who: SignedIn = karim): Promise<Changing> {
  const file = await from.run.exportFile()
  const to = await made({id: 'karim'})
  to.tenant.features = {...from.tenant.features}
  to.rim.session = null
  to.rim.next = who
  expect(await to.run.importFile(new Blob([file?.json ?? '']))).toEqual({id: 'karim-1'})
  return to
}

const card = ({run}: Scene, step: string) => run.getSnapshot().cards[step]

describe('what a colleague opens', () => {
  test('is verified by nothing, says who did what, and is told nobody’s tokens', async () => {
    const from = await made()
    await from.run.tick('wizard')
    await from.run.press('account', 'run')
    await confirmed(from)
    const to = await handedOver(from)
    const {counts, cards, session} = to.run.getSnapshot()
    expect(counts).toMatchObject({verified: 0, declared: 1})
    expect([cards['account']?.id, cards['block']?.id]).toEqual(['not-read-since', 'not-read-since'])
    expect(cards['wizard']).toMatchObject({id: 'marked-done', stamp: {attribution: {by: 'Amira Haddad'}}})
    expect(cards['block']?.change).toMatchObject({
      undo: null,
      record: {sent: [{account: {name: 'Amira Haddad'}}]},
    })
    expect([session.current && session.account, to.rim.asked]).toEqual([null, []])
  })

  test('goes on under the colleague’s name, beside the one of before', async () => {
    const from = await made()
    await from.run.tick('wizard')
    await from.run.press('account', 'run')
    const to = await handedOver(from)
    await to.run.press('account', 'run')
    await to.run.tick('finish')
    expect(card(to, 'account')).toMatchObject({
      id: 'read-verified',
      record: {presses: {run: {account: {name: 'Karim Bensaïd'}}}},
    })
    expect(card(to, 'finish')?.declared?.attribution.by).toBe('Karim Bensaïd')
    expect(card(to, 'wizard')?.declared?.attribution.by).toBe('Amira Haddad')
  })

  test('a sign-in that is refused is not put down to the one before', async () => {
    const from = await made()
    await from.run.press('account', 'run')
    const to = await handedOver(from)
    to.rim.fails.signIn = new DOMException('no')
    await to.run.press('account', 'run')
    expect(card(to, 'account')?.record.failures['run']?.account).toBeNull()
  })

  test('of another tenant nothing is read or sent', async () => {
    const from = await made()
    await from.run.press('account', 'run')
    const eve = {...karim, tenant: {id: fabrikam.id}}
    const to = await handedOver(from, eve)
    await to.run.press('account', 'run')
    expect(to.run.getSnapshot().session).toMatchObject({mayRun: false, conflict: {id: fabrikam.id}})
    await confirmed(to)
    expect([to.tenant.writes, to.rim.asked.filter(each => each.startsWith('/'))]).toEqual([[], []])
  })
})

describe('a change that the file tells of', () => {
  test('seen in the tenant, was done by another, who is named; it is not undone from the file', async () => {
    const from = await made()
    await confirmed(from)
    const to = await handedOver(from)
    await to.run.lookAtChange('block')
    expect(card(to, 'block')).toMatchObject({
      id: 'done-by-other',
      sent: {account: {name: 'Amira Haddad'}},
      change: {undo: null},
    })
    await confirmed(to, true)
    expect([to.tenant.writes, to.run.getSnapshot().counts.verified]).toEqual([[], 1])
    const {state, cards} = to.run.getSnapshot()
    const lines = ticketLines(changePage, {state, cards, digest: {sha256: '', events: 0}})
    expect(lines.filter(({kind}) => kind === 'change-sent')).toMatchObject([
      {fromFile: true, sent: {account: {name: 'Amira Haddad'}}},
    ])
  })

  test('and not seen there, is to be done: the colleague’s own request is undone by the colleague', async () => {
    const from = await made()
    await confirmed(from)
    const to = await handedOver(from)
    to.tenant.features = {...to.tenant.features, softMatch: false}
    await to.run.lookAtChange('block')
    expect(to.chip('block')).toBe('ready-change')
    await confirmed(to)
    expect([to.chip('block'), card(to, 'block')?.change?.undo?.wanted]).toEqual([
      'change-done',
      {softMatch: false},
    ])
  })

  test('and undone there, is to be done again', async () => {
    const from = await made()
    await confirmed(from)
    await confirmed(from, true)
    const to = await handedOver(from)
    await to.run.lookAtChange('block')
    expect(to.chip('block')).toBe('ready-change')
  })

  test('without an answer stays unknown until the colleague has read the tenant', async () => {
    const from = await made()
    from.tenant.answer = () => ({status: 504})
    await confirmed(from)
    expect(from.chip('block')).toBe('sent-unknown')
    const to = await handedOver(from)
    expect(to.chip('block')).toBe('sent-unknown')
    to.tenant.features = {...to.tenant.features, ...on}
    await to.run.lookAtChange('block')
    expect(card(to, 'block')).toMatchObject({
      id: 'done-by-other',
      sent: {account: {name: 'Amira Haddad'}, answer: {problem: {status: 504}}},
    })
    expect(to.tenant.writes).toEqual([])
  })
})

describe('a change that somebody else made meanwhile', () => {
  test('was done by another, whom nothing names', async () => {
    const page = await made()
    await page.run.lookAtChange('block')
    page.tenant.features = {...page.tenant.features, ...on}
    await page.run.lookAtChange('block')
    expect(card(page, 'block')).toMatchObject({id: 'done-by-other', sent: null})
  })

  test('after an undo of ours too', async () => {
    const page = await made()
    await confirmed(page)
    await confirmed(page, true)
    page.tenant.features = {...page.tenant.features, ...on}
    await page.run.lookAtChange('block')
    await page.run.lookAtChange('block')
    expect(page.chip('block')).toBe('done-by-other')
  })

  test('was so already, where it never stood otherwise', async () => {
    const page = await made()
    page.tenant.features = {...page.tenant.features, ...on}
    await page.run.lookAtChange('block')
    page.tenant.features = {...page.tenant.features, other: 'changed'}
    await page.run.lookAtChange('block')
    expect(page.chip('block')).toBe('already-so')
  })
})

describe('a file that says everything is done', () => {
  const readAt = '2026-11-22T09:00:00.000Z'
  const object = {id: contoso.id, name: null}
  const off = {softMatch: false, hardMatch: false}
  const step = 'block'
  const looked = (values: typeof on): RunEventBody => {
    return {type: 'change-read', step, object, values, readAt, requestId: null}
  }
  const sent = (undo: boolean): RunEventBody => {
    const [before, wanted] = undo ? [on, off] : [off, on]
    return {type: 'change-sent', step, undo, object, before, wanted, clientRequestId: 'c'}
  }
  const pressed = changePage.steps.flatMap(({id, presses}) =>
    presses.map(({id: press, reads}): RunEventBody => {
      const results = reads.map(
        ({id: read}) => ({read, outcome: 'met', value: [], found: null, requestId: null}) as const,
      )
      return {type: 'press-done', step: id, press, results, readAt, extraScopes: []}
    }),
  )
  const tempting: readonly RunEventBody[] = [
    ...pressed,
    ...changePage.steps.map(({id}) => ticked(id)),
    judged('confirmed'),
    looked(on),
    looked(off),
    sent(false),
    sent(true),
    {type: 'change-answered', step, clientRequestId: 'c', problem: null, requestId: null, operation: null},
    {type: 'run-continued', articleHash: model.articleHash, build: 'b1'},
    signedIn,
  ]

  test('has verified nothing when it is opened', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...tempting), {maxLength: 20}), async bodies => {
        const {json} = await exportRecord({
          schema: 'passerelle/run@1',
          id: 'r',
          events: log([began, ...bodies]),
        })
        const {run} = scene({page: changePage})
        expect(await run.importFile(new Blob([json]))).toEqual({id: 'run-1'})
        const {cards, counts} = run.getSnapshot()
        const shown = Object.values(cards).flatMap(each => [each.id, ...each.also.map(({id}) => id)])
        expect([counts.verified, shown.filter(id => green.includes(id))]).toEqual([0, []])
        expect(cards[step]?.change?.undo).toBeNull()
      }),
    )
  })
})

test('a page that opened a file and was closed opens it again as imported', async () => {
  const store = durable()
  const from = await ready()
  await from.run.press('account', 'run')
  const file = await from.run.exportFile()
  const one = scene({store, id: 'one'})
  await one.run.importFile(new Blob([file?.json ?? '']))
  const two = scene({store, id: 'two'})
  await two.run.open('one-1')
  expect([two.chip('account'), two.run.getSnapshot().state.imported?.sha256]).toEqual([
    'not-read-since',
    file?.sha256,
  ])
})
