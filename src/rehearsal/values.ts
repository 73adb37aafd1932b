// What a person would give and do in the practice tenant, for each runbook.
import type {PracticeTenant} from '../practice/index.ts'

/** A runbook's values in practice. */
export interface PracticeValues {
  /** Values of its inputs. */
  readonly inputs: Readonly<Record<string, string>>
  /** Where a step needs others. */
  readonly of?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What somebody else does while a step is being changed. */
  readonly outside?: Readonly<Record<string, (tenant: PracticeTenant) => Promise<void>>>
}

const mainLicence = '06ebc4ee-1bb5-47dd-8120-11324bc54e06'
const user = (name: string) => `${name}@contoso.example`
const [lena, sofia, marta] = [11, 12, 17].map(at => `b05e0000-0000-4000-8000-00000000b0${at}`)

/** By runbook. One without inputs and without changes needs none. */
export const practiceValues: Readonly<Record<string, PracticeValues>> = {
  'block-matching': {
    inputs: {},
    outside: {block: tenant => tenant.setFeatures({blockSoftMatchEnabled: true})},
  },
  'user-licence': {
    inputs: {user: user('marta.silva'), licence: mainLicence, country: 'BE'},
    of: {direct: {user: user('sofia.rossi')}, remove: {user: user('sofia.rossi')}},
    outside: {
      'usage-location': tenant => tenant.setUser(marta ?? '', {usageLocation: 'DE'}),
      assign: tenant =>
        tenant.setUser(marta ?? '', {
          given: [
            {
              skuId: mainLicence,
              disabledPlans: [],
              assignedByGroup: null,
              lastUpdatedDateTime: '2026-11-01T08:00:00Z',
            },
          ],
        }),
      remove: tenant => tenant.setUser(sofia ?? '', {taken: [mainLicence]}),
    },
  },
  'prove-writeback': {
    inputs: {user: user('lena.fischer')},
    outside: {reset: tenant => tenant.setUser(lena ?? '', {accountEnabled: false})},
  },
}

/** Of a runbook that nobody has values for. */
export const noValues: PracticeValues = {inputs: {}}
