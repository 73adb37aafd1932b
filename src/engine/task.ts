// What a press asks for: which scopes it needs, and what is done with the token.
import type {AuditEvidence, BoundStep, ReadPress} from '../model/action.ts'
import type {Change} from '../model/change.ts'
import {scopesOf} from './press-state.ts'
import type {Errand} from './errand.ts'
import type {Proposal} from './live.ts'

/** One thing to do at a step. */
export interface Task {
  readonly step: BoundStep
  /** Null: the search of the audit log. `change`: the reads of a change; `send`: its request. */
  readonly press: string | null
  readonly scopes: readonly string[]
  /** What the account may do has changed: a token that is kept does not say so. */
  readonly fresh?: true
  readonly perform: (errand: Errand) => Promise<void>
}

// JMESPath and the judgement are needed after the first token only: a page that is read does not load them.

/** The reads of one press. */
export function pressTask(step: BoundStep, press: ReadPress): Task {
  return {
    step,
    press: press.id,
    scopes: scopesOf(press.reads),
    perform: async errand => (await import('./read.ts')).readPress(errand, press),
  }
}

/** A press that reads the roles, with a new token, until a needed one is active. */
export function activatedTask(step: BoundStep, press: ReadPress): Task {
  return {
    ...pressTask(step, press),
    fresh: true,
    perform: async errand => (await import('./activation.ts')).awaitRole(errand, press),
  }
}

/** The search of the audit log. */
export function searchTask(step: BoundStep, evidence: AuditEvidence): Task {
  return {
    step,
    press: null,
    scopes: scopesOf([evidence.read]),
    perform: async errand => (await import('./search.ts')).searchAuditLog(errand, evidence),
  }
}

/** How the properties of a change stand; of one that Graph goes on with by itself, how far it is. */
export function lookTask(step: BoundStep, change: Change, isOpen = false): Task {
  return {
    step,
    press: 'change',
    scopes: unique([...change.read.scopes, ...(isOpen ? (change.follow?.scopes ?? []) : [])]),
    perform: async errand => (await import('./perform-change.ts')).lookAtChange(errand, change),
  }
}

/** The question whether to change, or to undo it. */
export function proposeTask(step: BoundStep, change: Change, undo: boolean): Task {
  return {
    ...lookTask(step, change),
    perform: async errand => (await import('./perform-change.ts')).proposeChange(errand, change, undo),
  }
}

/** The request that was confirmed. */
export function sendTask(step: BoundStep, change: Change, proposal: Proposal): Task {
  return {
    step,
    press: 'send',
    scopes: unique([...change.read.scopes, ...change.scopes, ...(change.follow?.scopes ?? [])]),
    perform: async errand =>
      (await import('./perform-change.ts')).sendChange(errand, change, proposal, {asked: errand.asked}),
  }
}

function unique(scopes: readonly string[]): readonly string[] {
  return [...new Set(scopes)]
}
