import {expect, test} from 'vitest'

test('the public face', async () => {
  expect(Object.keys(await import('../../plugins/runbook/index.ts')).sort()).toEqual([
    'checkArticle',
    'checkPages',
    'compilePage',
    'fillTexts',
    'formatMessages',
    'isSiteRefused',
    'listProcedures',
    'pageFileOf',
    'parse',
    'readConfiguration',
    'readNames',
    'refuseDuplicates',
    'refuseMarkup',
    'report',
    'rules',
    'scopeWordsOf',
    'severityOf',
    'sha256',
    'signInScopes',
    'slugOf',
    'stepsOf',
    'visible',
  ])
})
