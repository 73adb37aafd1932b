import {expect, test} from 'vitest'
import {sampleAt} from '../../src/model/sample.ts'

const now = Date.parse('2026-11-22T09:00:00.000Z')

test.each([
  {name: 'minutes', output: '{"At":"{ago:PT20M}"}', is: '{"At":"2026-11-22T08:40:00.000Z"}'},
  {name: 'a day', output: '{ago:P1D}', is: '2026-11-21T09:00:00.000Z'},
  {
    name: 'several',
    output: '{ago:PT1H} {ago:PT2S}',
    is: '2026-11-22T08:00:00.000Z 2026-11-22T08:59:58.000Z',
  },
  {name: 'what is no duration', output: '{ago:soon} {ago:} {ago:P1M}', is: '{ago:soon} {ago:} {ago:P1M}'},
  {name: 'other braces', output: '{"Events":[{"Id":31005}]}', is: '{"Events":[{"Id":31005}]}'},
])('$name', ({output, is}) => {
  expect(sampleAt(output, now)).toBe(is)
})
