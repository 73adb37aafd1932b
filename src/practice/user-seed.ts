// The users of Contoso: each of a kind that a change has to tell apart. Nobody here could be a real one.
import type {Situation} from './situations.ts'
import type {DirectoryUser, HeldLicence, Person} from './state.ts'
import {plans} from './subscriptions.ts'

/** The user who holds a role that not everybody may reset the password of. */
export const roleHolder = idOf(16)

const group = '9a0b0c0d-0000-4000-8000-0000000000e5'

/** The staff with accounts of their own in practice, and everybody else. `skuId`: the subscription that they hold. */
export function usersOf(
  {usersSynced}: Situation,
  staff: readonly Person[],
  skuId: string,
): readonly DirectoryUser[] {
  const licence = (disabledPlans: readonly string[], assignedByGroup: string | null = null): HeldLicence => ({
    skuId,
    disabledPlans,
    assignedByGroup,
    lastUpdatedDateTime: '2026-05-18T09:30:00Z',
  })
  const cloud = (at: number, givenName: string, surname: string): DirectoryUser => ({
    id: idOf(at),
    givenName,
    surname,
    userPrincipalName: `${plain(givenName)}.${plain(surname)}@contoso.example`,
    userType: 'Member',
    accountEnabled: true,
    onPremisesSyncEnabled: null,
    usageLocation: null,
    lastPasswordChangeDateTime: '2026-03-02T08:15:00Z',
    licences: [],
  })
  const synced = (...of: Parameters<typeof cloud>): DirectoryUser => ({
    ...cloud(...of),
    onPremisesSyncEnabled: usersSynced ? true : null,
  })
  return [
    ...staff.map((person, at) => {
      const [givenName = '', surname = ''] = person.name.split(' ')
      const {id, username: userPrincipalName} = person
      return {
        ...cloud(at, givenName, surname),
        ...{id, userPrincipalName, usageLocation: 'FR', licences: [licence([])]},
      }
    }),
    // The pilot of the runbooks: no usage location, no licence.
    synced(11, 'Lena', 'Fischer'),
    {...synced(12, 'Sofia', 'Rossi'), usageLocation: 'IT', licences: [licence([plans.teams, plans.yammer])]},
    {...synced(13, 'Paul', "O'Neill"), usageLocation: 'IE', licences: [licence([], group)]},
    {
      ...synced(14, 'Hugo', 'Klein'),
      usageLocation: 'DE',
      licences: [licence([plans.yammer], group), licence([plans.teams, plans.yammer])],
    },
    {...synced(15, 'Ada', 'Keller'), accountEnabled: false, usageLocation: 'CH'},
    {...synced(16, 'Emil', 'Novak'), usageLocation: 'CZ'},
    {...cloud(17, 'Marta', 'Silva'), usageLocation: 'PT'},
    {
      ...cloud(18, 'Noor', 'Visser'),
      userPrincipalName: 'noor.visser_retail.contoso.example#EXT#@contoso.example',
      userType: 'Guest',
    },
  ]
}

function idOf(at: number): string {
  return `b05e0000-0000-4000-8000-00000000b0${String(at).padStart(2, '0')}`
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
