// After a role was activated in PIM: the roles read again until Graph shows one, because it lags behind.
import type {GraphRead, ReadPress} from '../model/action.ts'
import {toCall} from './call.ts'
import {scopesOf} from './press-state.ts'
import {check} from './check.ts'
import type {Errand} from './errand.ts'
import {own} from './own.ts'
import {problemOfAnswer} from './problem.ts'
import {accountOf, readPress} from './read.ts'
import {roleKindOf, rolesSeen} from './roles.ts'
import {stepOf} from './run.ts'

/** How long and how often to look for the role, milliseconds. */
export const activationWait = {total: 120_000, every: 5_000} as const

/**
 * Looks for a needed role among the active ones until it is there or the time is up, then reads the whole press once and
 * records it: looking leaves nothing in the record.
 */
export async function awaitRole(errand: Errand, press: ReadPress): Promise<void> {
  const {clock, step, options} = errand
  const until = clock.now() + activationWait.total
  const reads = press.reads.filter(read => roleKindOf(read) === 'active')
  let waited = false
  while ((await look(errand, reads)) === 'not-yet' && clock.now() + activationWait.every <= until) {
    errand.setLive(step.id, {phase: 'searching', press: press.id, until})
    await clock.wait(activationWait.every, options.signal)
    errand.setLive(step.id, {phase: 'running', press: press.id})
    waited = true
  }
  // A token that was issued before Entra knew of the role does not carry it, and would be kept for an hour.
  await readPress(waited ? {...errand, token: await freshToken(errand, press)} : errand, press)
  errand.announce(spoken(errand, press))
}

/** `no-answer`: there is nothing to wait for; the read of the press says what went wrong. */
async function look(
  errand: Errand,
  reads: readonly GraphRead[],
): Promise<'active' | 'not-yet' | 'no-answer'> {
  const {model, token, options, clock} = errand
  const calls = reads.map(read => toCall(read, {account: accountOf(errand)}))
  const answers = await errand.rim().runner.read(calls, token, options)
  const needed = model.needs.roles?.anyOf.map(({id}) => id) ?? []
  const seen = reads.flatMap((read, at) => {
    const answer = answers[at]
    if (!answer || problemOfAnswer(answer, read.scopes, token.scopes)) return []
    return [[check(read, answer, clock.now()).value ?? []].flat().map(String)]
  })
  if (seen.length === 0) return 'no-answer'
  return seen.flat().some(id => needed.includes(id)) ? 'active' : 'not-yet'
}

function freshToken({rim, options}: Errand, press: ReadPress) {
  return rim().tokens.token(scopesOf(press.reads), options.signal, undefined, {fresh: true})
}

function spoken({model, state, step}: Errand, press: ReadPress) {
  const seq = own(stepOf(state(), step.id).presses, press.id)?.seq
  const {active, until} = rolesSeen(model, state(), new Set(seq === undefined ? [] : [seq]))
  return active.length > 0
    ? ({id: 'role-active', until, assertive: false} as const)
    : ({id: 'role-not-yet', assertive: false} as const)
}
