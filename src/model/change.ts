// A change of the tenant as a step declares it: what is read before and after, the properties it sets, its one request.
import type {GraphRead, ReadRef, TextKey} from './action.ts'

/**
 * A value that a change finds or sets; a list is of ids. `null`: Graph gave none, so nothing is known and nothing is
 * sent.
 */
export type ChangeValue = string | number | boolean | null | readonly string[]

/** Values by the id of their property, condition or carried value. */
export type ChangeValues = Readonly<Record<string, ChangeValue>>

/** One property that a change sets. */
export interface ChangeProperty {
  readonly id: string
  /** Its name in the table of differences. */
  readonly label: TextKey
  /** JMESPath over the answer of the read. */
  readonly value: string
  readonly wanted: string | number | boolean
  /** What `value` gives where Graph has none. It is never sent, so a change from there has no undo. */
  readonly none?: string
  /** Its place in the body that is sent: names joined by dots, `features.blockSoftMatchEnabled`. */
  readonly at: string
  /** Words for a value, by the value as text (`true`); a value without words is shown as it is. */
  readonly words: Readonly<Record<string, TextKey>>
}

/** What has to hold before anything is sent. */
export interface ChangeCondition {
  readonly id: string
  /** JMESPath over the answer of the read, `true` or `false`; may hold `{account}`, the object id of who is signed in. */
  readonly when: string
  /** What is lacking where it is false, as a sentence. */
  readonly says: TextKey
}

/** A value of the read that only the undo sends. */
export interface CarriedValue {
  readonly id: string
  /** JMESPath over the answer of the read: a list of ids. */
  readonly value: string
}

/**
 * A body as it is written in the action file. A text that is nothing but a placeholder, `"{licence}"`, stands for the
 * value of an input, of a carried value, or for the secret.
 */
export type BodyTemplate =
  string | number | boolean | readonly BodyTemplate[] | {readonly [name: string]: BodyTemplate}

/** The operation that Graph goes on with after it accepted a request, and where its end is read. */
export interface FollowedOperation {
  /** `/v1.0/users/{key}/authentication/operations/{operation}` */
  readonly path: string
  readonly scopes: readonly string[]
  readonly source: string
}

/** The `GET` that says how things stand, before a change and after it. */
export type ChangeRead = Pick<GraphRead, 'id' | 'path' | 'select' | 'scopes' | 'source'>

/** How a change is confirmed: a second press in its place, a dialog, or the name of the object typed into that dialog. */
export type Confirmation = 'inline' | 'dialog' | 'typed'

/**
 * A change, sent in one request. `PATCH`: only properties that differ are sent, and undone with the values from before.
 * `POST`: the body is written out; it has one property, or with `follow` none.
 */
export interface Change {
  readonly read: ChangeRead
  /** JMESPath over the answer of the read: the id, a GUID, that `{key}` in the path stands for. */
  readonly key: string
  /** What has to hold before anything is sent; none of it is changed. */
  readonly requires: readonly ChangeCondition[]
  readonly properties: readonly ChangeProperty[]
  readonly carries: readonly CarriedValue[]
  readonly method: 'PATCH' | 'POST'
  /** `/v1.0/directory/onPremisesSynchronization/{key}` */
  readonly path: string
  /** Of a `POST`. */
  readonly body?: BodyTemplate
  /** Of the `POST` to the same path that undoes. */
  readonly undoBody?: BodyTemplate
  /** Name of the placeholder in `body` for a password that the page makes up, shows once and keeps nowhere. */
  readonly secret?: string
  /** Graph only accepts the request and goes on with it by itself. */
  readonly follow?: FollowedOperation
  /** Delegated scopes that the request needs; the read has its own. */
  readonly scopes: readonly string[]
  readonly source: string
  /** What is changed, whose name is shown before and typed where `confirm` is `typed`. */
  readonly object: 'tenant' | 'user'
  /** JMESPath over the answer of the read: the name of a `user`. Absent: the tenant's. */
  readonly name?: string
  readonly confirm: Confirmation
  /** Whom the change reaches, as a sentence. */
  readonly reach: TextKey
  /** The read that counts them; absent: Graph has no count. It never decides whether a change may be sent. */
  readonly affects?: ReadRef
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
