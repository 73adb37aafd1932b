import {expect, test} from 'vitest'
import {browserRows, formatBrowserRows} from '../../plugins/cli/browser-rows.ts'
import {readFileSync} from 'node:fs'
import {passerelle, root} from './passerelle.ts'

test('a runbook that is not there is named with those that are', () => {
  const {status, stderr} = passerelle(['rehearse', 'nothing'])
  expect([status, stderr]).toEqual([2, expect.stringContaining('block-matching')])
})

test.each(browserRows)('in Chromium, $fault: there is such a test', ({file, test: name}) => {
  expect(readFileSync(`${root}test/e2e/${file}`, 'utf8')).toContain(name)
})

test('where no report is, the rows of Chromium say that they were not run', () => {
  const lines = formatBrowserRows(`${root}docs`).trim().split('\n')
  expect(lines).toHaveLength(browserRows.length)
  expect(lines.every(line => line.endsWith('\tnot run'))).toBe(true)
})
