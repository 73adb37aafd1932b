import ChevronDown from 'lucide-static/icons/chevron-down.svg'
import FlaskConical from 'lucide-static/icons/flask-conical.svg'
import LogIn from 'lucide-static/icons/log-in.svg'
import LogOut from 'lucide-static/icons/log-out.svg'
import ScrollText from 'lucide-static/icons/scroll-text.svg'
import WifiOff from 'lucide-static/icons/wifi-off.svg'
import clsx from 'clsx'
import {
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
  type RefObject,
} from 'react'
import type {RunSnapshot} from '../../../engine/index.ts'
import Button from '../../Button/index.tsx'
import Icon from '../../Icon/index.tsx'
import {fill} from '../words/fill.ts'
import {shortId} from './describe.ts'
import {tellTime} from './format.ts'
import Late from './Late.tsx'
import LeaveDialog from './LeaveDialog.tsx'
import ModeSwitch from './ModeSwitch.tsx'
import PracticeDesk from './PracticeDesk.tsx'
import {AskWindow, BarProblem, BarTenant, OtherAccount, RecordDrawer} from './lazyForms.ts'
import {useArrival} from './useArrival.ts'
import {useRuntime} from './useRuntime.ts'
import {useOnline} from './useOnline.ts'
import styles from './bar.module.css'

/** The tenant bar: the mode first and always, then tenant, account and run. */
export default function Bar(): ReactNode {
  const {run, say, stage} = useRuntime()
  const [open, setOpen] = useState(false)
  const [recordOpen, setRecordOpen] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const desk = useSyncExternalStore(stage.desk.subscribe, stage.desk.getSnapshot)
  const online = useOnline()
  const id = useId()
  const section = useRef<HTMLElement>(null)
  useArrival()
  useCloseElsewhere(section, open, () => setOpen(false))
  const {session, problem, durable} = run
  const practice = session.mode === 'practice'
  return (
    <section
      ref={section}
      aria-label={say.bar.label}
      className={clsx(styles['bar'], session.conflict !== null && styles['conflict'])}
    >
      <div className={styles['brief']}>
        <span>{say.mode[session.mode]}</span>
        <Button
          kind="quiet"
          dense
          icon={ChevronDown}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {say.bar.more}
        </Button>
      </div>
      <div id={id} className={styles['all']} data-open={open}>
        <ModeSwitch />
        <Says />
        {(session.tenant !== null || session.conflict !== null || session.account !== null) && (
          <Late>
            <BarTenant />
          </Late>
        )}
        {practice && (
          <Button
            kind="quiet"
            dense
            icon={FlaskConical}
            data-focus-key="bar.scenario"
            onClick={() => setChoosing(true)}
          >
            {say.bar.situation}
          </Button>
        )}
        <SignInOut />
        {session.mode === 'graph' && isSignedIn(session) && (
          <Late>
            <OtherAccount />
          </Late>
        )}
        <span className={styles['recordButton']}>
          <Button kind="quiet" dense icon={ScrollText} onClick={() => setRecordOpen(true)}>
            {say.bar.record}
          </Button>
        </span>
      </div>
      {!online && (
        <p className={styles['message']}>
          <Icon of={WifiOff} /> {say.bar.offline}
        </p>
      )}
      {!durable && <p className={styles['message']}>{say.bar.storage}</p>}
      {session.mode === 'graph' && isAsking(run) && (
        <p className={styles['message']}>
          <Late>
            <AskWindow step={null} focusKey={isSignedIn(session) ? 'bar.otherAccount' : 'bar.signIn'} />
          </Late>
        </p>
      )}
      {problem !== null && (
        <p className={styles['message']}>
          <Late>
            <BarProblem problem={problem} />
          </Late>
        </p>
      )}
      {(desk.asking !== null || desk.portal !== null || choosing) && (
        <PracticeDesk view={desk} choosing={choosing} onChosen={() => setChoosing(false)} />
      )}
      {recordOpen && (
        <Late>
          <RecordDrawer onClose={() => setRecordOpen(false)} />
        </Late>
      )}
      <LeaveDialog />
    </section>
  )
}

/**
 * Closes what is open over the page at Escape, and once the person has gone on with the page: after the click and not
 * at its beginning, because the page moves when the bar closes, and the click would miss.
 */
function useCloseElsewhere(around: RefObject<HTMLElement | null>, open: boolean, close: () => void): void {
  const act = useEffectEvent((event: Event) => {
    const {target} = event
    if (!(target instanceof Element)) return
    // A dialog over the bar is left by the same key.
    // The path, because a press may have taken its own button away.
    const isInside = around.current !== null && event.composedPath().includes(around.current)
    const escaped = event.type === 'keydown' && keyOf(event) === 'Escape' && !target.closest('dialog')
    const gone = (event.type === 'click' || keyOf(event) === 'Tab') && !isInside
    if (escaped || gone) close()
  })
  useEffect(() => {
    if (!open) return
    const kinds = ['click', 'keydown', 'keyup'] as const
    for (const kind of kinds) document.addEventListener(kind, act)
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, act)
    }
  }, [open])
}

function keyOf(event: Event): string | null {
  return event instanceof KeyboardEvent ? event.key : null
}

/** What the mode means, and which run is open. */
function Says(): ReactNode {
  const {run, say, locale, stage} = useRuntime()
  const {record, state, session} = run
  const says = {
    practice: say.bar.nothingLeaves,
    unsigned: say.bar.unsigned,
    graph: stage.graphConfigured ? say.bar.signedOut : say.bar.noClient,
  }[session.mode]
  return (
    <span className={styles['says']}>
      {(session.mode !== 'graph' || session.account === null || !stage.graphConfigured) && says}
      {record !== null && (
        <>
          {' '}
          {fill(say.bar.run, {
            id: shortId(record.id),
            time: tellTime(state.started?.at ?? '', locale, say.found),
          })}
        </>
      )}
      {state.imported !== null && <> · {say.bar.imported}</>}
    </span>
  )
}

// Who the record last knew is not signed in: signing out there would open a window after waiting.
function isSignedIn({account, current}: RunSnapshot['session']): boolean {
  return account !== null && current
}

/** The bar itself is signing somebody in: neither a step nor the plan is. */
function isAsking({session, live, plan}: RunSnapshot): boolean {
  const isOther =
    plan.phase.id === 'signing-in' || Object.values(live).some(({phase}) => phase === 'signing-in')
  return session.signingIn && !isOther
}

function SignInOut(): ReactNode {
  const {run, say, controller, stage} = useRuntime()
  const {session} = run
  // Reaching the button loads the sign-in, which may find the account of before: the button that is pressed must be
  // the one that was reached.
  const [reached, setReached] = useState<'in' | 'out' | null>(null)
  if (session.mode === 'unsigned' || (session.mode === 'graph' && !stage.graphConfigured)) return null
  const now = isSignedIn(session) ? 'out' : 'in'
  const shown = reached ?? now
  const reach = () => {
    setReached(shown)
    controller.prepare()
  }
  const leave = () => setReached(null)
  const press = () => {
    leave()
    // Loading found the account of before: there is nobody to sign in any more.
    if (shown !== now) return
    void (shown === 'out' ? controller.signOut() : controller.signIn())
  }
  const signIn = session.mode === 'practice' ? say.bar.signInPractice : say.bar.signIn
  return (
    <Button
      kind="quiet"
      dense
      icon={shown === 'out' ? LogOut : LogIn}
      off={shown === 'in' && session.signingIn}
      data-focus-key={shown === 'out' ? 'bar.signOut' : 'bar.signIn'}
      onPointerEnter={reach}
      onPointerDown={reach}
      onPointerLeave={({pointerType}) => pointerType === 'mouse' && leave()}
      onFocus={reach}
      onBlur={leave}
      onClick={press}
    >
      {shown === 'out' ? say.bar.signOut : signIn}
    </Button>
  )
}
