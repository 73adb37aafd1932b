import {useEffect, useState} from 'react'

const prefix = 'passerelle.typed.'

/**
 * A text that is being typed. It stands in this tab's storage as long as its field does, so that it is there again where
 * the page was left for a sign-in.
 */
export function useTyped(name: string, recorded: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => kept(name) ?? recorded)
  // Not run where the page itself goes.
  useEffect(() => () => keep(name, null), [name])
  const type = (next: string) => {
    setText(next)
    keep(name, next)
  }
  return [text, type]
}

function kept(name: string): string | null {
  try {
    return sessionStorage.getItem(prefix + name)
  } catch {
    return null
  }
}

function keep(name: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(prefix + name)
    else sessionStorage.setItem(prefix + name, text)
  } catch {
    // Storage is off: what is typed lasts as long as the page.
  }
}
