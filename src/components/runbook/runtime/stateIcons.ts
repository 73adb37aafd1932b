// Icons of the states that only a run brings.
import BadgeCheck from 'lucide-static/icons/badge-check.svg'
import CircleCheck from 'lucide-static/icons/circle-check.svg'
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
import OctagonX from 'lucide-static/icons/octagon-x.svg'
import SaveOff from 'lucide-static/icons/save-off.svg'
import SearchX from 'lucide-static/icons/search-x.svg'
import SkipForward from 'lucide-static/icons/skip-forward.svg'
import Undo from 'lucide-static/icons/undo-2.svg'
import UserRoundCog from 'lucide-static/icons/user-round-cog.svg'
import UsersRound from 'lucide-static/icons/users-round.svg'

/** Them, by name; they come with what stands on the page once a run is open. */
export const stateIcons = {
  BadgeCheck,
  CircleCheck,
  CircleEqual,
  CircleQuestionMark,
  CircleX,
  ClipboardCheck,
  ClipboardMinus,
  ClockAlert,
  EyeOff,
  FileClock,
  FileSearch,
  FileX,
  History,
  Hourglass,
  OctagonX,
  SaveOff,
  SearchX,
  SkipForward,
  Undo,
  UserRoundCog,
  UsersRound,
}
