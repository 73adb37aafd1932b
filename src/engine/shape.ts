// Narrow guards for text that comes from outside: each gives a fresh value with the named fields only.

import {isTime} from '../model/output.ts'
import {toIso} from './time.ts'

/** A value of a type, copied out of an unknown one; throws `ShapeError` where it is not of that type. */
export type Shape<T> = (value: unknown) => T

/** What a value is not. Only caught, never shown. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError'
}

/** A string, at most so long. */
export function text(longest: number): Shape<string> {
  return value => (typeof value === 'string' && value.length <= longest ? value : refuse('text'))
}

/** A date and time with its offset, as UTC. */
export const time: Shape<string> = value => (isTime(value) ? toIso(Date.parse(value)) : refuse('time'))

/** A GUID as Entra writes it. */
export const guid: Shape<string> = value =>
  typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)
    ? value
    : refuse('guid')

/** A whole number between two bounds. */
export function whole(least: number, most: number): Shape<number> {
  return value =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : refuse('whole')
}

/** True or false. */
export const flag: Shape<boolean> = value => (typeof value === 'boolean' ? value : refuse('flag'))

/** A finite number. */
export const finite: Shape<number> = value =>
  typeof value === 'number' && Number.isFinite(value) ? value : refuse('finite')

/** One of these words. */
export function word<const T extends string | number>(...words: readonly T[]): Shape<T> {
  return value => words.find(candidate => candidate === value) ?? refuse('word')
}

/** A value or null. */
export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return value => (value === null ? null : shape(value))
}

/** The first shape that fits. */
export function either<T, U>(first: Shape<T>, second: Shape<U>): Shape<T | U> {
  return value => {
    try {
      return first(value)
    } catch {
      return second(value)
    }
  }
}

/** A list, at most so long. */
export function list<T>(shape: Shape<T>, longest: number): Shape<readonly T[]> {
  return value =>
    Array.isArray(value) && value.length <= longest ? value.map(entry => shape(entry)) : refuse('list')
}

/** A map from names to values, with at most so many. */
export function map<T>(shape: Shape<T>, most: number): Shape<Readonly<Record<string, T>>> {
  return value => {
    const entries = Object.entries(object(value))
    if (entries.length > most) return refuse('map')
    return Object.fromEntries(entries.map(([key, entry]) => [text(200)(key), shape(entry)]))
  }
}

/** An object with exactly these fields; others are dropped. */
export function fields<T extends object>(shapes: {readonly [K in keyof T]-?: Shape<T[K]>}): Shape<T> {
  return value => {
    const from = object(value)
    const entries: [string, Shape<unknown>][] = Object.entries(shapes)
    return Object.fromEntries(entries.map(([name, shape]) => [name, shape(from[name])])) as T
  }
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('object')
  return value as Readonly<Record<string, unknown>>
}

function refuse(what: string): never {
  throw new ShapeError(what)
}
