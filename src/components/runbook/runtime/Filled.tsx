import {Fragment, type ReactNode} from 'react'
import type {LocaleTag} from '../../../model/locale.ts'

/** A text whose `{name}` placeholders become elements: code, or words of another language. */
export default function Filled({
  text,
  values,
}: {
  readonly text: string
  readonly values: Readonly<Record<string, ReactNode>>
}): ReactNode {
  return text.split(/(\{\w+\})/).map((piece, index) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1]
    return <Fragment key={index}>{name === undefined ? piece : (values[name] ?? piece)}</Fragment>
  })
}

/** Values as the locale lists them, each as an element. */
export function Listed({
  of: values,
  locale,
  each,
}: {
  readonly of: readonly string[]
  readonly locale: LocaleTag
  readonly each: (value: string, index: number) => ReactNode
}): ReactNode {
  let index = -1
  return new Intl.ListFormat(locale).formatToParts(values).map(({type, value}, at) => {
    if (type === 'element') index += 1
    return <Fragment key={at}>{type === 'element' ? each(value, index) : value}</Fragment>
  })
}

/** Names that are English in every language, as code: scopes, fields of an output. */
export function Names({of: names, locale}: {readonly of: readonly string[]; readonly locale: LocaleTag}) {
  return <Listed of={names} locale={locale} each={name => <code lang="en">{name}</code>} />
}
