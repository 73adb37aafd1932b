// The catalogue of everything that can be wrong with authored content. Text grammar: *Unexpected A, expected B*,
// *Missing A in B*; the fix is an imperative. Each rule has a bad and a good example in docs/_architecture/diagnostics.md.
import type {Finding} from '../bilingual/finding.ts'
import {articleRules} from './article-rules.ts'
import {changeRules} from './change-rules.ts'
import {inputRules} from './input-rules.ts'
import {error, markup, site, warning, wording, type Rule} from './rule.ts'
import {code, entry, inPath, list, nearestTo, oneOf, plain, reason} from './words.ts'
import {typeExample, typeNoun, typePhrase} from './type-words.ts'

/** Every rule by its id, subject first so that they sort. */
export const rules = {
  ...articleRules,
  ...changeRules,
  ...inputRules,
  // The files of the site.
  'mdx-refused': site(
    a => `Unexpected MDX ${code(a, 'actual')}, expected Markdown`,
    a => `rename it to ${code(a, 'expected')}: pages of this site take no MDX, which is code`,
  ),
  'guide-missing': site(
    a =>
      a['found']
        ? `Unexpected bilingual article ${code(a, 'expected')} beside this guide, expected plain Markdown in ${plain(a, 'locale')}`
        : `Missing guide ${code(a, 'expected')} in ${plain(a, 'locale')}`,
    () => 'write the guide in that language at that path, in plain Markdown, or take this one out',
  ),
  'route-reserved': site(
    a => `Unexpected page at ${code(a, 'actual')}, which is the site's own`,
    () => 'give the file another name, or put it into another folder: the page has its address from its path',
  ),

  // The action file as YAML and by its schema.
  'yaml-invalid': error(
    a => `Unexpected YAML: ${reason(a)}`,
    a =>
      a['twice']
        ? `take one ${code(a, 'twice')} out`
        : 'correct the YAML at this place; an editor with the modeline shows it as you type',
  ),
  'key-unknown': error(
    a => `Unexpected key ${code(a, 'actual')}${inPath(a)}, expected ${oneOf(a, 'expected')}`,
    a => (a['meant'] ? `write ${code(a, 'meant')}` : 'take the key out, or use one that the schema knows'),
  ),
  'key-missing': error(
    a => `Missing key ${code(a, 'key')}${inPath(a)}`,
    a => `add ${code(a, 'key')}`,
  ),
  'source-missing': error(
    a => `Missing source${inPath(a)}`,
    () => 'add `source` with the address of the page this rests on',
  ),
  'type-invalid': error(
    a => `Unexpected ${list(a, 'actual', typeNoun)}${inPath(a)}, expected ${list(a, 'expected', typePhrase)}`,
    a => `write ${list(a, 'expected', typeExample)}`,
  ),
  'value-invalid': error(
    a =>
      `Unexpected value ${code(a, 'actual')}${inPath(a)}, ${a['must'] ? plain(a, 'must') : `expected ${oneOf(a, 'expected')}`}`,
    a => `write a value that the schema allows${a['means'] ? `: ${plain(a, 'means')}` : ''}`,
  ),
  'id-duplicate': error(
    a => `Unexpected second ${plain(a, 'what')} ${code(a, 'actual')}`,
    () => 'give each its own id: texts and records are kept under it',
  ),

  'id-reserved': error(
    a => `Unexpected ${plain(a, 'what')} ${code(a, 'actual')}, which is the page's own`,
    a => `give it another id than ${oneOf(a, 'expected')}`,
  ),

  // The article and its steps.
  'article-missing': error(
    a => `Missing article ${code(a, 'actual')} beside the action file`,
    () => 'give both files the same name: `name.md` and `name.runbook.yaml`',
  ),
  'article-override': error(
    a => `Unexpected file in place of ${code(a, 'actual')}, which has an action file`,
    () => 'take the file out: a runbook has all its languages in one article',
  ),
  'runbook-duplicate': error(
    a => `Unexpected id ${code(a, 'actual')} in ${plain(a, 'files')}, expected it in one`,
    () => 'give each runbook an id of its own: its texts and runs are kept under it',
  ),
  'slug-duplicate': error(
    a => `Unexpected address ${code(a, 'actual')} of the articles of ${plain(a, 'files')}, expected it once`,
    () => 'give each article and its action file a path of their own; `a.md` and `a/index.md` are one page',
  ),
  'article-mismatch': error(
    a => `Unexpected article ${code(a, 'actual')}, expected ${code(a, 'expected')}`,
    a => `write \`article: ${plain(a, 'expected')}\`, or put this file beside the article it names`,
  ),
  'article-changed': warning(
    a => `Unexpected text of the article: it is no longer the one reviewed, ${code(a, 'expected')}`,
    a => `read what changed, then write \`reviewed: ${plain(a, 'actual')}\` and the date`,
  ),
  'parity-broken': markup(
    a =>
      `Unexpected ${plain(a, 'what')} in the target text: ${code(a, 'actual')}, expected ${code(a, 'expected')}`,
    () => 'correct the target text so that both languages have the same steps, code spans and links',
  ),
  'procedure-lost': error(
    a => `Missing a list after ${code(a, 'actual')}${nearestTo(a)}`,
    a =>
      a['nearest']
        ? `read the article, then write ${entry(a, 'after', 'nearest')}`
        : 'name a sentence just before a list',
  ),
  'procedure-ambiguous': error(
    a => `Unexpected ${plain(a, 'count')} lists after ${code(a, 'actual')}, expected one`,
    () => 'add `occurrence`, counted from 1',
  ),
  'place-missing': error(
    a => `Missing place of part ${plain(a, 'part')}, the list after ${code(a, 'after')}`,
    a =>
      `add ${entry(a, '- after', 'after')} with \`place: on-premises\` or \`place: cloud\` to \`procedures\``,
  ),
  'anchor-lost': error(
    a => `Missing a step ${code(a, 'actual')} in the article${nearestTo(a)}`,
    a =>
      a['nearest']
        ? `read the step as it now is; if the action still fits, write ${entry(a, 'on', 'nearest')}`
        : 'take this entry out, or name a step that the article has and no other entry binds',
  ),
  'anchor-ambiguous': error(
    a => `Unexpected ${plain(a, 'count')} steps ${code(a, 'actual')}, expected one`,
    () => 'add `occurrence`, counted from 1 in the order of the article',
  ),
  'anchor-shared': error(
    a => `Unexpected second entry for ${code(a, 'actual')}`,
    () => 'keep one entry for each',
  ),
  'occurrence-invalid': error(
    a =>
      `Unexpected occurrence ${plain(a, 'occurrence')} of ${code(a, 'actual')}, expected 1 to ${plain(a, 'count')}`,
    () => 'count from 1 in the order of the article',
  ),
  'step-unbound': error(
    a => `Missing an entry for cloud step ${plain(a, 'number')} ${code(a, 'actual')}`,
    a => `add a step with ${entry(a, 'on', 'actual')}`,
  ),
  'step-misplaced': error(
    a =>
      `Unexpected \`do: ${plain(a, 'actual')}\` for a step whose place is \`${plain(a, 'place')}\`, expected ${oneOf(a, 'expected')}`,
    a => `write ${list(a, 'expected', each => `\`do: ${each}\``)}, or correct the place of the procedure`,
  ),
  'part-missing': error(
    a => `Missing ${oneOf(a, 'expected')} in step ${code(a, 'step')} with \`do: ${plain(a, 'do')}\``,
    a => `add ${oneOf(a, 'expected')}`,
  ),
  'part-unexpected': error(
    a => `Unexpected ${code(a, 'actual')} in step ${code(a, 'step')} with \`do: ${plain(a, 'do')}\``,
    a => `take ${code(a, 'actual')} out`,
  ),
  'visit-invalid': error(
    a =>
      `Unexpected step ${code(a, 'actual')} as ${code(a, 'role')} of visit ${code(a, 'visit')}, expected ${plain(a, 'expected')}`,
    a => `name ${plain(a, 'expected')}`,
  ),
  'step-unknown': error(
    a => `Unexpected step ${code(a, 'actual')}, expected ${oneOf(a, 'expected')}`,
    a => (a['meant'] ? `write ${code(a, 'meant')}` : 'name a step of this file'),
  ),

  // Calls of Microsoft Graph.
  'read-writes': error(
    a => `Unexpected ${code(a, 'actual')} in a read, expected \`get\``,
    () => 'read with `get`; a write belongs to a step with `do: change`',
  ),
  'path-invalid': error(
    a => `Unexpected path ${code(a, 'actual')}, expected ${plain(a, 'expected')}`,
    () => 'write version and path only, `/v1.0/organization`; query options have keys of their own',
  ),
  'path-unknown': error(
    a => `Unexpected path ${code(a, 'actual')}, expected ${code(a, 'expected')}`,
    a =>
      `write ${code(a, 'expected')}; if it is another path, add it to \`plugins/runbook/reviewed-reads.ts\``,
  ),
  'path-refused': error(
    a => `Unexpected path ${code(a, 'actual')}: ${reason(a)}`,
    () => 'take the call out and say in the step what Graph cannot do',
  ),
  'property-dead': error(
    a =>
      `Unexpected use of ${code(a, 'actual')}: Microsoft documents it as not in use, neither a switch nor a sensor`,
    () => 'take it out; let a person declare the state and the audit log give evidence',
  ),
  'property-misread': error(
    a => `Unexpected judgement by ${code(a, 'actual')}: ${reason(a)}`,
    a => plain(a, 'fix'),
  ),
  'select-missing': error(
    a => `Missing ${code(a, 'expected')} in \`select\`: the read takes it out of the answer`,
    a => `add ${code(a, 'expected')}, or take \`select\` out`,
  ),
  'select-unknown': error(
    a => `Unexpected ${code(a, 'actual')} in \`select\`, expected ${oneOf(a, 'expected')}`,
    a => (a['meant'] ? `write ${code(a, 'meant')}` : 'take it out'),
  ),
  'property-unknown': error(
    a => `Unexpected property ${code(a, 'actual')}, expected ${oneOf(a, 'expected')}`,
    a =>
      a['meant']
        ? `write ${code(a, 'meant')}`
        : 'read the Graph page of the call, then add it to `plugins/runbook/reviewed-reads.ts`',
  ),
  'wanted-mistyped': error(
    a =>
      `Unexpected ${list(a, 'type', typeNoun)} ${code(a, 'actual')} for ${code(a, 'at')}, expected ${list(a, 'expected', typePhrase)}`,
    a => `write ${list(a, 'expected', typeExample)}`,
  ),
  'expression-invalid': error(
    a => `Unexpected JMESPath ${code(a, 'actual')}: ${reason(a)}`,
    () => 'correct the expression; try it with `az … --query`',
  ),
  'expression-mistyped': error(
    a => `Unexpected ${code(a, 'actual')} in ${code(a, 'expression')}: ${reason(a)}`,
    () => 'correct the expression; the types of the answer stand in `plugins/runbook/reviewed-reads.ts`',
  ),
  'placeholder-unknown': error(
    a => `Unexpected placeholder ${code(a, 'actual')}, expected ${oneOf(a, 'expected')}`,
    a => `use ${oneOf(a, 'expected')}, or write the value itself`,
  ),
  'scope-undeclared': error(
    a => `Missing scopes of the call${inPath(a)}`,
    () => "add `scopes` with the least permission of the call's Graph page",
  ),
  'scope-writes': error(
    a => `Unexpected writing scope ${code(a, 'actual')} for a read`,
    () => 'ask for the reading scope of the call: a page with reads only asks for no write',
  ),
  'scope-outside': error(
    a => `Unexpected scope ${code(a, 'actual')}, expected ${oneOf(a, 'expected')}`,
    a => `write ${oneOf(a, 'expected')}, as reviewed against Graph's page of the call`,
  ),
  'scope-too-wide': warning(
    a => `Unexpected wide scope ${code(a, 'actual')}`,
    () => "ask for the narrow scope of the call's Graph page",
  ),
  'scope-unexplained': error(
    a => `Missing plain words of the scope ${code(a, 'actual')}`,
    () =>
      'ask for a scope that has words, or write in `plugins/runbook/scope-words.ts`, in each language, what it lets a page do',
  ),
  'sample-misjudged': error(
    a =>
      `Unexpected verdict \`${plain(a, 'actual')}\` of sample ${code(a, 'sample')}, expected \`${plain(a, 'expected')}\``,
    () => 'correct the expressions or the sample: the page judges what an operator pastes in the same way',
  ),

  // Texts of the action file in other languages.
  'texts-invalid': wording(
    a => `Unexpected text file: ${reason(a)}`,
    a =>
      a['twice']
        ? `take one ${code(a, 'twice')} out`
        : 'write JSON: `{"key": {"message": "…", "description": "source sha256-…"}}`',
  ),
  'texts-missing': wording(
    a => `Missing text file ${code(a, 'actual')} with ${plain(a, 'count')} texts`,
    () => 'run `npm run -s passerelle -- texts`, then translate what it adds',
  ),
  'text-missing': wording(
    a => `Missing translation of ${code(a, 'key')}: "${plain(a, 'source')}"`,
    a => `run \`npm run -s passerelle -- texts\`, then write the message of ${code(a, 'key')}`,
  ),
  'text-empty': wording(
    a => `Missing message of ${code(a, 'key')}: "${plain(a, 'source')}"`,
    () => 'translate the English text',
  ),
  'text-outdated': wording(
    a => `Unexpected source of ${code(a, 'key')}: the English is now "${plain(a, 'source')}"`,
    a => `correct the message, then write \`"description": "source ${plain(a, 'expected')}"\``,
  ),
  'text-orphan': warning(
    a => `Unexpected key ${code(a, 'key')}: the action file has no such text`,
    () => 'take the key out',
  ),
  'text-placeholder': wording(
    a =>
      `Unexpected placeholders in ${code(a, 'key')}: ${oneOf(a, 'actual')}, expected ${oneOf(a, 'expected')}`,
    () => 'keep the placeholders of the English text, each as often',
  ),
} satisfies Readonly<Record<string, Rule>>

/** Id of a rule. */
type RuleId = keyof typeof rules

/** The rule of a finding. A finding whose rule is not in the catalogue is a fault of ours. */
export function ruleOf(finding: Finding): Rule {
  if (!Object.hasOwn(rules, finding.ruleId)) throw new TypeError(`No rule ${finding.ruleId} in the catalogue`)
  return rules[finding.ruleId as RuleId]
}

/** True where a finding forbids the page of a runbook. */
export function blocksPage(finding: Finding): boolean {
  const rule = ruleOf(finding)
  return rule.severity === 'error' && rule.built !== true
}

/** True where a finding of this rule, in any page, forbids the whole site. */
export function forbidsSite(ruleId: string): boolean {
  const rule: Rule | undefined = Object.hasOwn(rules, ruleId) ? rules[ruleId as RuleId] : undefined
  return rule?.site === true
}
