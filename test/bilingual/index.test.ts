import {expect, test} from 'vitest'
import * as bilingual from '../../plugins/bilingual/index.ts'

test('the public face', () => {
  expect(Object.keys(bilingual).sort()).toEqual([
    'createPlaces',
    'findFaults',
    'localisationKeys',
    'normalise',
    'normalisedSource',
    'patch',
    'project',
    'projectArticle',
    'readFrontMatter',
    'readHead',
    'readOrigin',
    'scan',
  ])
})
