import type {
  AnnouncementId,
  ApprovalBar,
  CardId,
  ImportRefusal,
  PlanKind,
  PlanRefusal,
  Unchecked,
} from '../../../engine/index.ts'
import type {LocaleTag} from '../../../model/locale.ts'
import type {ProblemCode, RunMode} from '../../../model/run.ts'
import type enUS from './en-US.ts'
import type laterEnUS from './later.en-US.ts'
import {ofLocale, type WordLocale} from './locales.ts'
import {once} from './once.ts'

/** What the code asks for by an id of its own; every other key is asked for by name. */
interface Required {
  readonly state: Readonly<Record<CardId, string>>
  readonly why: Readonly<Record<Unchecked, string>>
  readonly mode: Readonly<Record<RunMode, string>>
}

interface LaterRequired {
  readonly problem: Readonly<Record<ProblemCode, string>>
  readonly remedy: Readonly<Record<ProblemCode, string>>
  readonly announce: Readonly<Record<AnnouncementId, string>>
  readonly announceMode: Readonly<Record<RunMode, string>>
  readonly refused: Readonly<Record<ImportRefusal, string>>
  readonly planCount: Readonly<Record<PlanKind, string>>
  readonly planBar: Readonly<Record<ApprovalBar, string>>
  readonly planRefused: Readonly<Record<PlanRefusal, string>>
}

type InTwoLevels<Catalogue> = {
  readonly [Group in keyof Catalogue]: Readonly<Record<keyof Catalogue[Group], string>>
}

// One name for each catalogue, wherever it is used: `words` of the served page, `say` of the interactive parts, `later`.

/** The words of bar and cards before anything happened, in two levels: group and key. */
export type Words = Required & InTwoLevels<typeof enUS>

/** The words that are needed once a run is open, or something is asked for. */
export type LaterWords = LaterRequired & InTwoLevels<typeof laterEnUS>

interface Module<Catalogue> {
  readonly default: Catalogue
}

// Each locale is a chunk of its own.
const catalogues: Readonly<Record<WordLocale, () => Promise<Module<Words>>>> = {
  'en-US': () => import('./en-US.ts'),
  'fr-FR': () => import('./fr-FR.ts'),
}

const laterCatalogues: Readonly<Record<WordLocale, () => Promise<Module<LaterWords>>>> = {
  'en-US': () => import('./later.en-US.ts'),
  'fr-FR': () => import('./later.fr-FR.ts'),
}

/** The words of a locale. Rejects with a `RangeError` where there are none. */
export const loadWords = once(async (locale: LocaleTag) => (await ofLocale(catalogues, locale)()).default)

/** The later words of a locale; the same promise every time, so that a component may wait for it. */
export const loadLaterWords = once(
  async (locale: LocaleTag) => (await ofLocale(laterCatalogues, locale)()).default,
)
