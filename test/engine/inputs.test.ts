import fc from 'fast-check'
import {expect, test} from 'vitest'
import {inputsOf, isInput, missingInputs, withInputs} from '../../src/engine/inputs.ts'
import type {BoundStep} from '../../src/model/action.ts'
import {ines, licencePage as page} from './licence-page.ts'

const stepNamed = (id: string): BoundStep => page.steps.find(step => step.id === id) as BoundStep
const given = (value: string) => ({value, shown: value, seq: 1, at: '', utcOffset: 0})
const all = {user: given("o'neil#ext@contoso.com"), sku: given(ines.sku), country: given('FR')}

test.each([
  ['assign', ['user', 'sku', 'country']],
  ['remove', ['user', 'sku']],
  ['reset', ['user']],
  ['wizard', []],
])('%s rests on %j', (id, inputs) => {
  expect(inputsOf(stepNamed(id), page)).toEqual(inputs)
  expect(missingInputs(stepNamed(id), page, {})).toEqual(inputs)
  expect(missingInputs(stepNamed(id), page, all)).toEqual([])
})

test('values are filled into paths, expressions and bodies, and nowhere else', () => {
  const {change} = withInputs(stepNamed('remove'), all)
  expect(change?.read.path).toBe("/v1.0/users/o'neil%23ext%40contoso.com")
  expect(change?.path).toBe('/v1.0/users/{key}/assignLicense')
  expect(change?.properties[0]?.value).toContain(`skuId=='${ines.sku}'`)
  expect(change?.body).toEqual({addLicenses: [], removeLicenses: [ines.sku]})
  expect(change?.undoBody).toEqual({
    addLicenses: [{skuId: ines.sku, disabledPlans: '{plans}'}],
    removeLicenses: [],
  })
  expect(withInputs(stepNamed('reset'), all).change?.body).toEqual({newPassword: '{password}'})
})

test('what is not given stays as it is', () =>
  expect(withInputs(stepNamed('remove'), {})).toBe(stepNamed('remove')))

test('no value of an input can end a segment, a literal or an expression', () =>
  fc.assert(
    fc.property(fc.constantFrom('upn', 'option', 'country'), fc.string({unit: 'binary'}), (kind, text) => {
      if (!isInput(kind, text)) return
      expect(text).not.toMatch(/[\s/\\?"`{}[\]<>%&]/)
      if (kind !== 'upn') expect(text).toMatch(/^[\w-]+$/)
    }),
  ))

test.each([
  'ines.moreau@contoso.com',
  "o'neil@contoso.co.uk",
  'guest_fabrikam.com#EXT#@contoso.onmicrosoft.com',
])('%s is a user principal name', text => expect(isInput('upn', text)).toBe(true))
