// The part of the catalogue in rules.ts that is about changes of the tenant.
import {error, type Rule} from './rule.ts'
import {code, oneOf, plain} from './words.ts'

/** The rules of changes by id. */
export const changeRules = {
  'order-impossible': error(
    a =>
      `Unexpected step ${code(a, 'actual')} under \`after\` of step ${code(a, 'step')}, which comes no later`,
    () => 'name steps of the article that come before the change',
  ),
  'affects-unknown': error(
    a =>
      a['expected']
        ? `Unexpected read ${code(a, 'actual')}, expected ${oneOf(a, 'expected')}`
        : `Unexpected read ${code(a, 'actual')}: no read of this file counts`,
    () => 'name a read with `count: true` and `found: {as: number}`, by its step, press and id',
  ),
  'undo-missing': error(
    a =>
      `Missing ${code(a, 'expected')}${a['choice'] ? `, or ${code(a, 'choice')},` : ''} of the change in step ${code(a, 'step')}`,
    () => 'write the label of the undo and what is true after it, or `irreversible` with the reason',
  ),
  'undo-unexpected': error(
    a =>
      `Unexpected ${code(a, 'actual')} of the change in step ${code(a, 'step')}, which is \`irreversible\``,
    a => `take ${code(a, 'actual')} out, or \`irreversible\``,
  ),
  'confirmation-weak': error(
    a =>
      `Unexpected \`confirm: ${plain(a, 'actual')}\` of a change that cannot be undone, expected \`typed\``,
    () => 'write `confirm: typed`',
  ),
  'placeholder-missing': error(
    a => `Missing \`{key}\` as one segment of the path ${code(a, 'actual')}`,
    () => 'write `{key}`, once, where the id of what is changed stands',
  ),
  'path-differs': error(
    a =>
      `Unexpected read of ${code(a, 'actual')}, expected ${code(a, 'expected')}, which shows what is changed`,
    a => `write \`get: ${plain(a, 'expected')}\``,
  ),
  'expression-differs': error(
    a => `Unexpected ${code(a, 'actual')}, expected ${code(a, 'expected')}: ${plain(a, 'what')}`,
    a => `write ${code(a, 'expected')}, or the read would prove something else`,
  ),
  'property-collides': error(
    a => `Unexpected place ${code(a, 'actual')}, which collides with ${code(a, 'other')}`,
    () => 'give each property a place of its own, none inside another',
  ),
  'property-unreviewed': error(
    a => `Unexpected property ${code(a, 'actual')}, expected ${oneOf(a, 'expected')}`,
    a =>
      a['meant']
        ? `write ${code(a, 'meant')}`
        : 'read its Graph page, then add it to `plugins/runbook/reviewed-writes.ts` with its type',
  ),
  'words-missing': error(
    a => `Missing words for ${code(a, 'value')} of the property ${code(a, 'property')}`,
    () => 'say it under `words`: the card shows the value before and after in words',
  ),
  'words-alike': error(
    a =>
      `Unexpected second ${code(a, 'actual')}, for ${code(a, 'value')} of the property ${code(a, 'property')}`,
    () => 'give each value words of its own: nobody could see what changes',
  ),
  'wait-invalid': error(
    a => `Unexpected \`${plain(a, 'where')}: ${plain(a, 'actual')}\`, expected ${plain(a, 'expected')}`,
    () => 'look at most every 2 seconds, and for at most 10 minutes',
  ),
  'scope-reads': error(
    a => `Unexpected reading scope ${code(a, 'actual')} for a change`,
    () => "ask for the writing scope of the call's Graph page",
  ),
  'write-unreviewed': error(
    a => `Unexpected change of ${code(a, 'actual')}, expected ${oneOf(a, 'expected')}`,
    a =>
      a['meant']
        ? `write ${code(a, 'meant')}`
        : 'read its Graph page, then add it to `plugins/runbook/reviewed-writes.ts`',
  ),
  'method-invalid': error(
    a =>
      a['actual']
        ? `Unexpected \`post\` beside \`patch\` in step ${code(a, 'step')}, expected one of them`
        : `Missing \`patch\` or \`post\` of the change in step ${code(a, 'step')}`,
    () => 'write the one request that changes something, with the verb of its Graph page',
  ),
  'change-part-missing': error(
    a =>
      `Missing ${code(a, 'expected')} of the change in step ${code(a, 'step')}, which ${plain(a, 'form')} needs`,
    a => `add ${code(a, 'expected')}`,
  ),
  'change-part-unexpected': error(
    a =>
      `Unexpected ${code(a, 'actual')} of the change in step ${code(a, 'step')}, which ${plain(a, 'form')} does not have`,
    a => `take ${code(a, 'actual')} out`,
  ),
  'properties-miscounted': error(
    a =>
      `Unexpected count of properties in step ${code(a, 'step')}: ${plain(a, 'count')}; ${plain(a, 'form')} has ${plain(a, 'expected')}`,
    () =>
      'a `patch` sets its properties, a `post` shows its effect by one yes or no, and with `follow` Graph tells the end',
  ),
  'condition-missing': error(
    a => `Missing condition ${code(a, 'expected')} of the change in step ${code(a, 'step')}`,
    a => `add it under \`requires\`, as the \`when\` ${code(a, 'expected')}, with what is lacking`,
  ),
  'condition-invalid': error(
    a => `Unexpected condition ${code(a, 'actual')}, expected one that gives \`true\` or \`false\``,
    () => 'compare, or join comparisons with `&&` and `||`: anything else says nothing',
  ),
  'body-differs': error(
    a => `Unexpected ${code(a, 'actual')} in ${code(a, 'where')}, expected ${code(a, 'expected')}`,
    a =>
      `write ${code(a, 'expected')}; another body is reviewed in \`plugins/runbook/reviewed-writes.ts\` first`,
  ),
} satisfies Readonly<Record<string, Rule>>
