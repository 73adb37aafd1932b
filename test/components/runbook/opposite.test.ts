// What is heard and recorded where the audit log says the contrary.
import {expect, test} from 'vitest'
import {describeEvent} from '../../../src/components/runbook/runtime/describeEvent.ts'
import {describeAnnouncement} from '../../../src/components/runbook/runtime/speech.ts'
import {createPageView} from '../../../src/components/runbook/shell/page.ts'
import enUS from '../../../src/components/runbook/words/en-US.ts'
import frFR from '../../../src/components/runbook/words/fr-FR.ts'
import laterEnUS from '../../../src/components/runbook/words/later.en-US.ts'
import laterFrFR from '../../../src/components/runbook/words/later.fr-FR.ts'
import {emptyRun} from '../../../src/engine/run.ts'
import type {AuditEvent} from '../../../src/model/run.ts'
import {began, log, model} from '../../engine/contoso.ts'

const page = createPageView({
  model,
  catalogue: {locale: 'en-US', texts: {}, fallbacks: {}, labels: {}},
  title: '',
  sentences: {},
})
const run = {state: emptyRun}
const english = {...page, run, say: enUS, later: laterEnUS}
const french = {...page, run, locale: 'fr-FR', say: frFR, later: laterFrFR}
const disabled: AuditEvent = {at: '2026-11-22T09:50:00.000Z', name: 'Disable', by: 'Amira', earlier: false}

test.each([
  {name: 'English', view: english, says: /^Opposite event in the audit log: “Disable”, .+, by Amira\./},
  {
    name: 'French',
    view: french,
    says: /^Événement contraire dans le journal d’audit\u00A0: «\u00A0Disable\u00A0», .+, par Amira\./,
  },
])('the announcement names what, when and by whom, in $name', ({view, says}) => {
  const announcement = {id: 'opposite-event', step: 'save', event: disabled, assertive: false} as const
  expect(describeAnnouncement(announcement, view)).toMatch(says)
})

const searched = {
  type: 'evidence-searched',
  step: 'save',
  since: disabled.at,
  requestId: null,
  readAt: disabled.at,
  stopped: false,
} as const

test.each([
  {name: 'evidence', events: [{...disabled, name: 'Enable'}], is: '2.5 audit event found'},
  {name: 'an earlier event', events: [{...disabled, earlier: true}], is: '2.5 earlier event only'},
  {name: 'nothing', events: [], is: '2.5 nothing found in the log (does not mean off)'},
])('the record says of a search that found $name: $is', ({events, is}) => {
  const [, event] = log([began, {...searched, events}])
  expect(event && describeEvent(event, english)).toBe(is)
})

test('the record names the opposite event, and by whom where that is known', () => {
  const nobody = {...disabled, by: null}
  const [, named, nameless] = log([began, {...searched, events: [disabled]}, {...searched, events: [nobody]}])
  expect(named && describeEvent(named, english)).toMatch(/^2\.5 Opposite event .+“Disable”, .+, by Amira\./)
  expect(nameless && describeEvent(nameless, english)).toMatch(/^2\.5 Opposite event .+“Disable”, [^.]+\. It/)
})
