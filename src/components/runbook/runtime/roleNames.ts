import type {LocaleTag} from '../../../model/locale.ts'
import type {RunbookPage} from '../../../model/page.ts'
import type {ReadResult} from '../../../model/run.ts'
import type {PageView} from '../shell/page.ts'

/** A role that a read found. `lang`: the language of a name that Graph gave, where the runbook has none of its own. */
interface NamedRole {
  readonly name: string
  readonly lang: LocaleTag | undefined
}

/**
 * The roles of a read that found the template ids and the names of some: in the words of the runbook where it knows the
 * role, else as Graph gave them. Null where the read found something else.
 */
export function nameRoles(
  {value, found}: Pick<ReadResult, 'value' | 'found'>,
  {page, text}: {readonly page: Pick<RunbookPage, 'model'>; readonly text: PageView['text']},
): readonly NamedRole[] | null {
  if (!isList(value) || !isList(found) || value.length !== found.length) return null
  if (!value.every(id => templateId.test(id))) return null
  const known = new Map(page.model.needs.roles?.anyOf.map(({id, name}) => [id, name]))
  return found.map((name, index) => {
    const key = known.get(value[index] ?? '')
    if (key === undefined) return {name, lang: 'en'}
    const {text: own, lang} = text(key)
    return {name: own, lang}
  })
}

const templateId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

function isList(value: ReadResult['value']): value is readonly string[] {
  return typeof value === 'object' && value !== null && value.length > 0
}
