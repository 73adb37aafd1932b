import type {AnnouncementId, CardId, ImportRefusal, Unchecked} from '../../../engine/index.ts'
import type {LocaleTag} from '../../../model/locale.ts'
import type {ProblemCode, RunMode} from '../../../model/run.ts'
import type enUS from './en-US.ts'
import type laterEnUS from './later.en-US.ts'

/** What the code asks for by an id of its own; every other key is asked for by name. */
interface Required {
  readonly state: Readonly<Record<CardId, string>>
  readonly why: Readonly<Record<Unchecked, string>>
  readonly mode: Readonly<Record<RunMode, string>>
  readonly problem: Readonly<Record<ProblemCode, string>>
  readonly remedy: Readonly<Record<ProblemCode, string>>
  readonly announce: Readonly<Record<AnnouncementId, string>>
}

type InTwoLevels<Catalogue> = {
  readonly [Group in keyof Catalogue]: Readonly<Record<keyof Catalogue[Group], string>>
}

/** The words of cards, engine and problems, in two levels: group and key. */
export type Words = Required & InTwoLevels<typeof enUS>

/** The words that are needed once something is asked for. */
export type LaterWords = InTwoLevels<typeof laterEnUS> & {
  readonly refused: Readonly<Record<ImportRefusal, string>>
}

/** The catalogue of a locale, English where there is none; each locale is a chunk of its own. */
export async function loadWords(locale: LocaleTag): Promise<Words> {
  switch (locale) {
    case 'fr-FR':
      return (await import('./fr-FR.ts')).default
    default:
      return (await import('./en-US.ts')).default
  }
}

const later = new Map<LocaleTag, Promise<LaterWords>>()

/** The later words of a locale; the same promise every time, so that a component may wait for it. */
export function loadLaterWords(locale: LocaleTag): Promise<LaterWords> {
  const known = later.get(locale)
  if (known) return known
  const loaded = locale === 'fr-FR' ? import('./later.fr-FR.ts') : import('./later.en-US.ts')
  const words = loaded.then(module => module.default)
  later.set(locale, words)
  return words
}
