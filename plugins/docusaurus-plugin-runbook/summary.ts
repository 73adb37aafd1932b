import type {BoundStep, TextKey} from '../../src/model/action.ts'
import type {LocaleTag} from '../../src/model/locale.ts'
import type {RunbookPage} from '../../src/model/page.ts'
import type {RunbookEffect, RunbookSummary, StepSign} from '../../src/model/summary.ts'

/** A runbook as the catalogue lists it, in the page's locale. */
export function summarise(
  {model, catalogue, title}: RunbookPage,
  locales: readonly LocaleTag[],
): RunbookSummary {
  const text = (key: TextKey) => catalogue.texts[key] ?? catalogue.fallbacks[key] ?? key
  return {
    runbook: model.runbook,
    slug: model.slug,
    topic: text(model.topic),
    title,
    summary: text(model.summary),
    minutes: model.minutes,
    steps: model.steps.map(step => ({place: step.place, sign: signOf(step)})),
    languages: locales,
    effect: effectOf(model.steps),
    licence: model.needs.licence === undefined ? null : text(model.needs.licence.text),
    fallbacks: (['topic', 'summary'] as const).filter(key => catalogue.fallbacks[model[key]] !== undefined),
  }
}

function effectOf(steps: readonly BoundStep[]): RunbookEffect {
  const changes = steps.filter(({kind}) => kind === 'change')
  if (changes.length === 0) return 'none'
  return changes.some(({irreversible}) => irreversible !== undefined) ? 'irreversible' : 'reversible'
}

// A portal step that Graph reads is drawn as what the person does there.
function signOf({kind, box, irreversible}: BoundStep): StepSign {
  if (kind === 'portal') return box === undefined ? 'read' : 'portal'
  return kind === 'change' && irreversible !== undefined ? 'irreversible' : kind
}
