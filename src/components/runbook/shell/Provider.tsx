import Head from '@docusaurus/Head'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import {useEffect, useMemo, useState, useSyncExternalStore, type ReactNode} from 'react'
import type {RunbookPage} from '../../../model/page.ts'
import type {RunMode} from '../../../model/run.ts'
import {rememberedMode} from '../../../hooks/memory.ts'
import type {Runtime} from '../runtime/index.ts'
import {createPageView, PageContext, RuntimeContext} from './page.ts'
import NotLoaded from './NotLoaded.tsx'
import {whenResting} from './touch.ts'

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
  const mode = useMode(runtime)

  useEffect(() => {
    let current: Runtime | null = null
    let gone = false
    const load = async () => {
      const {createRuntime} = await import('../runtime/index.ts')
      const loaded = await createRuntime({page, customFields: siteConfig.customFields ?? {}})
      if (gone) loaded.dispose()
      else {
        current = loaded
        setRuntime(loaded)
      }
    }
    const cancel = whenResting(() => {
      load().catch((error: unknown) => {
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
        {mode === 'practice' && (
          <Head>
            <html lang={view.locale} data-tenant="practice" />
          </Head>
        )}
        {failed && <NotLoaded />}
        {children}
      </RuntimeContext>
    </PageContext>
  )
}

/** The mode of the run; until that is known, the one this browser last chose, and practice in the served page. */
function useMode(runtime: Runtime | null): RunMode {
  return useSyncExternalStore(
    runtime?.controller.subscribe ?? never,
    () => runtime?.controller.getSnapshot().session.mode ?? rememberedMode(),
    () => 'practice',
  )
}

function never(): () => void {
  return () => undefined
}
