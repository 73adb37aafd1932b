// The interactive parts of a runbook's page: one chunk, loaded when the browser rests or at the first touch.
import type {RunController} from '../../../engine/index.ts'
import {openRun, remember} from '../../../hooks/memory.ts'
import {stageRun, type Stage} from '../../../hooks/stage.ts'
import {readSite} from '../../../hooks/site.ts'
import type {RunbookPage} from '../../../model/page.ts'
import {createPageView} from '../shell/page.ts'
import type {Parts} from '../shell/Slot.tsx'
import {whenTouched} from '../shell/touch.ts'
import {loadWords, type Words} from '../words/index.ts'
import Actions from './Actions.tsx'
import Answer from './Answer.tsx'
import Bar from './Bar.tsx'
import Calls from './Calls.tsx'
import {CopyCommand} from './CopyButton.tsx'
import PartCount from './Counts.tsx'
import DoneTick from './DoneTick.tsx'
import {keepDraft} from './draft.ts'
import Fold from './Fold.tsx'
import {followFocus} from './followFocus.ts'
import {keepInView} from './keepInView.ts'
import {loadAnnouncer, loadForms} from './lazyForms.ts'
import Foot from './Foot.tsx'
import Paper from './Paper.tsx'
import Record from './Record.tsx'
import Result from './Result.tsx'
import SheetBlanks from './SheetBlanks.tsx'
import {createSpeaker} from './speaker.ts'
import {RailState, StateChip, StateMarker} from './StateParts.tsx'
import Strip from './Strip.tsx'

/** The loaded parts with the run they show. */
export interface Runtime {
  readonly parts: Parts
  readonly controller: RunController
  readonly stage: Stage
  readonly say: Words
  readonly announce: (text: string, options?: {readonly assertive: boolean}) => void
  readonly dispose: () => void
}

const parts: Parts = {
  Bar,
  Strip,
  Actions,
  Calls,
  Record,
  Sheet: SheetBlanks,
  Answer,
  PartCount,
  RailState,
  Fold,
  Marker: StateMarker,
  Chip: StateChip,
  Tick: DoneTick,
  Result,
  Foot,
  Copy: CopyCommand,
  Paper,
}

/** The interactive parts of a page, its run opened where this browser left it. */
export async function createRuntime({
  page,
  customFields,
}: {
  readonly page: RunbookPage
  readonly customFields: Readonly<Record<string, unknown>>
}): Promise<Runtime> {
  const say = await loadWords(page.catalogue.locale)
  const {controller, stage, resume} = stageRun(page, readSite(customFields))
  const view = {...createPageView(page), say}
  const speaker = createSpeaker({polite: region('polite'), assertive: region('assertive'), after})
  // What is folded belongs to the run that was found open, not to the next one.
  let shown: string | null = null
  const stops = [
    controller.onAnnounce(announcement => {
      loadAnnouncer(view).then(
        describe => speaker.say(describe(announcement), {assertive: announcement.assertive}),
        // Not fetched: what the card shows has to do.
        () => undefined,
      )
    }),
    controller.subscribe(() => {
      const id = controller.getSnapshot().record?.id ?? null
      if (id !== shown) stage.folds.set([])
      shown = id
      remember(openRun(page.model.runbook), id)
    }),
    announceConnection(say, text => speaker.say(text)),
    followFocus(page.model.steps.map(({id}) => id)),
    keepInView(),
    whenTouched(controller.prepareActs),
  ]
  await resume()
  await keepDraft(controller)
  if (controller.getSnapshot().record !== null) {
    const {foldable} = await loadForms().catch(() => ({foldable: () => []}))
    // The step that the address names stays in sight.
    const named = window.location.hash.slice(1)
    stage.folds.set(foldable(page.model, controller.getSnapshot()).filter(steps => !steps.includes(named)))
  }
  return {
    parts,
    controller,
    stage,
    say,
    announce: speaker.say,
    dispose: () => {
      stops.forEach(stop => stop())
      speaker.dispose()
      controller.dispose()
    },
  }
}

function region(name: 'polite' | 'assertive'): {textContent: string | null} {
  return document.querySelector(`[data-live="${name}"]`) ?? document.createElement('div')
}

function after(milliseconds: number, act: () => void): () => void {
  const timer = setTimeout(act, milliseconds)
  return () => clearTimeout(timer)
}

function announceConnection({announceAlso}: Words, announce: (text: string) => void): () => void {
  const online = () => announce(announceAlso.online)
  const offline = () => announce(announceAlso.offline)
  window.addEventListener('online', online)
  window.addEventListener('offline', offline)
  return () => {
    window.removeEventListener('online', online)
    window.removeEventListener('offline', offline)
  }
}
