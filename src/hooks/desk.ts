// Where the practice tenant asks the person in front of the page: its sign-in and its portal page are dialogs in the page.
import type {PracticeUi, SignInDecision, SignInPage} from '../practice/index.ts'

/** What the desk shows now. The same object until something changes. */
export interface DeskView {
  /** A sign-in or a consent that waits for a decision. */
  readonly asking: SignInPage | null
  /** The imitation of the portal page: the step it was opened from, and the real address as text. */
  readonly portal: {readonly step: string; readonly address: string} | null
}

/** The desk of one page. */
export interface Desk extends PracticeUi {
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => DeskView
  readonly decide: (decision: SignInDecision) => void
  readonly openPortal: (portal: NonNullable<DeskView['portal']>) => void
  readonly closePortal: () => void
}

/** A desk with nothing on it. */
export function createDesk(): Desk {
  const listeners = new Set<() => void>()
  let view: DeskView = {asking: null, portal: null}
  let answer: ((decision: SignInDecision) => void) | null = null
  const show = (next: Partial<DeskView>) => {
    view = {...view, ...next}
    listeners.forEach(listener => listener())
  }
  const decide = (decision: SignInDecision) => {
    const waiting = answer
    answer = null
    show({asking: null})
    waiting?.(decision)
  }
  return {
    subscribe: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getSnapshot: () => view,
    decide,
    openPortal: portal => show({portal}),
    closePortal: () => show({portal: null}),
    ask: (page, signal) =>
      new Promise(resolve => {
        const cancel = () => decide({kind: 'cancel'})
        if (signal.aborted) {
          resolve({kind: 'cancel'})
          return
        }
        // A second question replaces the first as a cancelled one: only one dialog is ever open.
        if (answer !== null) cancel()
        signal.addEventListener('abort', cancel, {once: true})
        answer = decision => {
          signal.removeEventListener('abort', cancel)
          resolve(decision)
        }
        show({asking: page})
      }),
  }
}
