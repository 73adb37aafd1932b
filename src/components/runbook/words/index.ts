import type {AnnouncementId, CardId, ImportRefusal, Unchecked} from '../../../engine/index.ts'
import type {LocaleTag} from '../../../model/locale.ts'
import type {ProblemCode, RunMode} from '../../../model/run.ts'
import type enUS from './en-US.ts'

type Catalogue = typeof enUS

/** What the code asks for by an id of its own; every other key is asked for by name. */
interface Required {
  readonly state: Readonly<Record<CardId, string>>
  readonly why: Readonly<Record<Unchecked, string>>
  readonly mode: Readonly<Record<RunMode, string>>
  readonly problem: Readonly<Record<ProblemCode, string>>
  readonly remedy: Readonly<Record<ProblemCode, string>>
  readonly announce: Readonly<Record<AnnouncementId, string>>
  readonly refused: Readonly<Record<ImportRefusal, string>>
}

/** The words of cards, engine, problems and practice, in two levels: group and key. */
export type Words = Required & {
  readonly [Group in keyof Catalogue]: Readonly<Record<keyof Catalogue[Group], string>>
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
