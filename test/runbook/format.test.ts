import {expect, test} from 'vitest'
import {formatMessages} from '../../plugins/runbook/index.ts'
import {compile, readTenant, swap} from './read-tenant.ts'

test('control characters of an author are spelt out, so that no line is forged', () => {
  const forged = 'topic: Examples\n"x\\e[2K\\nok:1:1  info \\u202e": 1\n'
  const {diagnostics} = compile({yaml: swap(readTenant.yaml, 'topic: Examples\n', forged)})
  const printed = formatMessages(diagnostics)
  expect(printed.split('\n')).toHaveLength(2)
  expect(printed).toContain('`x\\u{1b}[2K\\u{a}ok:1:1  info \\u{202e}`')
})
