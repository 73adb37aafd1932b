import fc from 'fast-check'
import {expect, test} from 'vitest'
import {pastedObject} from '../../src/model/pasted-object.ts'

const yes = '{"Enabled":true,"Events":[1]}'
const no = '{"Enabled":false}'
const printed = (json: string) => JSON.stringify(JSON.parse(json), null, 2)

test.each([
  {name: 'alone', text: yes},
  {name: 'printed over several lines', text: printed(yes)},
  {name: 'between prompts', text: `PS C:\\> Get-Writeback\r\n${yes}\r\nPS C:\\> `},
  {
    name: 'between prompts of a remote session',
    text: `[AADC01]: PS C:\\> .\\a.ps1\n${yes}\n[AADC01]: PS C:\\> `,
  },
  {name: 'below a warning', text: `WARNING: the module is old:\n\n${printed(yes)}`},
])('an object $name is read', ({text}) => {
  expect(pastedObject(text)).toEqual({Enabled: true, Events: [1]})
})

test.each([
  {
    name: 'an older output on one line, the newer one printed',
    text: `${yes}\nPS C:\\> again\n${printed(no)}`,
  },
  {
    name: 'an older output printed, the newer one on one line',
    text: `${printed(yes)}\nPS C:\\> again\n${no}`,
  },
  {name: 'a newer output that is set in', text: `${yes}\n  ${no}`},
  {name: 'a newer output after a word', text: `${yes}\nnow: ${no}`},
  {name: 'a newer output that a window has wrapped', text: `${yes}\n{"Enabled":fal\nse}`},
  {name: 'a newer output that is cut off', text: `${yes}\n{"Enabled":false,"Ev`},
  {name: 'a list over lines', text: `[\n${yes},\n${no}\n]`},
  {name: 'a list of one', text: `[\n${yes}\n]`},
  {name: 'the command, which has brackets', text: `PS C:\\> @{a=1}\n${yes}`},
  {name: 'a key twice', text: '{"Enabled":false,"Events":[1],"Enabled":true}'},
  {name: 'a key twice within', text: '{"Events":[{"Id":1,"Id":2}]}'},
  {name: 'a key twice, spelt otherwise', text: String.raw`{"Enabled":false,"\u0045nabled":true}`},
  {name: 'an object within one that was not copied', text: `  "Events": [],\n"Inner":\n${yes}`},
  {name: 'an object with what follows it', text: `${yes}\n,"Enabled":false`},
  {name: 'an object within a line', text: `the output was ${yes}`},
])('$name is none', ({text}) => {
  expect(pastedObject(text)).toBeNull()
})

test('a key of two objects, and a text that looks like a key, are no key twice', () => {
  const text = '{"a":{"a":1},"b":["c","a",{"a":"a"}],"c":"\\"a\\":"}'
  expect(pastedObject(text)).toEqual(JSON.parse(text))
})

const object = fc.dictionary(fc.string(), fc.jsonValue({maxDepth: 3}), {maxKeys: 5})

test('any one object is read as it is, on one line or printed', () => {
  fc.assert(
    fc.property(object, fc.constantFrom(0, 2), (value, indent) => {
      const json = JSON.stringify(value, null, indent)
      expect(pastedObject(`PS C:\\>\n${json}\r\nPS C:\\>`)).toEqual(JSON.parse(json))
    }),
  )
})

test('beside any second object none is read, whatever stands between', () => {
  const between = fc.stringMatching(/^[\s\w:>.\\,"-]*$/)
  fc.assert(
    fc.property(object, between, object, fc.constantFrom(0, 2), (first, filling, second, indent) => {
      expect(
        pastedObject(`${JSON.stringify(first)}\n${filling}${JSON.stringify(second, null, indent)}`),
      ).toBeNull()
    }),
  )
})

test('any key that is written twice is seen', () => {
  fc.assert(
    fc.property(object, fc.string(), (value, key) => {
      const twice = `{${JSON.stringify(key)}:1,"in":[${JSON.stringify(value)}],${JSON.stringify(key)} :2}`
      expect(pastedObject(twice)).toBeNull()
    }),
  )
})

test.each([
  {name: 'braces that open', text: '{\n'.repeat(99_000)},
  {name: 'braces that open and one that closes', text: `${'{\n'.repeat(99_000)}}`},
  {name: 'objects', text: '{}\n'.repeat(60_000)},
  {name: 'blank lines', text: `x${'\n'.repeat(199_000)}x`},
  {name: 'prompts', text: `${'[a]: PS \n'.repeat(20_000)}{}x`},
  {name: 'quotation marks', text: `{${'"'.repeat(199_000)}}`},
])('200,000 characters of $name cost no time', ({text}) => {
  const before = performance.now()
  expect(pastedObject(text)).toBeNull()
  expect(performance.now() - before).toBeLessThan(200)
})
