import type {LocaleTag} from '../../../model/locale.ts'
import type {RunbookPage} from '../../../model/page.ts'
import type {ReadResult} from '../../../model/run.ts'
import type {PageView} from '../shell/page.ts'

/** A role that a read found. `lang`: the language of a name that Graph gave, where nobody here has one of their own. */
interface NamedRole {
  readonly name: string
  readonly lang: LocaleTag | undefined
}

/** What roles are named with. */
interface RoleView {
  readonly page: Pick<RunbookPage, 'model'>
  readonly text: PageView['text']
  readonly names: Readonly<Record<string, string>>
}

/**
 * The roles of a read that found the template ids and the names of some: in the words of the runbook where it knows the
 * role, then by `names`, those of built-in roles by template id, else as Graph gave them. Null where the read found
 * something else.
 */
export function nameRoles(
  {value, found}: Pick<ReadResult, 'value' | 'found'>,
  {page, text, names}: RoleView,
): readonly NamedRole[] | null {
  if (!isList(value) || !isList(found) || value.length !== found.length) return null
  if (!value.every(id => templateId.test(id))) return null
  const known = new Map(page.model.needs.roles?.anyOf.map(({id, name}) => [id, name]))
  return found.map((name, index) => {
    const id = value[index] ?? ''
    const key = known.get(id)
    if (key === undefined) {
      const ours = new Map(Object.entries(names)).get(id)
      return ours === undefined ? {name, lang: 'en'} : {name: ours, lang: undefined}
    }
    const {text: own, lang} = text(key)
    return {name: own, lang}
  })
}

const templateId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

function isList(value: ReadResult['value']): value is readonly string[] {
  return typeof value === 'object' && value !== null && value.length > 0
}
