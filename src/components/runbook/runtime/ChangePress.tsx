import KeyRound from 'lucide-static/icons/key-round.svg'
import LogIn from 'lucide-static/icons/log-in.svg'
import Play from 'lucide-static/icons/play.svg'
import RefreshCw from 'lucide-static/icons/refresh-cw.svg'
import Undo from 'lucide-static/icons/undo-2.svg'
import {use, useRef, useState, type ComponentProps, type ReactNode} from 'react'
import type {CardState, LiveStep} from '../../../engine/index.ts'
import {withInputs} from '../../../engine/inputs.ts'
import {isInTheAir} from '../../../engine/live.ts'
import type {BoundStep} from '../../../model/action.ts'
import type {Change} from '../../../model/change.ts'
import {sourceLocale} from '../../../model/locale.ts'
import Button, {type ButtonKind} from '../../Button/index.tsx'
import type {IconShape} from '../../Icon/index.tsx'
import {fill} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import ChangeDialog, {confirmLabel} from './ChangeDialog.tsx'
import Late from './Late.tsx'
import {AskWindow} from './lazyForms.ts'
import {focusByKey, useReturnedFocus} from './useKeptFocus.ts'
import {cardOf, useRuntime, type RuntimeView} from './useRuntime.ts'
import styles from './controls.module.css'

type Asked = 'look' | 'run' | 'undo'

const runs: ReadonlySet<string> = new Set(['unread', 'ready', 'undone', 'operation-failed'])
const unsettled: ReadonlySet<string> = new Set(['sent-unknown', 'accepted'])
const settled: ReadonlySet<string> = new Set(['already', 'done', 'lacking'])

/** The buttons of a change: its effect, its undo, and the look at how things stand. Nothing is sent before a confirmation. */
export default function ChangePress({
  step,
  change: compiled,
}: {
  readonly step: BoundStep
  readonly change: Change
}): ReactNode {
  const view = useRuntime()
  const {run, text, controller, locale} = view
  const change = withInputs(step, run.state.inputs).change ?? compiled
  const {change: words} = use(loadLaterWords(locale))
  const [asked, setAsked] = useState<Asked>('run')
  const card = cardOf(run, step)
  const {live, change: known} = card
  if (known === null) return null
  const {outcome, undo} = known
  const busy = live !== null && isInTheAir(live)
  const sends = live !== null && 'problem' in live && live.press === 'send'
  const proposal = live?.phase === 'confirming' ? live.proposal : null
  const inline = proposal !== null && change.confirm === 'inline' ? proposal : null
  const told = isTold(change, view)
  // Nobody can tell whether such a request took effect: only the person can decide to send another.
  const repeats = change.follow !== undefined && unsettled.has(outcome.id)
  const mayChange = told && (runs.has(outcome.id) || repeats || sends || (busy && asked === 'run'))
  const begun: Asked = asked === 'run' && !mayChange ? 'look' : asked
  const keys = {run: `${step.id}.change`, undo: `${step.id}.undo`, look: `${step.id}.look`}
  const label = text(change.says.run).text
  const undoLabel = text(change.says.undo ?? change.says.run).text
  const begin = (which: Asked) => {
    setAsked(which)
    if (which === 'look') void controller.lookAtChange(step.id)
    else void controller.proposeChange(step.id, which === 'undo')
  }
  const leaveTo = (which: Asked) => focusByKey(keys[which])
  const asking = (which: Asked, icon: IconShape, own: string) =>
    labelOf(view, {live, own, icon, mine: begun === which})
  const confirms = {
    onClick: (event: {readonly detail: number}) => {
      // The second half of a double click is no second press.
      if (event.detail < 2) void controller.confirmChange(step.id)
    },
    onKeyDown: (event: {readonly key: string}) => {
      if (event.key === 'Escape') controller.cancelChange(step.id)
    },
  }
  const main = sends
    ? {...grantLabel(view, live, words.grant), act: {onClick: () => void controller.confirmChange(step.id)}}
    : inline && !inline.undo
      ? {text: confirmLabel(view, words, {label, change, proposal: inline}), icon: Play, act: confirms}
      : {...asking('run', Play, label), act: {onClick: () => begin('run')}}
  const second =
    inline?.undo === true
      ? {
          text: confirmLabel(view, words, {label: undoLabel, change, proposal: inline}),
          icon: Undo,
          act: confirms,
        }
      : {...asking('undo', Undo, undoLabel), act: {onClick: () => begin('undo')}}
  const looking = asking('look', RefreshCw, outcome.id === 'unread' ? words.lookFirst : words.look)
  return (
    <>
      {mayChange && (
        <ChangeButton
          kind="primary"
          icon={main.icon}
          off={busy}
          focusKey={keys.run}
          heir={keys.look}
          {...main.act}
        >
          {main.text}
        </ChangeButton>
      )}
      {((undo !== null && !sends) || (busy && asked === 'undo')) && (
        <ChangeButton icon={second.icon} off={busy} focusKey={keys.undo} heir={keys.look} {...second.act}>
          {second.text}
        </ChangeButton>
      )}
      <ChangeButton
        kind={mayChange || settled.has(outcome.id) ? 'secondary' : 'primary'}
        icon={looking.icon}
        off={busy}
        focusKey={keys.look}
        heir={keys.look}
        onClick={() => begin('look')}
      >
        {looking.text}
      </ChangeButton>
      {(inline !== null || sends) && (
        <Button
          kind="quiet"
          onClick={() => {
            leaveTo(inline?.undo === true ? 'undo' : 'run')
            controller.cancelChange(step.id)
          }}
          onKeyDown={confirms.onKeyDown}
        >
          {words.cancel}
        </Button>
      )}
      {busy && (
        <Button
          kind="quiet"
          onClick={() => {
            // This button goes away with the wait.
            leaveTo('look')
            controller.stop(step.id)
          }}
        >
          {words.stop}
        </Button>
      )}
      {!told && <span className={styles['hint']}>{words.untranslated}</span>}
      <Hint live={live} change={change} inline={inline !== null} sends={sends} />
      {live !== null && run.session.mode === 'graph' && asksWindow(live) && (
        <Late>
          <AskWindow step={step.id} focusKey={keys.look} />
        </Late>
      )}
      {proposal !== null && change.confirm !== 'inline' && (
        <ChangeDialog
          step={step}
          change={change}
          proposal={proposal}
          changedSince={proposal.undo && undo?.changedSince === true}
          repeats={repeats}
          back={proposal.undo ? keys.undo : keys.run}
        />
      )}
      {inline !== null && inline.undo && undo?.changedSince === true && (
        <span className={styles['hint']}>{words.again}</span>
      )}
    </>
  )
}

/** A person is asked and told in their own language what is changed, or not asked at all. */
function isTold({says, reach, requires, properties}: Change, {page, locale}: RuntimeView): boolean {
  const keys = [
    ...Object.values(says),
    reach,
    ...requires.map(condition => condition.says),
    ...properties.flatMap(({label, words}) => [label, ...Object.values(words)]),
  ]
  return locale === sourceLocale || keys.every(key => Object.hasOwn(page.catalogue.texts, key))
}

/** A button that gives its focus to its heir where it goes away. */
function ChangeButton({
  focusKey,
  heir,
  ...rest
}: {
  readonly focusKey: string
  readonly heir: string
  readonly kind?: ButtonKind
  readonly icon: IconShape
} & Omit<ComponentProps<typeof Button>, 'ref'>): ReactNode {
  const {controller} = useRuntime()
  const self = useRef<HTMLButtonElement>(null)
  useReturnedFocus(self, heir)
  return (
    <Button
      ref={self}
      data-focus-key={focusKey}
      onPointerEnter={controller.prepare}
      onPointerDown={controller.prepare}
      onFocus={controller.prepare}
      {...rest}
    />
  )
}

/** What the next press of a button does: where somebody has to sign in or to grant the read, that. */
function labelOf(
  {run, say}: ReturnType<typeof useRuntime>,
  {
    live,
    own,
    icon,
    mine,
  }: {
    readonly live: LiveStep | null
    readonly own: string
    readonly icon: IconShape
    /** It is the one that was pressed. */
    readonly mine: boolean
  },
): {readonly text: string; readonly icon: IconShape} {
  const named = (label: string) =>
    run.session.mode === 'practice' ? fill(say.card.practiceSuffix, {label}) : label
  if (mine && live?.phase === 'consent-required') return {text: named(say.card.grant), icon: KeyRound}
  if (mine && live?.phase === 'sign-in-required') return {text: named(say.bar.signIn), icon: LogIn}
  return {text: own, icon: run.session.account === null ? LogIn : icon}
}

function grantLabel(
  {run, say}: ReturnType<typeof useRuntime>,
  live: LiveStep,
  grant: string,
): {readonly text: string; readonly icon: IconShape} {
  const consents = live.phase === 'consent-required'
  const label = consents ? grant : say.bar.signIn
  const practice = run.session.mode === 'practice'
  return {
    text: practice ? fill(say.card.practiceSuffix, {label}) : label,
    icon: consents ? KeyRound : LogIn,
  }
}

function Hint({
  live,
  change,
  inline,
  sends,
}: {
  readonly live: CardState['live']
  readonly change: Change
  readonly inline: boolean
  readonly sends: boolean
}): ReactNode {
  const {run, say, locale} = useRuntime()
  const {change: words} = use(loadLaterWords(locale))
  const practice = run.session.mode === 'practice'
  const says = () => {
    if (inline) return words.escape
    if (sends) {
      const scopes = new Intl.ListFormat(locale).format(change.scopes)
      return fill(practice ? words.grantPractice : words.grantHint, {scopes})
    }
    if (live?.phase === 'preparing') return say.card.loading
    if (live?.phase === 'press-again') return say.card.ready
    if (live !== null && 'problem' in live) return practice ? say.card.signInPractice : say.card.signInFirst
    return null
  }
  const text = says()
  return text !== null && <span className={styles['hint']}>{text}</span>
}

function asksWindow({phase}: LiveStep): boolean {
  return phase === 'signing-in' || phase === 'consenting'
}
