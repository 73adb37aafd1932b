// @vitest-environment happy-dom
import {expect, test} from 'vitest'
import {ofLocale} from '../../../src/components/runbook/words/locales.ts'
import {loadLaterWords, loadWords} from '../../../src/components/runbook/words/index.ts'

const named = /No words for de-DE, only for en-US, fr-FR/

test('a locale without words never reads as English', async () => {
  await expect(loadWords('de-DE')).rejects.toThrow(named)
  await expect(loadLaterWords('de-DE')).rejects.toThrow(named)
})

test.each(['constructor', '__proto__'])('a name that every object has is no locale: %s', tag => {
  expect(() => ofLocale({'en-US': 1, 'fr-FR': 2}, tag)).toThrow(RangeError)
})
