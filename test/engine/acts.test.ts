import {describe, expect, test} from 'vitest'
import {memoryStore, type OpenStore} from '../../src/engine/store.ts'
import {amira} from './contoso.ts'
import {ready, scene, slow} from './scene.ts'

describe('acts', () => {
  test('the first one starts a run, and only one', async () => {
    const {run, types} = scene({mode: 'unsigned'})
    expect(run.getSnapshot().record).toBeNull()
    await Promise.all([run.tick('wizard'), run.tick('finish')])
    expect(types()).toEqual(['run-started', 'step-ticked', 'step-ticked'])
  })

  test.each([
    {name: 'the signed-in account', mode: 'graph', named: 'Karim', by: undefined, is: {...amira}},
    {
      name: 'the name typed once',
      mode: 'unsigned',
      named: 'Karim',
      by: undefined,
      is: {by: 'Karim', enteredBy: 'Karim', source: 'typed'},
    },
    {
      name: 'this browser',
      mode: 'unsigned',
      named: undefined,
      by: undefined,
      is: {by: null, enteredBy: null, source: 'browser'},
    },
    {
      name: 'somebody else, entered by the account',
      mode: 'graph',
      named: undefined,
      by: 'Karim',
      is: {...amira, by: 'Karim'},
    },
    {
      name: 'somebody else, entered in this browser',
      mode: 'unsigned',
      named: undefined,
      by: 'Karim',
      is: {by: 'Karim', enteredBy: null, source: 'browser'},
    },
  ] as const)('who did it: $name', async ({mode, named, by, is}) => {
    const {run} = await ready({mode})
    if (mode === 'graph') await run.signIn()
    if (named !== undefined) await run.nameOperator(named)
    await run.tick('wizard', by === undefined ? {} : {by})
    expect(run.getSnapshot().cards['wizard']?.declared?.attribution).toEqual(is)
  })

  test('Save asks for the boxes first and ticks none itself', async () => {
    const {run, types, said, chip} = scene({mode: 'unsigned'})
    await run.tickBox('writeback')
    expect(await run.save('visit')).toBe(false)
    expect(said.at(-1)).toMatchObject({id: 'save-blocked', steps: ['unlock']})
    expect(types()).not.toContain('saved')
    await run.tickBox('unlock')
    expect(chip('unlock')).toBe('ticked-not-saved')
    expect(await run.save('visit')).toBe(true)
    expect(['writeback', 'unlock', 'save', 'prerequisites'].map(chip)).toEqual([
      'marked-done',
      'marked-done',
      'marked-done',
      'unsigned',
    ])
    expect(await run.save('nowhere')).toBe(false)
  })

  test('a Save that is pressed while the boxes are still being written counts them', async () => {
    const {run, types, said} = scene({mode: 'unsigned', store: slow(memoryStore())})
    const pressed = [run.tickBox('writeback'), run.tickBox('unlock'), run.save('visit')]
    expect(await Promise.all(pressed)).toEqual([undefined, undefined, true])
    expect(types()).toEqual(['run-started', 'box-ticked', 'box-ticked', 'saved'])
    expect(said.map(({id}) => id)).toEqual(['ticked-not-saved', 'ticked-not-saved', 'saved'])
  })

  test('a Save that is pressed while a box is being unticked asks for it', async () => {
    const {run, types, said} = scene({mode: 'unsigned', store: slow(memoryStore())})
    await run.tickBox('writeback')
    await run.tickBox('unlock')
    const [, saved] = await Promise.all([run.untickBox('unlock'), run.save('visit')])
    expect([saved, types().at(-1), said.at(-1)]).toMatchObject([
      false,
      'box-unticked',
      {id: 'save-blocked', steps: ['unlock']},
    ])
  })

  test('a Save counts the boxes of another tab, which this one has not read yet', async () => {
    const store = memoryStore()
    const deaf: OpenStore = {...store, watch: () => () => undefined}
    const here = scene({mode: 'unsigned', store: deaf})
    await here.run.tickBox('writeback')
    const there = scene({mode: 'unsigned', store: deaf})
    await there.run.open('run-1')
    await there.run.tickBox('unlock')
    expect(await here.run.save('visit')).toBe(true)
    expect(here.chip('unlock')).toBe('marked-done')
  })

  test('a Save that asks for its boxes starts no run', async () => {
    const {run, store} = scene({mode: 'unsigned'})
    expect(await run.save('visit')).toBe(false)
    expect([run.getSnapshot().record, await store.list()]).toEqual([null, []])
  })

  test('a name that is still being written stands with what comes after it', async () => {
    const {run} = scene({mode: 'unsigned', store: slow(memoryStore())})
    await Promise.all([run.nameOperator('Karim'), run.tick('wizard')])
    expect(run.getSnapshot().cards['wizard']?.declared?.attribution.by).toBe('Karim')
  })

  test('what could not be kept is not announced as done', async () => {
    const broken: OpenStore = {...memoryStore(), append: () => Promise.reject(new Error('quota'))}
    const {run, ids} = scene({mode: 'unsigned', store: broken})
    await run.tick('wizard')
    await run.report('finish', 'enabled')
    await run.paste('finish', '{}')
    expect(new Set(ids())).toEqual(new Set(['failed']))
  })

  test('a box that is unticked takes the Save back', async () => {
    const {run, types, chip} = scene({mode: 'unsigned'})
    await run.tickBox('writeback')
    await run.tickBox('unlock')
    await run.save('visit')
    await run.untickBox('unlock')
    expect(types().slice(-2)).toEqual(['save-withdrawn', 'box-unticked'])
    expect(['writeback', 'unlock', 'save'].map(chip)).toEqual(['ticked-not-saved', 'unsigned', 'unsigned'])
  })

  test('a Save can be withdrawn, once', async () => {
    const {run, types} = scene({mode: 'unsigned'})
    await run.tickBox('writeback')
    await run.tickBox('unlock')
    await run.save('visit')
    await run.withdrawSave('visit')
    await run.withdrawSave('visit')
    await run.withdrawSave('nowhere')
    expect(types().filter(type => type === 'save-withdrawn')).toHaveLength(1)
  })

  test('a box outside a visit is only unticked', async () => {
    const {run, types} = scene({mode: 'unsigned'})
    await run.untickBox('wizard')
    expect(types()).toEqual(['run-started', 'box-unticked'])
  })

  test.each([
    {
      text: '{"Enabled":true,"Events":[{"Id":31005,"At":"2026-11-22T08:50:00Z"}],"Secret":"x"}',
      chip: 'confirmed-by-output',
      id: 'output-confirmed',
      says: 'finish.confirmed',
    },
    {
      text: '{"Enabled":false,"Events":[],"Secret":"x"}',
      chip: 'output-disagrees',
      id: 'output-disagrees',
      says: 'finish.contradicted',
    },
    {
      text: '{"Enabled":true,"Events":[{"Id":31005,"At":"2026-11-21T08:50:00Z"}],"Secret":"x"}',
      chip: 'output-too-old',
      id: 'output-too-old',
      says: 'finish.tooOld',
    },
    {
      text: '{"Enabled":true,"Events":[],"Secret":"x"}',
      chip: 'output-inconclusive',
      id: 'output-inconclusive',
      says: 'finish.noEvent',
    },
    {
      text: '{"Enabled":true,"Events":[{"Id":31005,"At":"2036-11-21T08:50:00Z"}],"Secret":"x"}',
      chip: 'output-inconclusive',
      id: 'output-inconclusive',
      says: null,
    },
    {text: 'Secret: x', chip: 'output-not-understood', id: 'output-not-understood', says: 'finish.not'},
  ])('a pasted output is judged and not kept: $chip', async ({text, chip: expected, id, says}) => {
    const {run, chip, said} = scene({mode: 'unsigned'})
    await run.paste('finish', text)
    expect([chip('finish'), said.at(-1)]).toMatchObject([expected, {id, says}])
    expect(JSON.stringify(run.getSnapshot().record)).not.toContain('Secret')
  })

  test('a step without a verifier takes no output', async () => {
    const {run} = scene({mode: 'unsigned'})
    await run.paste('wizard', '{}')
    expect(run.getSnapshot().record).toBeNull()
  })

  test('everything else is kept as it was said, within bounds', async () => {
    const {run, said} = scene({mode: 'unsigned'})
    await run.note('wizard', 'n'.repeat(5000))
    await run.report('finish', 'enabled')
    await run.reportPilot('save', 31002, '2026-11-22T09:30:00.000Z')
    await run.answer('staging', ['active'])
    await run.answer('rights', [], 'fabrikam.example')
    await run.answer('rights', ['reset'], 'contoso.example')
    await run.removeForest('rights', 'fabrikam.example')
    await run.setContext({ticket: 'CHG1', changeWindow: '', server: 'AADC01', forest: 'f'.repeat(900)})
    await run.tick('wizard')
    await run.untick('wizard')
    const {state, cards} = run.getSnapshot()
    expect(state.steps['wizard']?.note).toHaveLength(4000)
    expect(state.context.forest).toHaveLength(500)
    expect(state.answers).toEqual({staging: ['active']})
    expect(state.forests).toEqual({rights: {'contoso.example': ['reset']}})
    expect([cards['finish']?.id, cards['save']?.id, cards['wizard']?.id]).toEqual([
      'reported',
      'reported',
      'to-tick',
    ])
    expect(said.map(({id}) => id)).toEqual(['reported', 'reported', 'marked-done', 'unticked'])
  })

  test('what was seen is not counted as done, whatever was seen', async () => {
    const {run} = scene({mode: 'unsigned'})
    await run.report('finish', 'enabled')
    await run.reportPilot('save', 31002, '2026-11-22T09:30:00.000Z')
    expect(run.getSnapshot().counts).toMatchObject({verified: 0, declared: 0, confirmed: 0})
    await run.tick('finish')
    expect(run.getSnapshot().counts.declared).toBe(1)
  })

  test('what is done in a run from a file is not signed with the name in that file', async () => {
    const author = scene({mode: 'unsigned'})
    await author.run.nameOperator('Karim')
    await author.run.tick('wizard')
    const file = await author.run.exportFile()
    const {run} = scene({mode: 'unsigned'})
    await run.importFile(new Blob([file?.json ?? '']))
    await run.tick('finish')
    const {cards} = run.getSnapshot()
    expect(cards['wizard']?.declared?.attribution.by).toBe('Karim')
    expect(cards['finish']?.declared?.attribution).toEqual({by: null, enteredBy: null, source: 'browser'})
  })

  test.each(['practice', 'unsigned'] as const)(
    'what is pasted for a %s run that is left before it was judged lands in no other',
    async mode => {
      for (const tick of [false, true]) {
        const {run, store, types, ids} = scene({mode})
        if (tick) await run.tick('wizard')
        const pasting = run.paste('finish', '{"enabled": true}')
        await run.setMode(mode === 'practice' ? 'unsigned' : 'practice')
        await pasting
        await run.tick('finish')
        expect(types()).toEqual(['run-started', 'step-ticked'])
        expect(ids()).toContain('not-recorded')
        const runs = await Promise.all((await store.list()).map(({id}) => store.load(id)))
        expect(JSON.stringify(runs)).not.toContain('output-judged')
      }
    },
  )

  test('what is declared for a run that is left is not told of the next', async () => {
    const {run, store, ids} = scene({mode: 'unsigned', store: slow(memoryStore())})
    await run.tick('wizard')
    const ticking = run.tick('finish')
    await run.start('practice', null)
    await ticking
    expect(ids().filter(id => id === 'marked-done')).toHaveLength(1)
    expect((await store.load('run-1'))?.events.at(-1)).toMatchObject({type: 'step-ticked', step: 'finish'})
  })

  test('the name that this browser remembers goes into a run with its first act, in one write', async () => {
    const kept = memoryStore()
    const written: (readonly string[])[] = []
    const append: OpenStore['append'] = async (id, make) => {
      const before = (await kept.load(id))?.events.length ?? 0
      const events = await kept.append(id, make)
      written.push(events.slice(before).map(({type}) => type))
      return events
    }
    const {run, ids} = scene({mode: 'unsigned', name: 'Karim', store: {...kept, append}})
    await run.tick('wizard')
    await run.tick('finish')
    expect(written).toEqual([['run-started'], ['operator-named', 'step-ticked'], ['step-ticked']])
    expect(run.getSnapshot().cards['wizard']?.declared?.attribution).toEqual({
      by: 'Karim',
      enteredBy: 'Karim',
      source: 'typed',
    })
    expect(ids()).toEqual(['marked-done', 'marked-done'])
  })

  test('the name that this browser remembers is not needed where somebody is signed in', async () => {
    const {run, types} = await ready({name: 'Karim'})
    await run.signIn()
    await run.tick('wizard')
    expect(types()).not.toContain('operator-named')
  })

  test('a Save that asks for boxes names nobody', async () => {
    const {run} = scene({mode: 'unsigned', name: 'Karim'})
    expect(await run.save('visit')).toBe(false)
    expect(run.getSnapshot().record).toBeNull()
  })

  test('an output that cannot be judged is said, not dropped', async () => {
    const {run, said} = scene({mode: 'unsigned'})
    await run.paste('finish', null as unknown as string)
    expect(run.getSnapshot().problem?.code).toBe('unexpected')
    expect(said.at(-1)).toMatchObject({id: 'failed', assertive: true})
  })
})
