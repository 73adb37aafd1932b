// The claims that no runbook of ours tempts: an action file that would make one is refused, and the same file with an
// honest read in its place is not.
import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {compilePage} from '../../plugins/runbook/index.ts'
import {rules} from '../../plugins/runbook/rules.ts'
import {rulesOf} from './read-tenant.ts'

const article = '# Settings\n\nIn the portal, do this:\n\n1. Open **Settings**.\n'

test('the same action file with an honest read has no fault', () => {
  const compiled = compileFixture('judges-directory-sync-by-its-own-switch')
  expect(rulesOf(compiled)).toEqual(['article-changed'])
  expect(compiled.model).not.toBeNull()
})

describe('the build refuses', () => {
  test.each([
    [
      'rule 2, that passwordWritebackEnabled tells the state',
      'judges-writeback-by-a-property-not-in-use',
      'property-dead',
      'passwordWritebackEnabled',
    ],
    [
      'rule 2, that a change of passwordWritebackEnabled did something',
      'switches-writeback-by-a-property-not-in-use',
      'property-dead',
      'passwordWritebackEnabled',
    ],
    [
      'rule 3, that allowedToUseSSPR is the switch of users',
      'takes-the-administrators-switch-for-the-users-one',
      'property-misread',
      'allowedToUseSSPR',
    ],
    [
      'rule 5, that the last password sync says something about writeback',
      'judges-writeback-by-the-last-password-sync',
      'property-misread',
      'onPremisesLastPasswordSyncDateTime',
    ],
    [
      'rule 5, that password hash sync says something about writeback',
      'judges-writeback-by-password-hash-sync',
      'property-misread',
      'passwordSyncEnabled',
    ],
    [
      'rule 6, that selfServicePasswordResetPolicy exists',
      'reads-a-reset-policy-that-does-not-exist',
      'path-refused',
      '/v1.0/policies/selfServicePasswordResetPolicy',
    ],
    [
      "rule 9, that another user's inbox rules can be removed",
      'removes-inbox-rules-of-another-user',
      'path-refused',
      '/v1.0/users/lena.fischer@contoso.example/mailFolders/inbox/messageRules/AQAAAJ5dZqA=',
    ],
  ] as const)('%s', (_, situation, rule, actual) => {
    const compiled = compileFixture(situation)
    const message = compiled.diagnostics
      .flatMap(file => file.messages)
      .find(({ruleId, reason}) => ruleId === rule && reason.includes(`\`${actual}\``))
    expect(message?.line, 'its line').toBe(lineOf(situation, actual))
    expect(rules[rule].severity).toBe('error')
    expect(compiled.model).toBeNull()
    expect(compiled.page('en-US')).toBeNull()
  })
})

describe('a property with a claim that it allows', () => {
  test.each([
    [
      'allowedToUseSSPR, named as the switch of administrators',
      'takes-the-administrators-switch-for-the-users-one',
      [
        ['Users may reset', 'Administrators may reset'],
        ['Users may not reset', 'Administrators may not reset'],
      ],
    ],
    [
      'the last password sync in a step about password hash sync',
      'judges-writeback-by-the-last-password-sync',
      [
        ['label: Writeback', 'label: Password hash sync'],
        ['Check writeback', 'Check password hash sync'],
        ['Writeback verified by Graph', 'Last password sync read in Graph'],
      ],
    ],
  ] as const)('%s is not refused', (_, situation, changes) => {
    const text = changes.reduce((file, [from, to]) => file.replace(from, to), readFixture(situation))
    expect(rulesOf(compileText(text))).toEqual(['article-changed'])
  })
})

function compileFixture(situation: string) {
  return compileText(readFixture(situation))
}

function compileText(actions: string) {
  return compilePage({
    article: {path: 'settings.md', text: article},
    actions: {path: 'settings.runbook.yaml', text: actions},
    texts: () => [],
  })
}

function readFixture(situation: string): string {
  return readFileSync(new URL(`../fixtures/${situation}/settings.runbook.yaml`, import.meta.url), 'utf8')
}

/** Line of the key that judges by `actual`, sends it, or calls it. */
function lineOf(situation: string, actual: string): number {
  const lines = readFixture(situation).split('\n')
  return lines.findIndex(line => /^ +(value|get|patch|at):/.test(line) && line.includes(actual)) + 1
}
