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

  const activity = (activityDisplayName: string, activityDateTime: string) => ({
    activityDateTime,
    activityDisplayName: `${activityDisplayName} password writeback for directory`,
    by: 'amira',
  })
  const enabled = activity('Enable', '2026-11-22T09:00:05Z')
  const disabled = activity('Disable', '2026-11-22T09:00:25Z')

  test.each([
    {name: 'Disable only', log: [disabled]},
    {name: 'Disable after Enable', log: [enabled, disabled]},
  ])('$name never ends it, and is said as the opposite', async ({log}) => {
    const {run, rim, clock, chip, types, said} = await ready()
    await run.press('prerequisites', 'check')
    rim.answer = () => ({body: {value: log}})
    await run.searchEvidence('save')
    const event = {at: '2026-11-22T09:00:25.000Z', name: disabled.activityDisplayName, by: 'amira'}
    expect(clock.waits).toHaveLength(12)
    expect(run.getSnapshot().cards['save']).toMatchObject({id: 'opposite-event', event})
    expect([types().at(-1), chip('save')]).toEqual(['evidence-searched', 'opposite-event'])
    expect(said.at(-1)).toMatchObject({id: 'opposite-event', step: 'save', event})
  })

  test('Enable after Disable ends it as evidence', async () => {
    const {run, rim, clock, ids, chip} = await ready()
    await run.press('prerequisites', 'check')
    const again = activity('Enable', '2026-11-22T09:00:40Z')
    rim.answer = () => ({body: {value: clock.waits.length < 2 ? [disabled] : [disabled, again]}})
    await run.searchEvidence('save')
    expect([clock.waits.length, chip('save'), ids().at(-1)]).toEqual([2, 'evidence-found', 'evidence-found'])
  })

  test('of a run that is older than what is read, only what was read counts as searched', async () => {
    const {run, clock} = await ready()
    await run.press('prerequisites', 'check')
    const searched = () => run.getSnapshot().cards['save']?.search?.done
    await run.searchEvidence('save')
    expect(searched()?.since).toBe('2026-11-22T09:00:00.000Z')
    clock.advance(40 * 86_400_000)
    const from = new Date(clock.now() + 120_000 - 30 * 86_400_000).toISOString()
    await run.searchEvidence('save')
    expect([searched()?.since, searched()?.events]).toEqual([from, []])
  })

  test('what was read before Graph failed is kept beside the failure', async () => {
    const {run, rim, clock, types, chip} = await ready()
    await run.press('prerequisites', 'check')
    rim.answer = () => (clock.waits.length < 2 ? event('2026-03-12T08:00:00Z') : {status: 503, body: null})
    await run.searchEvidence('save')
    expect(types().slice(-2)).toEqual(['evidence-searched', 'evidence-failed'])
    const card = run.getSnapshot().cards['save']
    expect([chip('save'), card?.also.map(({id}) => id)]).toEqual(['failed', ['earlier-event']])
    expect(card?.search?.done).toMatchObject({stopped: true, events: [{earlier: true}]})
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

  test('of a run from a file only what happened since it was opened is evidence', async () => {
    const from = await ready()
    await from.run.press('prerequisites', 'check')
    await from.run.openPortal('save')
    const file = await from.run.exportFile()
    const {run, rim, clock, chip} = await ready({id: 'imported'})
    clock.advance(3_600_000)
    await run.importFile(new Blob([file?.json ?? '']))
    rim.answer = () => event('2026-11-22T09:30:00Z')
    await run.searchEvidence('save')
    expect([chip('save'), run.getSnapshot().cards['save']?.search?.done?.since]).toEqual([
      'earlier-event',
      '2026-11-22T10:00:00.000Z',
    ])
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
