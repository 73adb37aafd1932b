import type {BoundStep, TextKey} from '../../src/model/action.ts'
import type {LocaleTag} from '../../src/model/locale.ts'
import type {RunbookPage} from '../../src/model/page.ts'
import type {RunbookSummary, StepSign} from '../../src/model/summary.ts'

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
    effect: model.steps.some(step => step.kind === 'change') ? 'reversible' : 'none',
    licence: model.needs.licence === undefined ? null : text(model.needs.licence.text),
  }
}

// A portal step that Graph reads is drawn as what the person does there.
function signOf({kind, box}: BoundStep): StepSign {
  if (kind === 'portal') return box === undefined ? 'read' : 'portal'
  return kind
}
