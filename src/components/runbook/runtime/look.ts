// Icon, tone and line of each state. Filled green is for what Graph read in this page load, and nothing else.
import CircleDashed from 'lucide-static/icons/circle-dashed.svg'
import KeyRound from 'lucide-static/icons/key-round.svg'
import LoaderCircle from 'lucide-static/icons/loader-circle.svg'
import Lock from 'lucide-static/icons/lock.svg'
import LogIn from 'lucide-static/icons/log-in.svg'
import Play from 'lucide-static/icons/play.svg'
import RefreshCw from 'lucide-static/icons/refresh-cw.svg'
import Signature from 'lucide-static/icons/signature.svg'
import Square from 'lucide-static/icons/square.svg'
import Unplug from 'lucide-static/icons/unplug.svg'
import type {CardId} from '../../../engine/index.ts'
import type {Fill, Tone} from '../../Chip/index.tsx'
import type {IconShape} from '../../Icon/index.tsx'
import {lateIcon} from './lateIcon.ts'

/** How a state is drawn, on the chip and on the marker alike. */
export interface Look {
  readonly icon: IconShape
  readonly tone: Tone
  readonly fill: Fill
}

/** The look of every state. */
export const looks: Readonly<Record<CardId, Look>> = {
  throttled: {icon: lateIcon('Hourglass'), tone: 'accent', fill: 'soft'},
  running: {icon: LoaderCircle, tone: 'accent', fill: 'soft'},
  'sent-unknown': {icon: lateIcon('CircleQuestionMark'), tone: 'bad', fill: 'dashed'},
  consent: {icon: KeyRound, tone: 'need', fill: 'soft'},
  failed: {icon: lateIcon('OctagonX'), tone: 'bad', fill: 'filled'},
  stale: {icon: lateIcon('History'), tone: 'need', fill: 'soft'},
  'operation-failed': {icon: lateIcon('OctagonX'), tone: 'bad', fill: 'filled'},
  'out-of-date': {icon: lateIcon('History'), tone: 'need', fill: 'soft'},
  skipped: {icon: lateIcon('SkipForward'), tone: 'plain', fill: 'outline'},
  blocked: {icon: Lock, tone: 'plain', fill: 'outline'},
  'done-by-other': {icon: lateIcon('UsersRound'), tone: 'good', fill: 'outline'},
  'could-not-check': {icon: lateIcon('EyeOff'), tone: 'need', fill: 'soft'},
  'output-disagrees': {icon: lateIcon('OctagonX'), tone: 'bad', fill: 'filled'},
  'not-as-required': {icon: lateIcon('CircleX'), tone: 'need', fill: 'outline'},
  'role-eligible': {icon: lateIcon('UserRoundCog'), tone: 'need', fill: 'soft'},
  'opposite-event': {icon: lateIcon('FileX'), tone: 'need', fill: 'soft'},
  'evidence-found': {icon: lateIcon('FileSearch'), tone: 'seen', fill: 'soft'},
  'confirmed-by-output': {icon: lateIcon('ClipboardCheck'), tone: 'seen', fill: 'soft'},
  'read-verified': {icon: lateIcon('CircleCheck'), tone: 'good', fill: 'filled'},
  'change-done': {icon: lateIcon('BadgeCheck'), tone: 'good', fill: 'filled'},
  undone: {icon: lateIcon('Undo'), tone: 'plain', fill: 'outline'},
  accepted: {icon: RefreshCw, tone: 'accent', fill: 'soft'},
  'already-so': {icon: lateIcon('CircleEqual'), tone: 'good', fill: 'outline'},
  'ready-change': {icon: Play, tone: 'accent', fill: 'outline'},
  'not-read-since': {icon: lateIcon('History'), tone: 'good', fill: 'outline'},
  reported: {icon: Signature, tone: 'hand', fill: 'dashed'},
  'marked-done': {icon: Signature, tone: 'hand', fill: 'dashed'},
  'earlier-event': {icon: lateIcon('FileClock'), tone: 'plain', fill: 'outline'},
  'nothing-found': {icon: lateIcon('SearchX'), tone: 'plain', fill: 'outline'},
  'ticked-not-saved': {icon: lateIcon('SaveOff'), tone: 'hand', fill: 'dashed'},
  'output-inconclusive': {icon: lateIcon('ClipboardMinus'), tone: 'need', fill: 'soft'},
  'output-too-old': {icon: lateIcon('ClockAlert'), tone: 'plain', fill: 'outline'},
  'output-not-understood': {icon: lateIcon('CircleQuestionMark'), tone: 'plain', fill: 'outline'},
  'to-tick': {icon: Square, tone: 'plain', fill: 'outline'},
  unsigned: {icon: Unplug, tone: 'plain', fill: 'outline'},
  'not-started': {icon: CircleDashed, tone: 'plain', fill: 'outline'},
  'sign-in': {icon: LogIn, tone: 'need', fill: 'soft'},
  'ready-portal': {icon: Play, tone: 'accent', fill: 'outline'},
  'ready-read': {icon: Play, tone: 'accent', fill: 'outline'},
}
