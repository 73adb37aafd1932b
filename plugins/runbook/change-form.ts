// Which parts a change has: one PATCH with places, one POST with a body, or one POST whose operation is followed.
import type {Finding} from '../bilingual/finding.ts'
import type {ChangeEntry} from './action-file.ts'
import type {Places} from './yaml-places.ts'

/** Parts of a change that its form lacks or must not have, its undo among them. */
export function checkForm(step: string, change: ChangeEntry, places: Places): readonly Finding[] {
  const {patch, post, object} = change
  if ((patch === undefined) === (post === undefined)) {
    const actual = patch === undefined ? '' : 'post'
    const range = actual === '' ? places.key(change, '') : places.key(change, actual)
    return [{ruleId: 'method-invalid', args: {actual, step}, range}]
  }
  const {needs, refuses} = partsOf(change)
  const isUser = object === 'user'
  const isMisnamed = ['tenant', 'user'].includes(object) && isUser !== (change.name !== undefined)
  return [
    ...needs
      .filter(part => change[part] === undefined)
      .map(expected => ({
        ruleId: 'change-part-missing',
        args: {expected, step, form: formOf(change)},
        range: places.key(change, ''),
      })),
    ...refuses
      .filter(part => change[part] !== undefined)
      .map(actual => ({
        ruleId: 'change-part-unexpected',
        args: {actual, step, form: formOf(change)},
        range: places.key(change, actual),
      })),
    ...(isMisnamed
      ? [
          isUser
            ? {
                ruleId: 'change-part-missing',
                args: {expected: 'name', step, form: 'a change of a user'},
                range: places.key(change, ''),
              }
            : {
                ruleId: 'change-part-unexpected',
                args: {actual: 'name', step, form: 'a change of the tenant'},
                range: places.key(change, 'name'),
              },
        ]
      : []),
    ...checkCount(step, change, places),
    ...checkPlaces(step, change, places),
    ...checkAlready(step, change, places),
    ...checkUndo(step, change, places),
  ]
}

type Part = 'body' | 'undoBody' | 'secret' | 'follow' | 'carries' | 'irreversible'

function partsOf(change: ChangeEntry): {readonly needs: readonly Part[]; readonly refuses: readonly Part[]} {
  const {post, follow, irreversible} = change
  if (post === undefined) return {needs: [], refuses: ['body', 'undoBody', 'secret', 'follow', 'carries']}
  if (follow !== undefined) return {needs: ['body', 'irreversible'], refuses: ['undoBody', 'carries']}
  return {needs: ['body'], refuses: irreversible === undefined ? ['secret'] : ['undoBody', 'carries']}
}

function formOf({post, follow}: ChangeEntry): string {
  if (post === undefined) return 'a `patch`'
  return follow === undefined ? 'a `post`' : 'a `post` with `follow`'
}

function checkCount(step: string, change: ChangeEntry, places: Places): readonly Finding[] {
  const {post, follow, properties} = change
  const count = properties.length
  const expected = post === undefined ? 'at least one' : follow === undefined ? 'one' : 'none'
  const fits = post === undefined ? count > 0 : count === (follow === undefined ? 1 : 0)
  // Where there is no list at all there is a finding of its own.
  if (fits || !isListed(change, places)) return []
  const args = {count: String(count), step, form: formOf(change), expected}
  return [{ruleId: 'properties-miscounted', args, range: places.key(change, 'properties')}]
}

/** False where the list was left out, which the schema tells: it was put in for the checks to go on. */
function isListed(change: ChangeEntry, places: Places): boolean {
  const {start, end} = places.of(change.properties)
  return end > start
}

function checkPlaces(step: string, change: ChangeEntry, places: Places): readonly Finding[] {
  const isPatch = change.post === undefined
  return change.properties.flatMap((property): Finding[] => {
    if (isPatch === (property.at !== undefined)) return []
    const form = formOf(change)
    return isPatch
      ? [{ruleId: 'change-part-missing', args: {expected: 'at', step, form}, range: places.key(property, '')}]
      : [
          {
            ruleId: 'change-part-unexpected',
            args: {actual: 'at', step, form},
            range: places.key(property, 'at'),
          },
        ]
  })
}

function checkAlready(step: string, change: ChangeEntry, places: Places): readonly Finding[] {
  const {follow, says} = change
  if ((follow === undefined) === (says.already !== undefined)) return []
  const form = formOf(change)
  return follow === undefined
    ? [
        {
          ruleId: 'change-part-missing',
          args: {expected: 'says.already', step, form},
          range: places.key(says, ''),
        },
      ]
    : [
        {
          ruleId: 'change-part-unexpected',
          args: {actual: 'says.already', step, form},
          range: places.key(says, 'already'),
        },
      ]
}

function checkUndo(step: string, change: ChangeEntry, places: Places): readonly Finding[] {
  const {says, post, follow, undoBody, irreversible} = change
  const keys = ['undo', 'undone'] as const
  if (irreversible !== undefined)
    return keys
      .filter(key => says[key] !== undefined)
      .map(key => ({
        ruleId: 'undo-unexpected',
        args: {actual: `says.${key}`, step},
        range: places.key(says, key),
      }))
  if (follow !== undefined) return []
  const said = keys.filter(key => says[key] === undefined).map(key => `says.${key}`)
  const missing = [...said, ...(post !== undefined && undoBody === undefined ? ['undoBody'] : [])]
  if (missing.length === 0) return []
  // With neither, there is a choice.
  const choice = said.length === keys.length ? 'irreversible' : ''
  const args = {expected: missing, choice, step}
  return [{ruleId: 'undo-missing', args, range: places.key(change, 'says')}]
}
