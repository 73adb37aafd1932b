// A change of the tenant as a step declares it: what is read before and after, the properties it sets, its one request.
import type {GraphRead, TextKey} from './action.ts'

/** A value that a change finds or sets. `null`: Graph gave none, so nothing is known and nothing is sent. */
export type ChangeValue = string | number | boolean | null

/** Values by the id of their property. */
export type ChangeValues = Readonly<Record<string, ChangeValue>>

/** One property that a change sets. */
export interface ChangeProperty {
  readonly id: string
  /** Its name in the table of differences. */
  readonly label: TextKey
  /** JMESPath over the answer of the read. */
  readonly value: string
  readonly wanted: string | number | boolean
  /** Its place in the body that is sent: names joined by dots, `features.blockSoftMatchEnabled`. */
  readonly at: string
  /** Words for a value, by the value as text (`true`); a value without words is shown as it is. */
  readonly words: Readonly<Record<string, TextKey>>
}

/** The `GET` that says how things stand, before a change and after it. */
export type ChangeRead = Pick<GraphRead, 'id' | 'path' | 'select' | 'scopes' | 'source'>

/** How a change is confirmed: a second press in its place, a dialog, or the name of the object typed into that dialog. */
export type Confirmation = 'inline' | 'dialog' | 'typed'

/** A change: only properties that differ are sent, in one request, and undone with the values from before. */
export interface Change {
  readonly read: ChangeRead
  /** JMESPath over the answer of the read: the id, a GUID, that `{key}` in the path stands for. */
  readonly key: string
  readonly properties: readonly ChangeProperty[]
  readonly method: 'PATCH'
  /** `/v1.0/directory/onPremisesSynchronization/{key}` */
  readonly path: string
  /** Delegated scopes that the request needs; the read has its own. */
  readonly scopes: readonly string[]
  readonly source: string
  /** What is changed, whose name is shown before and typed where `confirm` is `typed`. */
  readonly object: 'tenant'
  readonly confirm: Confirmation
  /** Whom the change reaches, as a sentence. */
  readonly reach: TextKey
  /** How long and how often to look for the effect, ISO 8601 durations. */
  readonly wait: {readonly total: string; readonly every: string}
  readonly says: {
    /** Label of the press that changes: its effect. */
    readonly run: TextKey
    /** What is true once it was seen. */
    readonly done: TextKey
    /** What is true where it was so before. */
    readonly already: TextKey
    /** Label of the press that undoes, and what is true once that was seen. Absent: it cannot be undone. */
    readonly undo?: TextKey
    readonly undone?: TextKey
  }
}
