// The same reads outside this page, as texts: Microsoft Graph PowerShell, `az rest`, Graph Explorer. Nothing is sent here.
import type {GraphRead} from '../model/action.ts'
import type {Change, ChangeValues} from '../model/change.ts'
import {clouds, type Cloud, type CloudName} from '../model/cloud.ts'
import {queryOf} from './call.ts'
import {bodyOf} from './change.ts'
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
  readonly blanks: readonly ValueName[]
}

/** A text, or the variable that stands where a value is not known. */
type Piece = string | {readonly variable: ValueName | 'key'}

/** How these reads are done without this page, in a cloud. */
export function waysOf(reads: readonly GraphRead[], known: WayValues, cloud: Cloud): Ways {
  const values = typed(known)
  const found = Object.entries(clouds).find(([, {graph}]) => graph === cloud.graph)
  const preset = found ? (found[0] as CloudName) : null
  const blanks = placeholders.filter(
    name => values[name] === null && reads.some(({filter}) => filter?.includes(`{${name}}`)),
  )
  const azPowershell = lines(
    ...blanks.map(name => `$${name} = '${examples[name]}'`),
    ...azSignIn(preset, values),
    ...reads.map(read => azInPowershell(read, values, cloud, preset)),
  )
  return {
    powershell: lines(
      ...connect(reads, values, cloud, preset),
      ...blanks.map(name => `$${name} = '${examples[name]}'`),
      ...reads.map(read => invoke(read, values, cloud)),
    ),
    azBash: lines(
      ...blanks.map(name => `${name}='${examples[name]}'`),
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
export interface ChangeWays extends Pick<Ways, 'powershell' | 'azBash' | 'azPowershell'> {
  /** The body stands in the link and beside it. Null: Graph Explorer knows the global cloud only. */
  readonly explorer: {readonly call: string; readonly href: string} | null
  readonly body: string
  /** Name of the variable to fill in first; null where the path needs none. */
  readonly blank: string | null
}

/** How these values are set without this page, in a cloud. Sends nothing. */
export function changeWaysOf(
  change: Pick<Change, 'path' | 'method' | 'scopes' | 'properties'>,
  values: ChangeValues,
  {cloud, tenant}: {readonly cloud: Cloud; readonly tenant: string | null},
): ChangeWays {
  const known = typed({account: null, since: null, tenant})
  const found = Object.entries(clouds).find(([, {graph}]) => graph === cloud.graph)
  const preset = found ? (found[0] as CloudName) : null
  const body = JSON.stringify(bodyOf(change, values))
  const [before = '', after] = (cloud.graph + change.path).split('{key}')
  const keyed = after !== undefined
  const pieces = keyed ? joined([before, {variable: 'key'}, after]) : [before]
  const az = (url: string, quote: (text: string) => string, from: string) =>
    [
      `az rest --method patch --url ${url} --headers ${quote('Content-Type=application/json')} --body ${from}`,
      ...azOptions({}, cloud, preset, quote),
    ].join(' ')
  const azPowershell = lines(
    ...(keyed ? [`$key = '${keyExample}'`] : []),
    ...azSignIn(preset, known),
    // In a file: Windows PowerShell takes the quotes out of what it hands to another program.
    `Set-Content -Path 'passerelle-body.json' -Encoding ascii -Value ${inPowershell(body)}`,
    az(piecesInPowershell(pieces), inPowershell, `'@passerelle-body.json'`),
  )
  return {
    powershell: lines(
      ...connect([change], known, cloud, preset),
      ...(keyed ? [`$key = '${keyExample}'`] : []),
      `Invoke-MgGraphRequest -Method ${change.method} -ContentType 'application/json' -Body ${inPowershell(body)} -Uri ${piecesInPowershell(pieces)}`,
    ),
    azBash: lines(
      ...(keyed ? [`key='${keyExample}'`] : []),
      ...azSignIn(preset, known),
      az(piecesInBash(pieces), inBash, inBash(body)),
    ),
    azPowershell: /^[\n -~]*$/.test(azPowershell) ? azPowershell : null,
    explorer:
      preset === 'global' ? {call: `${change.method} ${change.path}`, href: changeLink(change, body)} : null,
    body,
    blank: keyed ? '$key' : null,
  }
}

const keyExample = 'ID-THAT-THE-READ-GIVES'

function typed({account, since, tenant}: WayValues): WayValues {
  return {
    account: account !== null && isValue('account', account) ? account : null,
    since: since !== null && isValue('since', since) ? since : null,
    tenant: tenant !== null && isValue('account', tenant) ? tenant : null,
  }
}

const placeholders: readonly ValueName[] = ['account', 'since']
const examples: Readonly<Record<ValueName, string>> = {
  account: 'OBJECT-ID-OF-THE-ACCOUNT',
  since: '2026-01-31T12:00:00Z',
}

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
    `az rest --method get --url ${inPowershell(cloud.graph + read.path)}`,
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
  return joined([cloud.graph + read.path, ...query])
}

function piecesOf(text: string, values: WayValues): readonly Piece[] {
  return cutFilter(text).map((part, index): Piece => {
    if (index % 2 === 0) return part
    const variable = part as ValueName
    return values[variable] ?? {variable}
  })
}

/** Texts that follow each other as one; empty ones are left out. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.reduce<readonly Piece[]>((done, piece) => {
    const last = done.at(-1)
    if (piece === '') return done
    return typeof piece === 'string' && typeof last === 'string'
      ? [...done.slice(0, -1), last + piece]
      : [...done, piece]
  }, [])
}

/** One argument: nothing expands in single quotes, and variables stand between them. */
function piecesInPowershell(pieces: readonly Piece[]): string {
  const parts = pieces.map(piece => (typeof piece === 'string' ? inPowershell(piece) : `$${piece.variable}`))
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' + ')})`
}

function piecesInBash(pieces: readonly Piece[]): string {
  return pieces
    .map(piece => (typeof piece === 'string' ? inBash(piece) : `"$${piece.variable}"`))
    .filter(piece => piece !== "''")
    .join('')
}

// PowerShell takes the typographic quotes for quotes too.
function inPowershell(text: string): string {
  return `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`
}

function inBash(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

function encode(value: string): string {
  return encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%24', '$').replaceAll("'", '%27')
}

function lines(...all: readonly string[]): string {
  return all.join('\n')
}
