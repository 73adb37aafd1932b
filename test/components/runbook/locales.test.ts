// @vitest-environment happy-dom
import {expect, test} from 'vitest'
import {loadLaterWords, loadWords} from '../../../src/components/runbook/words/index.ts'
import {shellWords} from '../../../src/components/runbook/words/shell.ts'

const named = /No words for de-DE, only for en-US, fr-FR/

test('a locale without words stops the build, which serves every page with them', () => {
  expect(() => shellWords('de-DE')).toThrow(named)
})

test('a locale without words never reads as English', async () => {
  await expect(loadWords('de-DE')).rejects.toThrow(named)
  await expect(loadLaterWords('de-DE')).rejects.toThrow(named)
})

test.each(['constructor', '__proto__'])('a name that every object has is no locale: %s', tag => {
  expect(() => shellWords(tag)).toThrow(RangeError)
})
