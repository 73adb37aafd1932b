import {expect, test} from 'vitest'
import {toMilliseconds} from '../../src/model/duration.ts'

test.each([
  {duration: 'PT10S', milliseconds: 10_000},
  {duration: 'PT2M', milliseconds: 120_000},
  {duration: 'PT1H30M', milliseconds: 5_400_000},
  {duration: 'P1DT1H', milliseconds: 90_000_000},
  {duration: 'P30D', milliseconds: 2_592_000_000},
  {duration: 'P2W', milliseconds: 1_209_600_000},
  {duration: 'PT0.5S', milliseconds: 500},
])('$duration is $milliseconds ms', ({duration, milliseconds}) => {
  expect(toMilliseconds(duration)).toBe(milliseconds)
})

test.each(['', 'P', 'PT', 'P1M', 'P1Y', '10s', 'P1D2H', 'PT1D'])('%j is refused', duration => {
  expect(() => toMilliseconds(duration)).toThrow(TypeError)
})
