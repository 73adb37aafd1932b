import KeyRound from 'lucide-static/icons/key-round.svg'
import {use, useEffect, useEffectEvent, useId, useRef, useState, type ReactNode} from 'react'
import type {BoundStep} from '../../../model/action.ts'
import Button from '../../Button/index.tsx'
import {fill} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import Line from './Line.tsx'
import {focusByKey} from './useKeptFocus.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './change.module.css'

/**
 * A password that the page made up, as long as nobody took it away: on the screen and in the page's memory, nowhere
 * else. No field holds it: what stands in a field may be kept by the browser.
 */
export default function SecretPanel({
  step,
  secret,
  doubt,
}: {
  readonly step: BoundStep
  readonly secret: string
  /** Whether it was set is not clear, or not likely. */
  readonly doubt: 'unclear' | 'failed' | null
}): ReactNode {
  const {controller, locale, announce, say} = useRuntime()
  const {secret: words} = use(loadLaterWords(locale))
  const id = useId()
  const shown = useRef<HTMLElement>(null)
  const [copied, setCopied] = useState<boolean | null>(null)
  // Only that it is there: nobody nearby is to hear it.
  const appear = useEffectEvent(() => announce(fill(words.shown, {number: step.number})))
  useEffect(() => appear(), [])
  useAskBeforeLeaving()
  const copy = async () => {
    const done = await toClipboard(secret)
    setCopied(done)
    if (!done) select(shown.current)
    announce(done ? say.announceAlso.copied : words.byHand, {assertive: !done})
  }
  const away = () => {
    controller.dismissSecret(step.id)
    announce(words.taken)
    // This button goes away with what it stands for.
    focusByKey(`${step.id}.look`)
  }
  return (
    <div role="group" aria-labelledby={id} data-print="off">
      <Line icon={KeyRound} tone="need">
        <p id={id}>
          <strong>{words.title}</strong>
        </p>
        <p>{words.says}</p>
        {doubt !== null && <p>{words[doubt]}</p>}
        <p>
          <span className="sr-only">{words.password} </span>
          <code ref={shown} className={styles['secret']} lang="en" translate="no">
            {secret}
          </code>
        </p>
        <p className={styles['ask']}>
          <Button dense onClick={() => void copy()}>
            {copied === true ? say.output.copied : words.copy}
          </Button>
          <Button dense onClick={away}>
            {words.away}
          </Button>
        </p>
        <p>{copied === false ? words.byHand : words.clipboard}</p>
      </Line>
    </div>
  )
}

/** The page asks before it is left: nothing can show the password again. */
function useAskBeforeLeaving(): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
}

function select(element: HTMLElement | null): void {
  if (element) window.getSelection()?.selectAllChildren(element)
}

/** False where the browser refuses, or has no clipboard for pages like this one. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
