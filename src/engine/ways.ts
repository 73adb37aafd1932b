// The same reads outside this page, as texts: Microsoft Graph PowerShell, `az rest`, Graph Explorer. Nothing is sent here.
import type {GraphRead} from '../model/action.ts'
import type {Change, ChangeValues} from '../model/change.ts'
import {clouds, type Cloud, type CloudName} from '../model/cloud.ts'
import {queryOf} from './call.ts'
import {bodyOf} from './body.ts'
import {
  exampleOf,
  inBash,
  inPowershell,
  joined,
  lines,
  pathPieces,
  piecesInBash,
  piecesInPowershell,
  variableOf,
  variablesOf,
  type Piece,
} from './shell-text.ts'
import {cutFilter, isValue, type ValueName} from './values.ts'

/**
 * What is known for the placeholders of the reads. What is null, or not what its placeholder takes, becomes a variable
 * that the person fills in: a record that came from a file could say anything.
 */
export interface WayValues {
  /** Object id of the signed-in account. */
  readonly account: string | null
  /** ISO time. */
  readonly since: string | null
  /** Tenant id of the run. */
  readonly tenant: string | null
}

/** Some reads, done another way. Every text is ASCII and ends without a line break. */
export interface Ways {
  readonly powershell: string
  /** `az rest` for bash. */
  readonly azBash: string
  /** `az rest` for PowerShell on any system; null where a filter is not ASCII. */
  readonly azPowershell: string | null
  /** One link for each read; null: Graph Explorer knows the global cloud only. */
  readonly explorer: readonly {readonly call: string; readonly href: string}[] | null
  /** Names of the variables to fill in first, `account`. */
  readonly blanks: readonly string[]
}

/** How these reads are done without this page, in a cloud. */
export function waysOf(reads: readonly GraphRead[], known: WayValues, cloud: Cloud): Ways {
  const values = typed(known)
  const found = Object.entries(clouds).find(([, {graph}]) => graph === cloud.graph)
  const preset = found ? (found[0] as CloudName) : null
  const blanks = [
    ...placeholders.filter(
      name => values[name] === null && reads.some(({filter}) => filter?.includes(`{${name}}`)),
    ),
    ...new Set(reads.flatMap(({path}) => variablesOf(pathPieces(path)))),
  ]
  const azPowershell = lines(
    ...blanks.map(name => `$${name} = '${exampleOf(name)}'`),
    ...azSignIn(preset, values),
    ...reads.map(read => azInPowershell(read, values, cloud, preset)),
  )
  return {
    powershell: lines(
      ...connect(reads, values, cloud, preset),
      ...blanks.map(name => `$${name} = '${exampleOf(name)}'`),
      ...reads.map(read => invoke(read, values, cloud)),
    ),
    azBash: lines(
      ...blanks.map(name => `${name}='${exampleOf(name)}'`),
      ...azSignIn(preset, values),
      ...reads.map(read => azInBash(read, values, cloud, preset)),
    ),
    azPowershell: /^[\n -~]*$/.test(azPowershell) ? azPowershell : null,
    explorer:
      preset === 'global'
        ? reads.map(read => ({call: `GET ${read.path}`, href: explorerLink(read, values)}))
        : null,
    blanks,
  }
}

/** One change, done another way; what `{key}` in its path stands for is a variable, which the read before it gives. */
export interface ChangeWays {
  readonly powershell: string
  /** Null where the body holds a secret: what stands on a command line stays in its history. */
  readonly azBash: string | null
  readonly azPowershell: string | null
  /** The body stands in the link and beside it. Null: Graph Explorer knows the global cloud only. */
  readonly explorer: {readonly call: string; readonly href: string} | null
  readonly body: string
  /** Names of the variables to fill in first. */
  readonly blanks: readonly string[]
  /** Texts in the body, in capitals, in whose place a value is put first. */
  readonly gaps: readonly string[]
  /** The text in the body that stands for the secret; the secret itself is in none of these texts. */
  readonly secret: string | null
}

/** How these values are set without this page, in a cloud. Sends nothing. */
export function changeWaysOf(
  change: Pick<Change, 'path' | 'method' | 'scopes' | 'properties' | 'body' | 'secret'>,
  values: ChangeValues,
  {cloud, tenant}: {readonly cloud: Cloud; readonly tenant: string | null},
): ChangeWays {
  const known = typed({account: null, since: null, tenant})
  const found = Object.entries(clouds).find(([, {graph}]) => graph === cloud.graph)
  const preset = found ? (found[0] as CloudName) : null
  const {body, gaps} = bodyText(change, values)
  const secret = change.secret === undefined ? null : exampleOf(variableOf(change.secret))
  const pieces = pathPieces(cloud.graph + change.path)
  const blanks = variablesOf(pieces)
  const az = (url: string, quote: (text: string) => string, from: string) =>
    [
      `az rest --method ${change.method.toLowerCase()} --url ${url} --headers ${quote('Content-Type=application/json')} --body ${from}`,
      ...azOptions({}, cloud, preset, quote),
    ].join(' ')
  const azPowershell = lines(
    ...blanks.map(name => `$${name} = '${exampleOf(name)}'`),
    ...azSignIn(preset, known),
    // In a file: Windows PowerShell takes the quotes out of what it hands to another program.
    `Set-Content -Path 'passerelle-body.json' -Encoding ascii -Value ${inPowershell(body)}`,
    az(piecesInPowershell(pieces), inPowershell, `'@passerelle-body.json'`),
  )
  const azBash = lines(
    ...blanks.map(name => `${name}='${exampleOf(name)}'`),
    ...azSignIn(preset, known),
    az(piecesInBash(pieces), inBash, inBash(body)),
  )
  return {
    powershell: lines(
      ...connect([change], known, cloud, preset),
      ...blanks.map(name => `$${name} = '${exampleOf(name)}'`),
      ...(secret === null ? [] : [askForSecret]),
      `Invoke-MgGraphRequest -Method ${change.method} -ContentType 'application/json' -Body ${bodyInPowershell(body, secret)} -Uri ${piecesInPowershell(pieces)}`,
    ),
    azBash: secret === null ? azBash : null,
    azPowershell: secret === null && /^[\n -~]*$/.test(azPowershell) ? azPowershell : null,
    explorer:
      preset === 'global' ? {call: `${change.method} ${change.path}`, href: changeLink(change, body)} : null,
    body,
    blanks,
    gaps: gaps.filter(gap => gap !== secret),
    secret,
  }
}

/** The body as text; what nobody has given yet, and the secret, is a text in capitals. */
function bodyText(
  change: Pick<Change, 'method' | 'properties' | 'body'>,
  values: ChangeValues,
): {readonly body: string; readonly gaps: readonly string[]} {
  if (change.method === 'PATCH') return {body: JSON.stringify(bodyOf(change, values)), gaps: []}
  const gaps = new Set<string>()
  const body = JSON.stringify(change.body ?? {}, (_, part: unknown) => {
    const name = typeof part === 'string' ? /^\{([\w-]+)\}$/.exec(part)?.[1] : undefined
    if (name === undefined) return part
    const gap = exampleOf(variableOf(name))
    gaps.add(gap)
    return gap
  })
  return {body, gaps: [...gaps]}
}

// Neither shown nor on the command line; in Windows PowerShell too.
const askForSecret = `$secret = [System.Net.NetworkCredential]::new('', (Read-Host 'New password' -AsSecureString)).Password`

function bodyInPowershell(body: string, secret: string | null): string {
  const [before = '', after] = secret === null ? [body] : body.split(JSON.stringify(secret))
  if (after === undefined) return inPowershell(body)
  return `(${inPowershell(before)} + (ConvertTo-Json $secret) + ${inPowershell(after)})`
}

function typed({account, since, tenant}: WayValues): WayValues {
  return {
    account: account !== null && isValue('account', account) ? account : null,
    since: since !== null && isValue('since', since) ? since : null,
    tenant: tenant !== null && isValue('account', tenant) ? tenant : null,
  }
}

const placeholders: readonly ValueName[] = ['account', 'since']
// https://learn.microsoft.com/powershell/microsoftgraph/authentication-commands#use-connect-mggraph-to-sign-in-to-a-national-cloud
const environments: Readonly<Record<CloudName, string>> = {
  global: 'Global',
  'usgov-l4': 'USGov',
  'usgov-l5': 'USGovDoD',
  china: 'China',
}

// https://learn.microsoft.com/cli/azure/manage-clouds-azure-cli; the CLI has no cloud of its own for L5.
const azClouds: Readonly<Record<CloudName, string | null>> = {
  global: null,
  'usgov-l4': 'AzureUSGovernment',
  'usgov-l5': 'AzureUSGovernment',
  china: 'AzureChinaCloud',
}

function connect(
  reads: readonly Pick<GraphRead, 'scopes'>[],
  {tenant}: WayValues,
  {authority, graph}: Cloud,
  preset: CloudName | null,
): readonly string[] {
  const scopes = [...new Set(reads.flatMap(read => read.scopes))].map(inPowershell).join(',')
  const environment = preset === null ? 'Passerelle' : environments[preset]
  const own = `Add-MgEnvironment -Name 'Passerelle' -AzureADEndpoint ${inPowershell(authority)} -GraphEndpoint ${inPowershell(graph)}`
  return [
    ...(preset === null ? [own] : []),
    [
      `Connect-MgGraph -Scopes ${scopes}`,
      ...(tenant === null ? [] : [`-TenantId '${tenant}'`]),
      ...(preset === 'global' ? [] : [`-Environment '${environment}'`]),
    ].join(' '),
  ]
}

function invoke(read: GraphRead, values: WayValues, cloud: Cloud): string {
  const url = piecesInPowershell(urlPieces(read, values, cloud))
  const headers = Object.entries(read.headers ?? {}).map(
    ([name, value]) => `${inPowershell(name)} = ${inPowershell(value)}`,
  )
  const more = headers.length > 0 ? ` -Headers @{${headers.join('; ')}}` : ''
  return `Invoke-MgGraphRequest -Method GET -OutputType Json${more} -Uri ${url}`
}

function azSignIn(preset: CloudName | null, {tenant}: WayValues): readonly string[] {
  const name = preset === null ? null : azClouds[preset]
  const login = ['az login --allow-no-subscriptions', ...(tenant === null ? [] : [`--tenant '${tenant}'`])]
  return [...(name === null ? [] : [`az cloud set --name ${name}`]), login.join(' ')]
}

function azInBash(read: GraphRead, values: WayValues, cloud: Cloud, preset: CloudName | null): string {
  const url = piecesInBash(urlPieces(read, values, cloud))
  return [`az rest --method get --url ${url}`, ...azOptions(read, cloud, preset, inBash)].join(' ')
}

// Not the query in the address: on Windows `az` is a batch file, for which `&` would end the command.
function azInPowershell(read: GraphRead, values: WayValues, cloud: Cloud, preset: CloudName | null): string {
  const query = queryOf(read).map(([name, value]) =>
    piecesInPowershell(joined([`${name}=`, ...piecesOf(value, values)])),
  )
  return [
    `az rest --method get --url ${piecesInPowershell(pathPieces(cloud.graph + read.path))}`,
    ...(query.length > 0 ? [`--url-parameters ${query.join(' ')}`] : []),
    ...azOptions(read, cloud, preset, inPowershell),
  ].join(' ')
}

function azOptions(
  {headers = {}}: Pick<GraphRead, 'headers'>,
  {graph}: Cloud,
  preset: CloudName | null,
  quote: (text: string) => string,
): readonly string[] {
  const pairs = Object.entries(headers).map(([name, value]) => quote(`${name}=${value}`))
  // The CLI finds the resource by the address only where its cloud has that address.
  const unknown = preset === null || preset === 'usgov-l5'
  return [
    ...(pairs.length > 0 ? [`--headers ${pairs.join(' ')}`] : []),
    ...(unknown ? [`--resource ${quote(graph)}`] : []),
  ]
}

// The form of Graph Explorer's own "share query" link: the request without its version, plain but for what ends a value.
function explorerLink(read: GraphRead, values: WayValues): string {
  const [, version = '', path = ''] = /^\/([^/]+)\/(.*)$/.exec(read.path) ?? []
  const query = queryOf(read).map(([name, value]) => {
    const plain = piecesOf(value, values).map(piece =>
      typeof piece === 'string' ? piece.replace(/[%&#+]/g, encodeURIComponent) : `{${piece.variable}}`,
    )
    return `${name}=${plain.join('')}`
  })
  const headers = Object.entries(read.headers ?? {}).map(([name, value]) => ({name, value}))
  const parameters = [
    ['request', query.length > 0 ? `${path}?${query.join('&')}` : path],
    ['method', 'GET'],
    ['version', version],
    ['GraphUrl', clouds.global.graph],
    ...(headers.length > 0 ? [['headers', btoa(JSON.stringify(headers))] as const] : []),
  ] as const
  const search = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  return `https://developer.microsoft.com/graph/graph-explorer?${search}`
}

// Graph Explorer's own link carries the body in base64; its path may hold a name in braces, which is filled in there.
function changeLink({path, method}: Pick<Change, 'path' | 'method'>, body: string): string {
  const [, version = '', request = ''] = /^\/([^/]+)\/(.*)$/.exec(path) ?? []
  const bytes = String.fromCharCode(...new TextEncoder().encode(body))
  const parameters = [
    ['request', request],
    ['method', method],
    ['version', version],
    ['GraphUrl', clouds.global.graph],
    ['requestBody', btoa(bytes)],
  ] as const
  const search = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  return `https://developer.microsoft.com/graph/graph-explorer?${search}`
}

/** The whole address, encoded, with no quote in it: what stands between the pieces are variables. */
function urlPieces(read: GraphRead, values: WayValues, cloud: Cloud): readonly Piece[] {
  const query = queryOf(read).flatMap(([name, value], index): readonly Piece[] => [
    `${index === 0 ? '?' : '&'}${name}=`,
    ...piecesOf(value, values).map(piece => (typeof piece === 'string' ? encode(piece) : piece)),
  ])
  return joined([...pathPieces(cloud.graph + read.path), ...query])
}

function piecesOf(text: string, values: WayValues): readonly Piece[] {
  return cutFilter(text).map((part, index): Piece => {
    if (index % 2 === 0) return part
    const variable = part as ValueName
    return values[variable] ?? {variable}
  })
}

function encode(value: string): string {
  return encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%24', '$').replaceAll("'", '%27')
}
