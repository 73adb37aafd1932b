import type {BeforeQuestion, Needs, PortalVisit, RunInput} from '../../src/model/action.ts'
import type {PageModel} from '../../src/model/page.ts'
import type {Origin} from '../bilingual/index.ts'
import type {ActionFile, InputEntry, QuestionEntry} from './action-file.ts'
import type {Anchoring} from './anchors.ts'
import {bindEntries, bindSteps} from './bind.ts'
import type {Call} from './calls.ts'
import {scopeUses} from './scopes.ts'
import type {ArticleProcedure} from './steps.ts'
import {stepsOfVisit} from './structure.ts'
import type {TextLedger} from './texts.ts'

/** What of an article goes into its page model. */
export interface ArticleFacts {
  readonly slug: string
  readonly hash: string
  readonly origin: Origin
  readonly procedures: readonly ArticleProcedure[]
}

/** The language-free model of a runbook's page; its English texts go into the ledger in the order of the file. */
export function pageModel(
  file: ActionFile,
  article: ArticleFacts,
  {anchoring, calls, ledger}: {anchoring: Anchoring; calls: readonly Call[]; ledger: TextLedger},
): PageModel {
  const {procedures} = article
  const visits = file.visits ?? []
  const visitOf = new Map(visits.flatMap(visit => stepsOfVisit(visit).map(id => [id, visit.id] as const)))
  const head = {
    schemaVersion: 1,
    runbook: file.runbook,
    slug: article.slug,
    articleHash: article.hash,
    topic: ledger.add('topic', file, 'topic'),
    summary: ledger.add('summary', file, 'summary'),
    minutes: file.minutes,
    reviewedOn: file.reviewedOn,
    needs: needsOf(file, ledger),
    before: (file.before ?? []).map(question => questionOf(question, ledger)),
    inputs: (file.inputs ?? []).map(input => inputOf(input, ledger)),
  } as const
  const steps = bindSteps(procedures, anchoring, bindEntries(file.steps, ledger), visitOf)
  return {
    ...head,
    procedures: procedures.map(procedure => ({
      part: procedure.part,
      place: anchoring.procedureEntryOf.get(procedure)?.place ?? 'on-premises',
      steps: steps.filter(step => step.part === procedure.part).map(step => step.id),
    })),
    visits: visits.map((visit): PortalVisit => {
      return {
        ...visit,
        label: ledger.add(`visits.${visit.id}.label`, visit, 'label'),
        steps: stepsOfVisit(visit),
      }
    }),
    steps,
    scopes: scopeUses(calls),
    calls: [...new Set(calls.map(each => each.call))],
    origin: file.origin
      ? {
          ...file.origin,
          revision: article.origin.sourceHash ?? '',
          date: article.origin.handedOff ?? '',
        }
      : null,
  }
}

function needsOf({needs: {licence, roles, server}}: ActionFile, ledger: TextLedger): Needs {
  return {
    ...(licence === undefined
      ? {}
      : {
          licence: {
            text: ledger.add('needs.licence', licence, 'text'),
            anyServicePlan: licence.anyServicePlan.map(plan => plan.id),
            source: licence.source,
          },
        }),
    ...(roles === undefined
      ? {}
      : {
          roles: {
            ...roles,
            text: ledger.add('needs.roles', roles, 'text'),
            anyOf: roles.anyOf.map(role => {
              return {id: role.template, name: ledger.add(`needs.roles.${role.id}`, role, 'name')}
            }),
          },
        }),
    ...(server === undefined ? {} : {server: {...server, text: ledger.add('needs.server', server, 'text')}}),
  }
}

function questionOf(question: QuestionEntry, ledger: TextLedger): BeforeQuestion {
  const {id, kind, checked, sources} = question
  const path = `before.${id}`
  return {
    id,
    kind,
    label: ledger.add(`${path}.label`, question, 'label'),
    options: (question.options ?? []).map(option => {
      return {id: option.id, label: ledger.add(`${path}.options.${option.id}`, option, 'label')}
    }),
    ...(question.hint === undefined ? {} : {hint: ledger.add(`${path}.hint`, question, 'hint')}),
    checked,
    sources,
  }
}

function inputOf(input: InputEntry, ledger: TextLedger): RunInput {
  const {id, kind, hint, from} = input
  const path = `inputs.${id}`
  return {
    id,
    kind,
    label: ledger.add(`${path}.label`, input, 'label'),
    ...(hint === undefined ? {} : {hint: ledger.add(`${path}.hint`, input, 'hint')}),
    ...(from === undefined ? {} : {from}),
  }
}
