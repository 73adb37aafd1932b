import Head from '@docusaurus/Head'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import {useEffect, useMemo, useState, type ReactNode} from 'react'
import type {RunbookPage} from '../../../model/page.ts'
import {rememberedMode} from '../../../hooks/memory.ts'
import type {Runtime} from '../runtime/index.ts'
import {createPageView, PageContext, RuntimeContext} from './page.ts'
import NotLoaded from './NotLoaded.tsx'

/** Makes a page a runbook's: gives its parts the compiled page, and loads the interactive ones when the browser rests. */
export default function RunbookProvider({
  page,
  children,
}: {
  readonly page: RunbookPage
  readonly children: ReactNode
}): ReactNode {
  const view = useMemo(() => createPageView(page), [page])
  const {siteConfig} = useDocusaurusContext()
  const [runtime, setRuntime] = useState<Runtime | null>(null)
  const [failed, setFailed] = useState(false)
  const [practice, setPractice] = useState(true)

  useEffect(() => {
    let current: Runtime | null = null
    let gone = false
    const frame = (loaded: Runtime) => setPractice(loaded.mode() === 'practice')
    setPractice(rememberedMode() === 'practice')
    const cancel = whenResting(() => {
      import('../runtime/index.ts')
        .then(({createRuntime}) => createRuntime({page, customFields: siteConfig.customFields ?? {}}))
        .then(loaded => {
          if (gone) return loaded.dispose()
          current = loaded
          loaded.onMode(() => frame(loaded))
          frame(loaded)
          setRuntime(loaded)
        })
        .catch((error: unknown) => {
          console.error(error)
          if (!gone) setFailed(true)
        })
    })
    return () => {
      gone = true
      cancel()
      current?.dispose()
      setRuntime(null)
    }
  }, [page, siteConfig])

  return (
    <PageContext value={view}>
      <RuntimeContext value={runtime}>
        {practice && (
          <Head>
            <html data-tenant="practice" />
          </Head>
        )}
        {failed && <NotLoaded />}
        {children}
      </RuntimeContext>
    </PageContext>
  )
}

const touches = ['pointerdown', 'pointerover', 'focusin', 'keydown'] as const

/** Calls `start` once: when the browser is idle, or at the first touch of pointer, focus or key. */
function whenResting(start: () => void): () => void {
  let idle = 0
  const once = () => {
    cancel()
    start()
  }
  const cancel = () => {
    for (const touch of touches) window.removeEventListener(touch, once)
    if ('cancelIdleCallback' in window) window.cancelIdleCallback(idle)
    else clearTimeout(idle)
  }
  for (const touch of touches) window.addEventListener(touch, once, {passive: true})
  // Safari has no idle callback.
  idle =
    'requestIdleCallback' in window
      ? window.requestIdleCallback(once, {timeout: 3000})
      : (setTimeout(once, 300) as unknown as number)
  return cancel
}
