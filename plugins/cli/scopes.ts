import {loadRunbooks} from '../docusaurus-plugin-runbook/load.ts'
import {formatMessages} from '../runbook/index.ts'
import type {Run} from './command.ts'
import {siteFolder} from './files.ts'
import {UsageError} from './usage-error.ts'

/** `passerelle scopes RUNBOOK`: a line for each step, press, phase and scope with its calls, tab separated. */
export const scopes: Run = async ({paths}) => {
  const [runbook, ...more] = paths
  if (runbook === undefined || more.length > 0)
    throw new UsageError('Missing RUNBOOK: one id, as `runbook:` gives it')
  const pages = loadRunbooks(siteFolder())
  const broken = pages.filter(page => page.model === null).flatMap(page => page.diagnostics)
  const found = pages.find(page => page.model?.runbook === runbook)?.model
  if (found === undefined || found === null) {
    if (broken.length > 0) process.stderr.write(`${formatMessages(broken)}\n`)
    const known = pages.flatMap(page => page.model?.runbook ?? []).join(', ')
    throw new UsageError(`Unexpected runbook \`${runbook}\`, expected one of ${known}`)
  }
  const number = new Map(found.steps.map(step => [step.id, step.number]))
  for (const {step, press, phase, scope, calls} of found.scopes) {
    process.stdout.write(
      `${[number.get(step) ?? '', step, press, phase, scope, calls.join(', ')].join('\t')}\n`,
    )
  }
  return 0
}
