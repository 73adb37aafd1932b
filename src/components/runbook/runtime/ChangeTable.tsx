import clsx from 'clsx'
import {use, type ReactNode} from 'react'
import type {Change, ChangeProperty, ChangeValue, ChangeValues} from '../../../model/change.ts'
import Say from '../shell/Say.tsx'
import {loadLaterWords} from '../words/index.ts'
import {describeValue} from './describeChange.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './change.module.css'

/** One column of values; `values` null: not read yet. A property that is not in them is not touched. */
export interface ChangeColumn {
  readonly head: string
  readonly values: ChangeValues | null
}

/** What goes from what to what: a real table, in which a word says what differs between its first and last values. */
export default function ChangeTable({
  of: change,
  caption,
  columns,
}: {
  readonly of: Pick<Change, 'properties'>
  readonly caption: string
  readonly columns: readonly ChangeColumn[]
}): ReactNode {
  const {locale} = useRuntime()
  const {change: words} = use(loadLaterWords(locale))
  if (change.properties.length === 0) return null
  return (
    <table className={styles['table']}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.property}</th>
          {columns.map(({head}) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          <th scope="col">{words.difference}</th>
        </tr>
      </thead>
      <tbody>
        {change.properties.map(property => (
          <Row key={property.id} of={property} columns={columns} />
        ))}
      </tbody>
    </table>
  )
}

function Row({
  of: property,
  columns,
}: {
  readonly of: ChangeProperty
  readonly columns: readonly ChangeColumn[]
}): ReactNode {
  const {locale} = useRuntime()
  const {change: words} = use(loadLaterWords(locale))
  const known = columns.map(({values}) => (values === null ? null : (values[property.id] ?? null)))
  const [first = null] = known
  const last = known.at(-1) ?? null
  const unsure = first === null || last === null
  const changed = !unsure && first !== last
  return (
    <tr className={clsx(changed && styles['changed'])}>
      <th scope="row">
        <Say of={property.label} />
      </th>
      {columns.map(({head, values}, index) => (
        <td key={head} data-head={head} className={clsx(index > 0 && styles['value'])}>
          <Value of={property} value={values === null ? undefined : (values[property.id] ?? null)} />
        </td>
      ))}
      <td data-head={words.difference}>{unsure ? words.unsure : changed ? words.changed : words.same}</td>
    </tr>
  )
}

function Value({
  of: property,
  value,
}: {
  readonly of: ChangeProperty
  /** Undefined: not read yet. */
  readonly value: ChangeValue | undefined
}): ReactNode {
  const view = useRuntime()
  const later = use(loadLaterWords(view.locale))
  if (value === undefined) return later.change.notRead
  return describeValue(property, value, {...view, later})
}
