import {execFileSync} from 'node:child_process'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {changeWaysOf, waysOf, type WayValues} from '../../src/engine/ways.ts'
import type {GraphRead} from '../../src/model/action.ts'
import {clouds, type Cloud} from '../../src/model/cloud.ts'
import {block} from './change-page.ts'
import {withInputs} from '../../src/engine/inputs.ts'
import {assign, ines, licencePage, reset} from './licence-page.ts'

const read: GraphRead = {
  id: 'r',
  path: '/v1.0/organization',
  scopes: ['Organization.Read.All'],
  value: 'id',
  says: {},
  source: '',
}
const organization = {...read, select: ['id', 'displayName']}
const roles = {
  ...read,
  path: '/v1.0/roleManagement/directory/roleAssignments',
  filter: "principalId eq '{account}'",
  expand: 'roleDefinition',
  scopes: ['RoleManagement.Read.Directory'],
}
const audits = {
  ...read,
  path: '/v1.0/auditLogs/directoryAudits',
  filter: "activityDateTime ge {since} and activityDisplayName eq 'Enable'",
  scopes: ['AuditLog.Read.All'],
}
const nothing: WayValues = {account: null, since: null, tenant: null}
const known: WayValues = {
  account: '0f5f1f3c-1c1e-4c5c-8a38-1f1b7c1f0001',
  since: '2026-11-22T09:00:00.000Z',
  tenant: '7c0b3b3e-5a0f-4a52-9c0a-3f9d5a4e2f11',
}
const own: Cloud = {
  authority: 'https://login.sovereign.example',
  graph: 'https://graph.sovereign.example',
  portal: 'https://portal.sovereign.example',
}

describe('Microsoft Graph PowerShell', () => {
  test('one read, nobody signed in: nothing expands in single quotes', () => {
    expect(waysOf([organization], nothing, clouds.global).powershell).toBe(
      [
        `Connect-MgGraph -Scopes 'Organization.Read.All'`,
        `Invoke-MgGraphRequest -Method GET -OutputType Json -Uri 'https://graph.microsoft.com/v1.0/organization?$select=id,displayName'`,
      ].join('\n'),
    )
  })

  test('what is not known yet is a variable to fill in', () => {
    expect(waysOf([roles], nothing, clouds.global).powershell.split('\n').slice(1)).toEqual([
      `$account = 'OBJECT-ID-OF-THE-ACCOUNT'`,
      `Invoke-MgGraphRequest -Method GET -OutputType Json -Uri ('https://graph.microsoft.com/v1.0/roleManagement/directory/roleAssignments?$filter=principalId%20eq%20%27' + $account + '%27&$expand=roleDefinition')`,
    ])
  })

  test('account, time and tenant of the run', () => {
    const text = waysOf([roles, audits], known, clouds.global).powershell
    expect(text).toContain(`-TenantId '7c0b3b3e-5a0f-4a52-9c0a-3f9d5a4e2f11'`)
    expect(text).toContain(`'RoleManagement.Read.Directory','AuditLog.Read.All'`)
    expect(text).toContain('principalId%20eq%20%270f5f1f3c-1c1e-4c5c-8a38-1f1b7c1f0001%27')
    expect(text).toContain('activityDateTime%20ge%202026-11-22T09%3A00%3A00.000Z')
    expect(text).not.toContain('$account')
  })

  test('a header', () => {
    const text = waysOf([{...read, headers: {ConsistencyLevel: 'eventual'}}], nothing, clouds.global)
    expect(text.powershell).toContain(`-Headers @{'ConsistencyLevel' = 'eventual'}`)
    expect(text.azBash).toContain(`--headers 'ConsistencyLevel=eventual'`)
    expect(text.explorer?.[0]?.href).toContain(
      `&headers=${encodeURIComponent(btoa('[{"name":"ConsistencyLevel","value":"eventual"}]'))}`,
    )
  })

  test.each<readonly [string, Cloud, string | null]>([
    ['global', clouds.global, null],
    ['US Government L4', clouds['usgov-l4'], 'USGov'],
    ['US Government L5', clouds['usgov-l5'], 'USGovDoD'],
    ['China', clouds.china, 'China'],
  ])('%s is named as the module names it', (_, cloud, environment) => {
    const {powershell} = waysOf([organization], nothing, cloud)
    expect(/-Environment '(\w+)'/.exec(powershell)?.[1] ?? null).toBe(environment)
    expect(powershell).toContain(`-Uri '${cloud.graph}/v1.0/organization`)
  })

  test('a cloud of its own is made known first', () => {
    expect(waysOf([organization], nothing, own).powershell.split('\n').slice(0, 2)).toEqual([
      `Add-MgEnvironment -Name 'Passerelle' -AzureADEndpoint 'https://login.sovereign.example' -GraphEndpoint 'https://graph.sovereign.example'`,
      `Connect-MgGraph -Scopes 'Organization.Read.All' -Environment 'Passerelle'`,
    ])
  })
})

describe('Azure CLI', () => {
  test('in bash, the address as the page sends it', () => {
    expect(waysOf([organization], known, clouds.global).azBash).toBe(
      [
        `az login --allow-no-subscriptions --tenant '7c0b3b3e-5a0f-4a52-9c0a-3f9d5a4e2f11'`,
        `az rest --method get --url 'https://graph.microsoft.com/v1.0/organization?$select=id,displayName'`,
      ].join('\n'),
    )
  })

  test('in bash, a variable', () => {
    expect(waysOf([roles], nothing, clouds.global).azBash.split('\n')).toEqual([
      `account='OBJECT-ID-OF-THE-ACCOUNT'`,
      'az login --allow-no-subscriptions',
      `az rest --method get --url 'https://graph.microsoft.com/v1.0/roleManagement/directory/roleAssignments?$filter=principalId%20eq%20%27'"$account"'%27&$expand=roleDefinition'`,
    ])
  })

  test('in PowerShell the query is no part of the address: on Windows `&` would end the command', () => {
    const text = waysOf([roles], known, clouds.global).azPowershell
    expect(text?.split('\n').at(-1)).toBe(
      `az rest --method get --url 'https://graph.microsoft.com/v1.0/roleManagement/directory/roleAssignments' --url-parameters '$filter=principalId eq ''0f5f1f3c-1c1e-4c5c-8a38-1f1b7c1f0001''' '$expand=roleDefinition'`,
    )
    expect(text).not.toContain('&')
  })

  test('in PowerShell, a variable', () => {
    expect(waysOf([roles], nothing, clouds.global).azPowershell).toContain(
      `--url-parameters ('$filter=principalId eq ''' + $account + '''') '$expand=roleDefinition'`,
    )
  })

  test.each<readonly [string, Cloud, string | null, boolean]>([
    ['global', clouds.global, null, false],
    ['US Government L4', clouds['usgov-l4'], 'AzureUSGovernment', false],
    ['US Government L5', clouds['usgov-l5'], 'AzureUSGovernment', true],
    ['China', clouds.china, 'AzureChinaCloud', false],
    ['a cloud of its own', own, null, true],
  ])('%s', (_, cloud, name, resource) => {
    for (const text of [
      waysOf([read], nothing, cloud).azBash,
      waysOf([read], nothing, cloud).azPowershell ?? '',
    ]) {
      expect(/az cloud set --name (\w+)/.exec(text)?.[1] ?? null).toBe(name)
      expect(text.includes(`--resource '${cloud.graph}'`)).toBe(resource)
    }
  })

  test('a filter that is not ASCII has no text for PowerShell, and encoded ones elsewhere', () => {
    const ways = waysOf([{...read, filter: "displayName eq 'Zoé'"}], nothing, clouds.global)
    expect(ways.azPowershell).toBeNull()
    expect(ways.azBash).toContain('%27Zo%C3%A9%27')
    expect(ways.powershell).toContain('%27Zo%C3%A9%27')
  })
})

describe('Graph Explorer', () => {
  test('has request, method, version and Graph host', () => {
    const [link] = waysOf([organization], nothing, clouds.global).explorer ?? []
    const url = new URL(link?.href ?? '')
    expect(link?.call).toBe('GET /v1.0/organization')
    expect(url.origin + url.pathname).toBe('https://developer.microsoft.com/graph/graph-explorer')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      request: 'organization?$select=id,displayName',
      method: 'GET',
      version: 'v1.0',
      GraphUrl: 'https://graph.microsoft.com',
    })
  })

  test('names what has to be filled in, and keeps a value in its parameter', () => {
    const [link] = waysOf([{...roles, filter: "a eq 'x&y#z' and b eq '{account}'"}], nothing, clouds.global)
      .explorer ?? [{href: ''}]
    expect(new URL(link?.href ?? '').searchParams.get('request')).toBe(
      "roleManagement/directory/roleAssignments?$filter=a eq 'x%26y%23z' and b eq '{account}'&$expand=roleDefinition",
    )
  })

  test.each([
    ['US Government', clouds['usgov-l4']],
    ['China', clouds.china],
    ['a cloud of its own', own],
  ])('does not know %s', (_, cloud) => {
    expect(waysOf([organization], nothing, cloud).explorer).toBeNull()
  })
})

test.each([
  {name: 'nobody signed in', values: nothing, blanks: ['account', 'since']},
  {name: 'an account', values: {...nothing, account: 'a'}, blanks: ['since']},
  {name: 'all of it', values: known, blanks: []},
])('blanks: $name', ({values, blanks}) => {
  expect(waysOf([roles, audits], values, clouds.global).blanks).toEqual(blanks)
})

test('a read without placeholders leaves nothing to fill in', () => {
  expect(waysOf([organization], nothing, clouds.global).blanks).toEqual([])
})

const filterOf = (text: string) => ({...read, filter: `a eq '${text.replace(/[{}]/g, '')}'`})
const anyText = fc.string({unit: 'grapheme', maxLength: 40})

test('a value that is not what its placeholder takes is a blank, whoever said it', () => {
  fc.assert(
    fc.property(anyText, value => {
      fc.pre(!/^[\dA-Za-z-]+$/.test(value))
      const bad = {account: value, since: value, tenant: value}
      expect(waysOf([roles, audits], bad, clouds.global)).toEqual(
        waysOf([roles, audits], nothing, clouds.global),
      )
    }),
  )
})

test('every text is ASCII, and ends without a line break', () => {
  fc.assert(
    fc.property(anyText, text => {
      fc.pre(!/\s/.test(text))
      const {powershell, azBash, azPowershell} = waysOf([filterOf(text)], known, clouds['usgov-l5'])
      for (const way of [powershell, azBash, azPowershell ?? '-'])
        expect(way).toMatch(/^[ -~]+(?:\n[ -~]+)*$/)
    }),
  )
})

test('bash takes an address for one argument, whatever the filter says', () => {
  fc.assert(
    fc.property(anyText, text => {
      const filtered = filterOf(text)
      const {azBash} = waysOf([filtered], nothing, clouds.global)
      const command = azBash.split('\n').at(-1)?.replace('az rest', `printf '%s\\0'`) ?? ''
      const given = execFileSync('bash', ['-c', command], {encoding: 'utf8'}).split('\0').slice(0, -1)
      expect(given.slice(0, 3)).toEqual(['--method', 'get', '--url'])
      expect(given).toHaveLength(4)
      expect(new URL(given[3] ?? '').searchParams.get('$filter')).toBe(filtered.filter)
    }),
    {numRuns: 60},
  )
})

test('PowerShell takes a filter for one literal, whatever it says', () => {
  fc.assert(
    fc.property(fc.string({unit: fc.constantFrom("'", '’', '"', '$', '`', '&', 'a', ' ')}), text => {
      const filtered = filterOf(text)
      const {azPowershell} = waysOf([filtered], nothing, clouds.global)
      if (azPowershell === null) expect(text).toContain('’')
      else {
        const literal = /--url-parameters '((?:[^']|'')*)'$/.exec(azPowershell)?.[1]
        expect(literal?.replaceAll("''", "'")).toBe(`$filter=${filtered.filter}`)
      }
    }),
  )
})

describe('a change, done another way', () => {
  const values = {softMatch: true}
  const ways = (cloud: Cloud = clouds.global) => changeWaysOf(block, values, {cloud, tenant: known.tenant})
  const body = '{"features":{"softMatch":true}}'

  test('Graph PowerShell sends only these values, once, with the scopes of the change', () => {
    expect(ways().powershell.split('\n')).toEqual([
      `Connect-MgGraph -Scopes 'OnPremDirectorySynchronization.ReadWrite.All' -TenantId '${known.tenant}'`,
      `$key = 'ID-THAT-THE-READ-GIVES'`,
      `Invoke-MgGraphRequest -Method PATCH -ContentType 'application/json' -Body '${body}' -Uri ('https://graph.microsoft.com/v1.0/directory/onPremisesSynchronization/' + $key)`,
    ])
  })

  test('az rest takes the body as it stands in bash, and from a file in PowerShell', () => {
    expect(ways().azBash?.split('\n').at(-1)).toBe(
      `az rest --method patch --url 'https://graph.microsoft.com/v1.0/directory/onPremisesSynchronization/'"$key" --headers 'Content-Type=application/json' --body '${body}'`,
    )
    const text = ways().azPowershell ?? ''
    expect(text).toContain(`Set-Content -Path 'passerelle-body.json' -Encoding ascii -Value '${body}'`)
    expect(text.split('\n').at(-1)).toContain(`--body '@passerelle-body.json'`)
  })

  test('bash hands it over unchanged', () => {
    const line = ways().azBash?.split('\n').at(-1) ?? ''
    const script = `az() { printf '%s\\n' "$@"; }; key=K; ${line}`
    const given = execFileSync('bash', ['-c', script], {encoding: 'utf8'}).split('\n')
    expect(given).toContain('https://graph.microsoft.com/v1.0/directory/onPremisesSynchronization/K')
    expect(given).toContain(body)
  })

  test('the link of Graph Explorer carries method and body, in the global cloud only', () => {
    const link = new URL(ways().explorer?.href ?? '')
    expect(link.searchParams.get('method')).toBe('PATCH')
    expect(link.searchParams.get('request')).toBe('directory/onPremisesSynchronization/{key}')
    expect(atob(link.searchParams.get('requestBody') ?? '')).toBe(body)
    expect(ways(own).explorer).toBeNull()
  })
})

describe('a request about a user', () => {
  const input = (value: string) => ({
    seq: 1,
    at: '2026-11-22T09:43:00.000Z',
    utcOffset: 60,
    value,
    shown: value,
  })
  const inputs = {user: input(ines.upn), sku: input(ines.sku)}
  const bound = licencePage.steps.find(({id}) => id === 'assign')
  const filled = bound === undefined ? assign : (withInputs(bound, inputs).change ?? assign)
  const ways = (change = filled) => {
    return changeWaysOf(change, {licence: true}, {cloud: clouds.global, tenant: known.tenant})
  }
  const body = `{"addLicenses":[{"skuId":"${ines.sku}","disabledPlans":[]}],"removeLicenses":[]}`
  const address = 'https://graph.microsoft.com/v1.0/users/'

  test('the read before it has the user in its address, encoded once', () => {
    const asked = {...read, path: '/v1.0/users/{user}', scopes: ['User.Read.All']}
    const presses = [{id: 'p', label: '', verified: '', reads: [asked], setsBaseline: false}]
    const [press] = bound === undefined ? [] : withInputs({...bound, presses}, inputs).presses
    const texts = waysOf(press?.reads ?? [], nothing, clouds.global)
    expect(texts.blanks).toEqual([])
    expect(texts.powershell).toContain(`-Uri '${address}ines.moreau%40contoso.com'`)
    const unknown = waysOf([asked], nothing, clouds.global)
    expect(unknown.blanks).toEqual(['user'])
    expect(unknown.powershell).toContain(`$user = 'USER'`)
    expect(unknown.powershell).toContain(`-Uri ('${address}' + $user)`)
    expect(unknown.azBash).toContain(`--url '${address}'"$user"`)
    expect(unknown.azPowershell).toContain(`--url ('${address}' + $user)`)
  })

  test('its body stands as it is sent', () => {
    expect(ways().powershell.split('\n').at(-1)).toBe(
      `Invoke-MgGraphRequest -Method POST -ContentType 'application/json' -Body '${body}' -Uri ('${address}' + $key + '/assignLicense')`,
    )
    expect(ways().azBash).toContain('az rest --method post ')
    expect(ways().explorer?.href).toContain('method=POST')
    expect(ways()).toMatchObject({body, gaps: [], blanks: ['key'], secret: null})
  })

  test('what nobody gave yet is a text in capitals, and is named', () => {
    expect(ways(assign)).toMatchObject({body: body.replace(ines.sku, 'SKU'), gaps: ['SKU']})
  })

  test('a password is in none of the texts: PowerShell asks for it unseen, and no other command line takes it', () => {
    const texts = ways(reset)
    expect(texts).toMatchObject({azBash: null, azPowershell: null, gaps: [], secret: 'PASSWORD'})
    expect(texts.body).toBe('{"newPassword":"PASSWORD"}')
    const lines = texts.powershell.split('\n')
    expect(lines.at(-2)).toContain(`(Read-Host 'New password' -AsSecureString)`)
    expect(lines.at(-1)).toContain(`-Body ('{"newPassword":' + (ConvertTo-Json $secret) + '}') `)
  })
})
