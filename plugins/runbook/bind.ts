// Steps of the article with what the action file adds to them.
import type {
  AuditEvidence,
  BoundStep,
  GraphRead,
  Note,
  OutputVerifier,
  PortalBox,
  PortalPage,
  PilotProof,
  ReadPress,
  TextKey,
} from '../../src/model/action.ts'
import type {Change, ChangeCondition, ChangeProperty} from '../../src/model/change.ts'
import type {
  ChangeEntry,
  ChangePropertyEntry,
  ConditionEntry,
  EvidenceEntry,
  NoteEntry,
  PressEntry,
  ReadEntry,
  StepEntry,
  VerifyEntry,
} from './action-file.ts'
import {changeSaysKeys, saysKeys} from './action-file.ts'
import type {Anchoring} from './anchors.ts'
import {numberOf} from './steps.ts'
import type {ArticleProcedure} from './steps.ts'
import type {TextLedger} from './texts.ts'

/** What an entry of the action file adds to a step, whichever step that is. */
type BoundEntry = Omit<BoundStep, 'number' | 'part' | 'ordinal' | 'place' | 'visit'>

/** Every entry bound, also one whose step is lost: its texts are texts of the file all the same. */
export function bindEntries(
  entries: readonly StepEntry[],
  ledger: TextLedger,
): ReadonlyMap<StepEntry, BoundEntry> {
  return new Map(entries.map(entry => [entry, bindEntry(entry, ledger)]))
}

/** All steps of the article in its order; those without an entry are ticked, with an id made of their English text. */
export function bindSteps(
  procedures: readonly ArticleProcedure[],
  {stepEntryOf, procedureEntryOf}: Anchoring,
  bound: ReadonlyMap<StepEntry, BoundEntry>,
  visitOf: ReadonlyMap<string, string>,
): readonly BoundStep[] {
  const taken = new Set([...bound.values()].map(entry => entry.id))
  return procedures.flatMap(procedure =>
    procedure.steps.map((step): BoundStep => {
      const entry = stepEntryOf.get(step)
      const added = (entry === undefined ? undefined : bound.get(entry)) ?? untouched(step.sentence, taken)
      taken.add(added.id)
      const visit = visitOf.get(added.id)
      return {
        ...added,
        number: numberOf(step),
        part: step.part,
        ordinal: step.ordinal,
        place: procedureEntryOf.get(procedure)?.place ?? 'on-premises',
        ...(visit === undefined ? {} : {visit}),
      }
    }),
  )
}

function bindEntry(entry: StepEntry, ledger: TextLedger): BoundEntry {
  const path = `steps.${entry.id}`
  const {asks, after, why, evidence, portal, box, pilot, verify, change} = entry
  return {
    id: entry.id,
    kind: entry.do,
    ...(asks && {asks}),
    ...(after && {after}),
    label: ledger.add(`${path}.label`, entry, 'label'),
    ...(why !== undefined && {why: ledger.add(`${path}.why`, entry, 'why')}),
    notes: (entry.notes ?? []).map(note => bindNote(`${path}.notes.${note.id}`, note, ledger)),
    presses: (entry.presses ?? []).map(press => bindPress(`${path}.presses.${press.id}`, press, ledger)),
    ...(evidence && {evidence: bindEvidence(`${path}.evidence`, evidence, ledger)}),
    ...(portal && {portal: bindPortal(`${path}.portal`, portal, ledger)}),
    ...(box && {box: bindBox(`${path}.box`, box, ledger)}),
    ...(pilot && {pilot: bindPilot(`${path}.pilot`, pilot, ledger)}),
    ...(verify && {verify: bindVerifier(`${path}.verify`, verify, ledger)}),
    ...(change && {change: bindChange(`${path}.change`, change, ledger)}),
    ...(change?.irreversible !== undefined && {
      irreversible: ledger.add(`${path}.irreversible`, change, 'irreversible'),
    }),
  }
}

function untouched(sentence: string, taken: ReadonlySet<string>): BoundEntry {
  return {id: freeId(sentence, taken), kind: 'tick', notes: [], presses: []}
}

function bindNote(path: TextKey, note: NoteEntry, ledger: TextLedger): Note {
  const {tone = 'note', page, checked, sources} = note
  return {
    tone,
    text: ledger.add(path, note, 'text'),
    ...(page && {page: {slug: page.slug, label: ledger.add(`${path}.page`, page, 'label')}}),
    checked,
    sources,
  }
}

function bindPress(path: TextKey, press: PressEntry, ledger: TextLedger): ReadPress {
  return {
    id: press.id,
    label: ledger.add(`${path}.label`, press, 'label'),
    ...(press.again !== undefined && {again: ledger.add(`${path}.again`, press, 'again')}),
    verified: ledger.add(`${path}.verified`, press, 'verified', {placeholders: ['{met}', '{total}']}),
    reads: press.reads.map(read => bindRead(`${path}.reads.${read.id}`, read, ledger)),
    setsBaseline: press.setsBaseline ?? false,
  }
}

function bindRead(path: TextKey, read: ReadEntry, ledger: TextLedger): GraphRead {
  const placeholders = read.found === undefined ? [] : ['{found}']
  const said = saysKeys
    .filter(key => read.says[key] !== undefined)
    .map(key => [key, ledger.add(`${path}.${key}`, read.says, key, {placeholders})] as const)
  const {id, get, select, filter, expand, orderby, top, count, scopes, value, expect, found, source} = read
  // Graph counts objects of the directory with this header only.
  const headers = count ? {...read.headers, ConsistencyLevel: 'eventual'} : read.headers
  return {
    id,
    path: get,
    ...(select && {select}),
    ...(filter !== undefined && {filter}),
    ...(expand !== undefined && {expand}),
    ...(orderby !== undefined && {orderby}),
    ...(top !== undefined && {top}),
    ...(count && {count}),
    ...(headers && {headers}),
    scopes,
    value,
    ...(expect && {expect}),
    ...(found && {found}),
    says: Object.fromEntries(said),
    source,
  }
}

function bindEvidence(path: TextKey, evidence: EvidenceEntry, ledger: TextLedger): AuditEvidence {
  return {
    ...evidence,
    read: bindRead(`${path}.read`, evidence.read, ledger),
    label: ledger.add(`${path}.label`, evidence, 'label'),
  }
}

function bindPortal(path: TextKey, portal: NonNullable<StepEntry['portal']>, ledger: TextLedger): PortalPage {
  const labels = portal.path.map((_, index) =>
    ledger.add(`${path}.path.${index}`, portal.path, index, {isLabel: true}),
  )
  return {...portal, path: labels}
}

function bindBox(path: TextKey, box: NonNullable<StepEntry['box']>, ledger: TextLedger): PortalBox {
  return {...box, label: ledger.add(`${path}.label`, box, 'label', {isLabel: true})}
}

function bindPilot(path: TextKey, pilot: NonNullable<StepEntry['pilot']>, ledger: TextLedger): PilotProof {
  return {...pilot, text: ledger.add(`${path}.text`, pilot, 'text')}
}

function bindVerifier(path: TextKey, verify: VerifyEntry, ledger: TextLedger): OutputVerifier {
  const {says, short, report, carry, samples, proof, ...rest} = verify
  const said = (key: keyof typeof says) => ledger.add(`${path}.${key}`, says, key)
  return {
    ...rest,
    why: ledger.add(`${path}.why`, verify, 'why'),
    says: {
      confirmed: said('confirmed'),
      contradicted: said('contradicted'),
      notUnderstood: said('notUnderstood'),
    },
    ...(short && {
      short: short.map(each => ({...each, text: ledger.add(`${path}.short.${each.id}`, each, 'text')})),
    }),
    ...(proof && {proof: {...proof, tooOld: ledger.add(`${path}.tooOld`, proof, 'tooOld')}}),
    report: report.map(each => ({
      id: each.id,
      label: ledger.add(`${path}.report.${each.id}`, each, 'label'),
    })),
    ...(carry && {
      carry: carry.map(each => ({...each, label: ledger.add(`${path}.carry.${each.id}`, each, 'label')})),
    }),
    samples: samples.map(each => {
      const label = ledger.add(`${path}.samples.${each.id}`, each, 'label')
      return {id: each.id, label, output: each.output}
    }),
  }
}

function bindChange(path: TextKey, change: ChangeEntry, ledger: TextLedger): Change {
  const {
    read,
    key,
    requires = [],
    properties,
    carries = [],
    patch,
    post,
    body,
    undoBody,
    secret,
    follow,
  } = change
  const {scopes, source, object, name, confirm, affects, wait, says} = change
  return {
    read: {
      id: read.id,
      path: read.get,
      ...(read.select && {select: read.select}),
      scopes: read.scopes,
      source: read.source,
    },
    key,
    requires: requires.map(each => bindCondition(`${path}.requires.${each.id}`, each, ledger)),
    properties: properties.map(each => bindProperty(`${path}.properties.${each.id}`, each, ledger)),
    carries,
    method: post === undefined ? 'PATCH' : 'POST',
    path: post ?? patch ?? '',
    ...(body !== undefined && {body}),
    ...(undoBody !== undefined && {undoBody}),
    ...(secret !== undefined && {secret}),
    ...(follow && {follow: {path: follow.get, scopes: follow.scopes, source: follow.source}}),
    scopes,
    source,
    object,
    ...(name !== undefined && {name}),
    confirm,
    reach: ledger.add(`${path}.reach`, change, 'reach'),
    ...(affects && {affects}),
    wait,
    says: Object.fromEntries(
      changeSaysKeys.flatMap(said => {
        if (says[said] !== undefined) return [[said, ledger.add(`${path}.${said}`, says, said)]]
        // With `follow` nothing can be so already: this is never said.
        return said === 'already' ? [[said, `${path}.done`]] : []
      }),
    ) as Change['says'],
  }
}

function bindCondition(path: TextKey, condition: ConditionEntry, ledger: TextLedger): ChangeCondition {
  const {id, when} = condition
  return {id, when, says: ledger.add(`${path}.says`, condition, 'says')}
}

function bindProperty(path: TextKey, property: ChangePropertyEntry, ledger: TextLedger): ChangeProperty {
  const {id, value, none, wanted, at = '', words = {}} = property
  return {
    id,
    label: ledger.add(`${path}.label`, property, 'label'),
    value,
    ...(none !== undefined && {none}),
    wanted,
    at,
    words: Object.fromEntries(
      Object.keys(words).map(said => [said, ledger.add(`${path}.words.${said}`, words, said)]),
    ),
  }
}

/** An id of lower-case letters, digits and hyphens, made of a sentence's first words; numbered where it is taken. */
function freeId(sentence: string, taken: ReadonlySet<string>): string {
  const words =
    sentence
      .toLowerCase()
      .normalize('NFKD')
      .match(/[a-z0-9]+/g) ?? []
  const base = `step-${words.slice(0, 8).join('-')}`.replace(/-$/, '')
  let id = base
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
  return id
}
