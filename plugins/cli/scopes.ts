import {loadRunbooks} from '../docusaurus-plugin-runbook/load.ts'
import {formatMessages, type CompiledPage} from '../runbook/index.ts'
import type {PageModel} from '../../src/model/page.ts'
import type {Invocation, Run} from './command.ts'
import {siteFolder} from './files.ts'
import {atRevision} from './revision-files.ts'
import {UsageError} from './usage-error.ts'

/**
 * `passerelle scopes RUNBOOK`: a line for each step, press, phase and scope with its calls, tab separated; then all that a
 * look, a change and the whole runbook may ask for.
 * `passerelle scopes --diff BASE`: what all runbooks ask for now and did not at the Git revision BASE (`+`), and the
 * reverse (`-`), a line for each call; then the permissions that are new to the site, and those nobody needs any more.
 */
export const scopes: Run = async invocation =>
  typeof invocation.options['diff'] === 'string'
    ? diff(invocation.options['diff'], invocation)
    : list(invocation)

async function list({paths}: Invocation): Promise<number> {
  const [runbook, ...more] = paths
  if (runbook === undefined || more.length > 0)
    throw new UsageError('Missing RUNBOOK: one id, as `runbook:` gives it, or --diff BASE')
  const pages = loadRunbooks(siteFolder())
  const found = pages.find(page => page.model?.runbook === runbook)?.model
  if (found === undefined || found === null) {
    tellBroken(pages)
    const known = pages.flatMap(page => page.model?.runbook ?? []).join(', ')
    throw new UsageError(`Unexpected runbook \`${runbook}\`, expected one of ${known}`)
  }
  const number = new Map(found.steps.map(step => [step.id, step.number]))
  for (const {step, press, phase, scope, calls} of found.scopes)
    print(number.get(step) ?? '', step, press, phase, scope, calls.join(', '))
  for (const phase of ['look', 'change'] as const)
    tellScopes(`to ${phase}`, namesOf(found.scopes.filter(use => use.phase === phase)))
  tellScopes('in all', namesOf(found.scopes))
  return 0
}

async function diff(base: string, {paths}: Invocation): Promise<number> {
  if (paths.length > 0)
    throw new UsageError('Unexpected path beside --diff BASE, which compares all runbooks')
  const site = siteFolder()
  const now = loadRunbooks(site)
  const then = atRevision(site, base, ['docs', 'i18n'], loadRunbooks)
  for (const page of then.filter(({model}) => model === null))
    process.stderr.write(`${page.identity.path} at ${base} has no page: its permissions count as new\n`)
  tellBroken(now)
  const [before, after] = [usesOf(then), usesOf(now)]
  for (const [line, use] of before) if (!after.has(line)) print('-', ...use)
  for (const [line, use] of after) if (!before.has(line)) print('+', ...use)
  const [had, has] = [scopesOf(then), scopesOf(now)]
  tellScopes(
    'new to the site',
    [...has].filter(scope => !had.has(scope)),
  )
  tellScopes(
    'not needed any more',
    [...had].filter(scope => !has.has(scope)),
  )
  return now.some(({model}) => model === null) ? 1 : 0
}

/** Every call of every runbook with the scope it needs, by its line. The numbers of steps are left out: they move. */
function usesOf(pages: readonly CompiledPage[]): ReadonlyMap<string, readonly string[]> {
  const uses = modelsOf(pages).flatMap(({runbook, scopes: all}) =>
    all.flatMap(({step, press, phase, scope, calls}) =>
      calls.map(call => [runbook, step, press, phase, scope, call] as const),
    ),
  )
  return new Map(uses.map(use => [use.join('\t'), use]))
}

function scopesOf(pages: readonly CompiledPage[]): ReadonlySet<string> {
  return new Set(modelsOf(pages).flatMap(({scopes: all}) => all.map(({scope}) => scope)))
}

function namesOf(uses: PageModel['scopes']): readonly string[] {
  return [...new Set(uses.map(({scope}) => scope))]
}

function modelsOf(pages: readonly CompiledPage[]): readonly PageModel[] {
  return pages.flatMap(({model}) => model ?? [])
}

function tellBroken(pages: readonly CompiledPage[]): void {
  const broken = pages.filter(({model}) => model === null).flatMap(page => page.diagnostics)
  if (broken.length > 0) process.stderr.write(`${formatMessages(broken)}\n`)
}

function tellScopes(what: string, names: readonly string[]): void {
  process.stderr.write(`${what}: ${names.length === 0 ? 'none' : [...names].sort().join(', ')}\n`)
}

function print(...cells: readonly string[]): void {
  process.stdout.write(`${cells.join('\t')}\n`)
}
