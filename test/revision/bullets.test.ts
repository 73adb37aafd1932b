import {expect, test} from 'vitest'
import {carry, readRevisions, rewrite} from '../../plugins/revision/index.ts'
import {readActionFile} from '../../plugins/runbook/index.ts'

const bullets =
  'To archive mail:\n\n- Open **Mail**.\n- Select **Archive** for the message that you want to keep.\n'
const yaml = [
  'procedures:',
  '  - after: "To archive mail:" # bullets',
  '    place: cloud',
  'steps:',
  '  - id: archive',
  '    on: Select **Archive** for the message that you want to keep.',
  '',
].join('\n')

test.each([
  ['the sentence before it stays', 'To archive mail:', 'kept'],
  ['the sentence before it is reworded', 'To archive mails:', 'reworded'],
])('a bulleted procedure is carried where %s', (_, sentence, state) => {
  const source = readActionFile(yaml)
  const texts = {
    old: bullets,
    now: bullets.replace('To archive mail:', sentence).replace('- Open', '- Sign in.\n- Open'),
  }
  const {old, now} = readRevisions(source.file, texts)
  const carried = carry(source, old, now)
  expect(carried.map(each => [each.id, each.state, each.to?.number])).toEqual([
    ['procedures.1', state, '1'],
    ['archive', 'moved', '1.3'],
  ])
  const {text, misled} = rewrite({text: yaml, source}, carried, {now, accepted: () => true})
  expect({text, misled}).toEqual({text: yaml.replace('To archive mail:', sentence), misled: []})
})

test('a bulleted list that no entry names is no procedure in either revision', () => {
  const {old, now} = readRevisions(readActionFile('procedures: []\nsteps: []\n').file, {
    old: bullets,
    now: bullets,
  })
  expect([...old, ...now]).toEqual([])
})
