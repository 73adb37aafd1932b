import {describe, expect, test} from 'vitest'
import {start} from './contoso.ts'
import {ready, refusal, settled} from './scene.ts'

describe('the search of the audit log', () => {
  const event = (activityDateTime: string) => ({
    body: {
      value: [
        {activityDateTime, activityDisplayName: 'Enable password writeback for directory', by: 'amira'},
      ],
    },
  })

  test('reads every ten seconds for two minutes, then says nothing was found', async () => {
    const {run, rim, clock, chip, types, ids} = await ready()
    await run.press('prerequisites', 'check')
    await run.searchEvidence('save')
    expect(clock.waits).toEqual(Array.from({length: 12}, () => 10_000))
    expect(rim.asked.filter(asked => asked.includes('directoryAudits'))).toHaveLength(13)
    expect([chip('save'), types().at(-1), ids().at(-1)]).toEqual([
      'nothing-found',
      'evidence-searched',
      'nothing-found',
    ])
    expect(rim.asked).toContain('token AuditLog.Read.All')
    expect(rim.asked.filter(asked => asked.startsWith('signIn')).join()).not.toContain('AuditLog')
  })

  test('reads back as far as the action says', async () => {
    const {run, rim} = await ready()
    await run.searchEvidence('save')
    expect(rim.asked).toContain(
      '/v1.0/auditLogs/directoryAudits?$filter=activityDateTime ge 2026-10-23T09:00:00.000Z&$orderby=activityDateTime desc&$top=20',
    )
  })

  test('ends with the first event after the baseline', async () => {
    const {run, rim, clock, chip, ids} = await ready()
    await run.press('prerequisites', 'check')
    rim.answer = () => (clock.waits.length < 3 ? {body: {value: []}} : event('2026-11-22T09:00:25Z'))
    await run.searchEvidence('save')
    expect([clock.waits.length, chip('save'), ids().at(-1)]).toEqual([3, 'evidence-found', 'evidence-found'])
  })

  test('an event before the baseline is an earlier one, whatever the browser’s clock says', async () => {
    const {run, rim, chip, ids} = await ready()
    await run.press('prerequisites', 'check')
    rim.answer = () => event('2026-03-12T08:00:00Z')
    await run.searchEvidence('save')
    expect([chip('save'), ids().at(-1)]).toEqual(['earlier-event', 'earlier-event'])
  })

  test('without a baseline the start of the run is one, by Graph’s clock', async () => {
    const {run, rim, chip} = await ready()
    await run.tick('wizard')
    // Graph's clock is five minutes ahead of the browser's.
    rim.answer = () => ({...event('2026-11-22T09:04:00Z'), date: '2026-11-22T09:05:00.000Z'})
    await run.searchEvidence('save')
    expect(chip('save')).toBe('earlier-event')
    expect(run.getSnapshot().cards['save']?.search?.done?.since).toBe('2026-11-22T09:05:00.000Z')
  })

  test('without Graph’s clock the browser’s has to do', async () => {
    const {run, rim} = await ready()
    rim.answer = () => ({...event('2026-11-22T09:04:00Z'), date: null})
    await run.searchEvidence('save')
    expect(run.getSnapshot().cards['save']?.search?.done).toMatchObject({
      since: '2026-11-22T09:00:00.000Z',
      readAt: '2026-11-22T09:00:00.000Z',
    })
  })

  test('shows that it is searching, and stopped it keeps what it read last', async () => {
    const {run, clock, chip, ids} = await ready()
    await run.press('prerequisites', 'check')
    clock.hold()
    const searching = run.searchEvidence('save')
    await settled()
    expect(run.getSnapshot().live['save']).toMatchObject({phase: 'searching', until: start + 120_000})
    expect(run.getSnapshot().busy).toBe(true)
    run.stop('save')
    await searching
    expect(run.getSnapshot().cards['save']?.search?.done).toMatchObject({stopped: true, events: []})
    expect([chip('save'), ids().at(-1)]).toEqual(['nothing-found', 'stopped'])
  })

  test('a refusal is said, and is not "nothing found"', async () => {
    const {run, rim, types} = await ready()
    rim.answer = () => refusal('Authorization_RequestDenied')
    await run.searchEvidence('save')
    expect(run.getSnapshot().cards['save']).toMatchObject({id: 'could-not-check', because: 'role'})
    expect(types().at(-1)).toBe('evidence-failed')
  })
})
