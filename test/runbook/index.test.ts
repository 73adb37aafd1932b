import {expect, test} from 'vitest'

test('the public face', async () => {
  expect(Object.keys(await import('../../plugins/runbook/index.ts')).sort()).toEqual([
    'checkArticle',
    'compilePage',
    'fillTexts',
    'formatMessages',
    'listProcedures',
    'readConfiguration',
    'refuseDuplicates',
    'refuseMarkup',
    'report',
    'rules',
    'severityOf',
    'visible',
  ])
})
