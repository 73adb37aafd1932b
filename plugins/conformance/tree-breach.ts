import {normalise, project, scan} from '../bilingual/index.ts'
import {anchor, checkArticle, checkParity, readActionFile, stepsOf, type StepTree} from '../runbook/index.ts'
import type {Breach} from './breach.ts'
import {renderSide} from './html.ts'
import {findUnsafe} from './unsafe.ts'

/** Text of an action file with an entry for every step and every list of an article as it stands. */
export function actionsFor(text: string): string {
  const {procedures} = stepsOf(project(scan(text), 'source'))
  const steps = procedures.flatMap(each => each.steps)
  const counted = (texts: readonly string[]) =>
    texts.map((each, index) => ({
      text: each,
      ...(texts.filter(other => other === each).length > 1 && {
        occurrence: 1 + texts.slice(0, index).filter(other => other === each).length,
      }),
    }))
  return JSON.stringify({
    runbook: 'fuzzed',
    article: 'article.md',
    procedures: counted(procedures.map(each => each.intro)).map(({text: after, ...more}) => {
      return {after, place: 'on-premises', ...more}
    }),
    steps: counted(steps.map(each => each.text)).map(({text: on, ...more}, index) => {
      return {id: `step-${index}`, on, do: 'tick', label: 'Done', ...more}
    }),
  })
}

/** The promises of step trees, anchors and pages, for a text and the action file of the article it was made of. */
export function treeBreachOf(text: string, actions: string): Breach {
  const article = scan(text)
  const [source, target] = [stepsOf(project(article, 'source')), stepsOf(project(article, 'target'))]
  const parity = checkParity(source, target, article.segments)
  if (shapeOf(source) !== shapeOf(target) && parity.length === 0)
    return 'step trees differ and have no finding'
  const messages = checkArticle({path: 'article.md', text}).messages
  const {file, places} = readActionFile(actions)
  if (file !== null) {
    const {stepEntryOf, procedureEntryOf, findings} = anchor(file, source.procedures, places)
    for (const [step, entry] of stepEntryOf)
      if (step.text !== normalise(entry.on)) return 'an action is attached to another step'
    for (const [procedure, entry] of procedureEntryOf)
      if (procedure.intro !== normalise(entry.after)) return 'a place is attached to another list'
    const entries = new Set([...stepEntryOf.values(), ...procedureEntryOf.values()])
    const lost = [
      ...file.steps.filter(each => each.on !== ''),
      ...file.procedures.filter(each => each.after !== ''),
    ]
    const isSilent = findings.length === 0 && article.findings.length === 0 && messages.length === 0
    if (isSilent && lost.some(each => !entries.has(each))) return 'an action is lost and has no finding'
  }
  for (const side of ['source', 'target'] as const) {
    const [unsafe] = findUnsafe(renderSide(text, side, null).html)
    if (unsafe !== undefined) return `the page of the ${side} holds ${unsafe}`
  }
  return null
}

/** Numbers of all steps by procedure. */
export function shapeOf({procedures}: StepTree): string {
  return procedures.map(({steps}) => steps.map(({ordinal}) => ordinal).join(' ')).join(' + ')
}
