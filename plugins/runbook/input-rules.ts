// The part of the catalogue in rules.ts that is about what a person gives for a run.
import {error, type Rule} from './rule.ts'
import {code, oneOf, plain} from './words.ts'

/** The rules of inputs by id. */
export const inputRules = {
  'input-unknown': error(
    a => `Unexpected input ${code(a, 'actual')}, expected ${oneOf(a, 'expected')}`,
    a =>
      a['meant'] ? `write ${code(a, 'meant')}` : 'name an input of this file, or declare it under `inputs`',
  ),
  'input-unasked': error(
    a =>
      a['later']
        ? `Unexpected ${code(a, 'actual')} in step ${code(a, 'step')}, which step ${code(a, 'later')} asks for later`
        : `Unexpected ${code(a, 'actual')} in step ${code(a, 'step')}, which no step asks for`,
    a => `write it under \`asks\` of step ${code(a, 'step')}, or of one before it`,
  ),
  'input-unused': error(
    a => `Unexpected input ${code(a, 'actual')}, which no call, expression or body names`,
    a => `name it as \`{${plain(a, 'actual')}}\`, or take it out`,
  ),
  'input-list-missing': error(
    a => `Missing \`from\` of the input ${code(a, 'input')}, an \`option\``,
    () => 'write which read lists the ids: step, press and read',
  ),
  'input-list-unexpected': error(
    a => `Unexpected \`from\` of the input ${code(a, 'input')}, which is no \`option\``,
    () => 'take `from` out, or write `kind: option`',
  ),
  'input-list-unknown': error(
    a => `Unexpected read ${code(a, 'actual')}, expected ${oneOf(a, 'expected')}`,
    () => 'name a read of this file by its step, press and id',
  ),
  'input-list-late': error(
    a =>
      `Unexpected \`from\` of the input ${code(a, 'input')}: step ${code(a, 'asks')} asks for it before step ${code(a, 'step')} reads the list`,
    () => 'ask in the step that reads the list, or in a later one',
  ),
  'input-list-mismatched': error(
    a => `Unexpected list ${code(a, 'actual')} with the names ${code(a, 'other')}: ${plain(a, 'reason')}`,
    () =>
      'let `value` give the ids and `found` the names, with `as: list`: the same expression up to its last name',
  ),
  'placeholder-misplaced': error(
    a =>
      `Unexpected placeholder ${code(a, 'actual')} in ${plain(a, 'where')}, expected ${plain(a, 'expected')}`,
    a => `write ${plain(a, 'expected')}`,
  ),
} satisfies Readonly<Record<string, Rule>>
