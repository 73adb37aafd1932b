// Icon, tone and line of each state. Filled green is for what Graph read in this page load, and nothing else.
import BadgeCheck from 'lucide-static/icons/badge-check.svg'
import CircleCheck from 'lucide-static/icons/circle-check.svg'
import CircleDashed from 'lucide-static/icons/circle-dashed.svg'
import CircleEqual from 'lucide-static/icons/circle-equal.svg'
import CircleQuestionMark from 'lucide-static/icons/circle-question-mark.svg'
import CircleX from 'lucide-static/icons/circle-x.svg'
import ClipboardCheck from 'lucide-static/icons/clipboard-check.svg'
import ClipboardMinus from 'lucide-static/icons/clipboard-minus.svg'
import ClockAlert from 'lucide-static/icons/clock-alert.svg'
import EyeOff from 'lucide-static/icons/eye-off.svg'
import FileClock from 'lucide-static/icons/file-clock.svg'
import FileSearch from 'lucide-static/icons/file-search.svg'
import FileX from 'lucide-static/icons/file-x.svg'
import History from 'lucide-static/icons/history.svg'
import Hourglass from 'lucide-static/icons/hourglass.svg'
import KeyRound from 'lucide-static/icons/key-round.svg'
import LoaderCircle from 'lucide-static/icons/loader-circle.svg'
import LogIn from 'lucide-static/icons/log-in.svg'
import OctagonX from 'lucide-static/icons/octagon-x.svg'
import Play from 'lucide-static/icons/play.svg'
import RefreshCw from 'lucide-static/icons/refresh-cw.svg'
import SaveOff from 'lucide-static/icons/save-off.svg'
import SearchX from 'lucide-static/icons/search-x.svg'
import Signature from 'lucide-static/icons/signature.svg'
import Square from 'lucide-static/icons/square.svg'
import Undo from 'lucide-static/icons/undo-2.svg'
import Unplug from 'lucide-static/icons/unplug.svg'
import UserRoundCog from 'lucide-static/icons/user-round-cog.svg'
import type {CardId} from '../../../engine/index.ts'
import type {Fill, Tone} from '../../Chip/index.tsx'
import type {IconShape} from '../../Icon/index.tsx'

/** How a state is drawn, on the chip and on the marker alike. */
export interface Look {
  readonly icon: IconShape
  readonly tone: Tone
  readonly fill: Fill
}

/** The look of every state. */
export const looks: Readonly<Record<CardId, Look>> = {
  throttled: {icon: Hourglass, tone: 'accent', fill: 'soft'},
  running: {icon: LoaderCircle, tone: 'accent', fill: 'soft'},
  'sent-unknown': {icon: CircleQuestionMark, tone: 'bad', fill: 'dashed'},
  consent: {icon: KeyRound, tone: 'need', fill: 'soft'},
  failed: {icon: OctagonX, tone: 'bad', fill: 'filled'},
  stale: {icon: History, tone: 'need', fill: 'soft'},
  'could-not-check': {icon: EyeOff, tone: 'need', fill: 'soft'},
  'output-disagrees': {icon: OctagonX, tone: 'bad', fill: 'filled'},
  'not-as-required': {icon: CircleX, tone: 'need', fill: 'outline'},
  'role-eligible': {icon: UserRoundCog, tone: 'need', fill: 'soft'},
  'opposite-event': {icon: FileX, tone: 'need', fill: 'soft'},
  'evidence-found': {icon: FileSearch, tone: 'seen', fill: 'soft'},
  'confirmed-by-output': {icon: ClipboardCheck, tone: 'seen', fill: 'soft'},
  'read-verified': {icon: CircleCheck, tone: 'good', fill: 'filled'},
  'change-done': {icon: BadgeCheck, tone: 'good', fill: 'filled'},
  undone: {icon: Undo, tone: 'plain', fill: 'outline'},
  accepted: {icon: RefreshCw, tone: 'accent', fill: 'soft'},
  'already-so': {icon: CircleEqual, tone: 'good', fill: 'outline'},
  'ready-change': {icon: Play, tone: 'accent', fill: 'outline'},
  'not-read-since': {icon: History, tone: 'good', fill: 'outline'},
  reported: {icon: Signature, tone: 'hand', fill: 'dashed'},
  'marked-done': {icon: Signature, tone: 'hand', fill: 'dashed'},
  'earlier-event': {icon: FileClock, tone: 'plain', fill: 'outline'},
  'nothing-found': {icon: SearchX, tone: 'plain', fill: 'outline'},
  'ticked-not-saved': {icon: SaveOff, tone: 'hand', fill: 'dashed'},
  'output-inconclusive': {icon: ClipboardMinus, tone: 'need', fill: 'soft'},
  'output-too-old': {icon: ClockAlert, tone: 'plain', fill: 'outline'},
  'output-not-understood': {icon: CircleQuestionMark, tone: 'plain', fill: 'outline'},
  'to-tick': {icon: Square, tone: 'plain', fill: 'outline'},
  unsigned: {icon: Unplug, tone: 'plain', fill: 'outline'},
  'not-started': {icon: CircleDashed, tone: 'plain', fill: 'outline'},
  'sign-in': {icon: LogIn, tone: 'need', fill: 'soft'},
  'ready-portal': {icon: Play, tone: 'accent', fill: 'outline'},
  'ready-read': {icon: Play, tone: 'accent', fill: 'outline'},
}
