import {expect, test} from 'vitest'
import {describeEvent} from '../../../src/components/runbook/runtime/describeEvent.ts'
import {createPageView} from '../../../src/components/runbook/shell/page.ts'
import enUS from '../../../src/components/runbook/words/en-US.ts'
import frFR from '../../../src/components/runbook/words/fr-FR.ts'
import laterEnUS from '../../../src/components/runbook/words/later.en-US.ts'
import laterFrFR from '../../../src/components/runbook/words/later.fr-FR.ts'
import type {RunEventBody} from '../../../src/model/run.ts'
import {emptyRun} from '../../../src/engine/run.ts'
import {amira, log, model} from '../../engine/contoso.ts'

const page = {
  model,
  catalogue: {locale: 'en-US', texts: {}, fallbacks: {}, labels: {}},
  title: 'Enable password writeback',
  sentences: {},
}
const run = {state: emptyRun}
const english = {...createPageView(page), say: enUS, later: laterEnUS, run}
const french = {...createPageView(page), locale: 'fr-FR', say: frFR, later: laterFrFR, run}

const nobody = {by: null, enteredBy: null, source: 'browser'} as const
const ticked = (attribution: typeof amira | typeof nobody): RunEventBody => ({
  type: 'step-ticked',
  step: 'wizard',
  attribution,
})
const saved: RunEventBody = {type: 'saved', visit: 'visit', steps: ['save'], attribution: nobody}
const unsaved: RunEventBody = {type: 'save-withdrawn', visit: 'visit', steps: ['save'], attribution: nobody}

test.each([
  ['a name', ticked(amira), '1.1 marked done by Amira Haddad', '1.1 déclaré fait par Amira Haddad'],
  [
    'no name',
    ticked(nobody),
    `1.1 ${enUS.stateBrowser['marked-done'].toLowerCase()}`,
    `1.1 ${frFR.stateBrowser['marked-done'].toLowerCase()}`,
  ],
  [
    'no name, several steps',
    saved,
    '2.5 marked done, this browser (Saved)',
    'Étapes 2.5 déclarées faites depuis ce navigateur (Enregistré)',
  ],
  [
    'no name, and nothing that names anybody',
    unsaved,
    '2.5 no longer marked done',
    'Les étapes 2.5 ne sont plus déclarées faites',
  ],
])('a line of the record with %s says it as the chip does', (_, body, inEnglish, inFrench) => {
  const [event] = log([body])
  expect(event && describeEvent(event, english)).toBe(inEnglish)
  expect(event && describeEvent(event, french)).toBe(inFrench)
})
