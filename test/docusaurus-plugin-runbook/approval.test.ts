// What the approval file says is what was compiled, in both languages alike.
import {readFileSync} from 'node:fs'
import {toString} from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {approvalMarkdown} from '../../plugins/docusaurus-plugin-runbook/approval.ts'
import type {Approval} from '../../plugins/docusaurus-plugin-runbook/approval-teller.ts'
import {approvalWords} from '../../plugins/docusaurus-plugin-runbook/approval-words.ts'
import {contentSecurityPolicy, requestedOrigins} from '../../plugins/docusaurus-plugin-runbook/csp.ts'
import {scopeWordsOf, sha256, type CompiledPage} from '../../plugins/runbook/index.ts'
import {clouds} from '../../src/model/cloud.ts'
import type {BoundStep} from '../../src/model/action.ts'
import type {PageModel} from '../../src/model/page.ts'
import {passerelle} from '../cli/passerelle.ts'
import {faults} from '../components/typography.ts'
import {compileBlockMatching} from '../runbook/block-matching.ts'
import {compileFlagship} from '../runbook/flagship.ts'
import {compileRunbook, licence, writebackProof} from '../runbook/runbooks.ts'

const locales = ['en-US', 'fr-FR'] as const
const flagship = compileFlagship()
const blockMatching = compileBlockMatching()
const model = modelOf(flagship)
const signIn = {
  clientId: '00000000-0000-0000-0000-000000000001',
  tenant: '00000000-0000-0000-0000-000000000002',
  cloud: 'global',
} as const
const approval: Approval = {
  runbooks: [flagship],
  configuration: {url: 'https://passerelle.example', signIn},
  policy: contentSecurityPolicy({scripts: ["'sha256-abc='"], styles: [], origins: requestedOrigins(signIn)}),
  build: 'b0123456789a',
}

describe.each(locales)('%s', locale => {
  const words = approvalWords[locale]
  const file = read(approval, locale)

  test('has every call of the registry, and no other', () => {
    expect(new Set(column(file, flagship.page(locale)?.title, 0))).toEqual(new Set(model.calls))
  })

  test('has every permission that `passerelle scopes` lists, with its steps, and those of a sign-in', () => {
    const lines = passerelle(['scopes', 'password-writeback']).stdout.trim().split('\n')
    const listed = new Map<string, Set<string>>()
    for (const line of lines) {
      const [number = '', , , , scope = ''] = line.split('\t')
      listed.set(scope, (listed.get(scope) ?? new Set()).add(number))
    }
    const rows = file.tables.get(words.scopes) ?? []
    expect(rows.map(([scope]) => scope)).toEqual([...listed.keys(), 'openid', 'profile', 'offline_access'])
    for (const [scope, numbers] of listed) {
      const row = rows.find(([name]) => name === scope)
      expect(row?.[1]).toContain(scopeWordsOf(scope)?.says[locale])
      expect(row?.[2]).toBe(scopeWordsOf(scope)?.adminConsent === true ? words.yes : words.no)
      expect(row?.[3]?.split(', ').slice(1)).toEqual([...numbers])
    }
  })

  test('has the policy, the build, both hashes, and the hosts of the cloud', () => {
    const policy = file.code.map(line => line.split(' '))
    expect(Object.fromEntries(policy.map(([name = '', ...sources]) => [name, sources]))).toEqual(
      approval.policy,
    )
    expect(file.markdown).toContain(`\`${approval.build}\``)
    expect(file.tables.get(words.runbooks)?.[0]).toEqual(
      expect.arrayContaining([model.articleHash, expect.stringContaining(sha256(JSON.stringify(model)))]),
    )
    expect(column(file, words.hosts, 0)).toEqual([
      'https://passerelle.example',
      ...Object.values(clouds.global),
    ])
  })

  test('names the roles of each runbook in its language', () => {
    const [row = []] = file.tables.get(words.roles) ?? []
    for (const role of model.needs.roles?.anyOf ?? []) {
      expect(row[1]).toContain(flagship.page(locale)?.catalogue.texts[role.name])
      expect(row[1]).toContain(role.id)
    }
  })

  test('without a client id it says so, and names no other host', () => {
    const own = read({...approval, configuration: {...approval.configuration, signIn: null}}, locale)
    expect(own.markdown).toContain(words.noClientId)
    expect(own.markdown).toContain(words.noHosts)
    expect(column(own, words.hosts, 0)).toEqual(['https://passerelle.example'])
  })

  test('in another cloud a permission has its whole name, a second registration is named', () => {
    const changeClientId = '00000000-0000-0000-0000-000000000003'
    const own = read(
      {
        ...approval,
        configuration: {...approval.configuration, signIn: {...signIn, changeClientId, cloud: 'china'}},
      },
      locale,
    )
    expect(column(own, words.scopes, 0)).toContain('https://microsoftgraph.chinacloudapi.cn/User.Read')
    expect(own.tables.get(words.inShort)).toContainEqual([words.changeClientId, changeClientId])
  })

  test('without a policy it says so', () => {
    const own = read({...approval, policy: null}, locale)
    expect(own.code).toEqual([])
    expect(own.markdown).toContain(words.noPolicy)
    expect(own.markdown).toContain(words.scriptNoPolicy)
  })

  test('what a title holds stays text', () => {
    const title = '<script>alert(1)</script> [x](javascript:1) `y` | z'
    const page = flagship.page(locale)
    const own = read({...approval, runbooks: [{...flagship, page: () => page && {...page, title}}]}, locale)
    expect([...own.tables.keys()]).toContain(title)
    expect(own.html).toEqual([])
    expect(own.links.filter(address => address.startsWith('javascript:'))).toEqual([])
  })

  test('the guide that it names has that title', () => {
    const folder = locale === 'en-US' ? 'docs' : `i18n/${locale}/docusaurus-plugin-content-docs/current`
    expect(readFileSync(`${folder}/guides/register-the-app.md`, 'utf8')).toContain(`\n# ${words.guide}\n`)
    expect(file.links).toContain(`${locale === 'en-US' ? '' : `/${locale}`}/guides/register-the-app`)
  })
})

test('both languages have the same sections, and tables with the same rows', () => {
  const [english, french] = locales.map(locale => read(approval, locale))
  expect(french?.depths).toEqual(english?.depths)
  const codes = (file: ReturnType<typeof read> | undefined) =>
    [...(file?.tables.values() ?? [])].map(rows => rows.length)
  expect(codes(french)).toEqual(codes(english))
  expect(french?.spans).toEqual(english?.spans)
})

describe.each(locales)('a runbook that changes the tenant, %s', locale => {
  const words = approvalWords[locale]
  const page = blockMatching.page(locale)
  const file = read({...approval, runbooks: [flagship, blockMatching]}, locale)
  const told = (key: string) => page?.catalogue.texts[`steps.block.change.${key}`] ?? key

  test('has its read and its request among the calls, with what it sets and the writing scope', () => {
    const rows = (file.tables.get(page?.title ?? '') ?? []).filter(([, why]) => why?.includes(told('run')))
    expect(rows.map(([call, , asks, scope]) => [call, asks, scope])).toEqual([
      [
        'GET /v1.0/directory/onPremisesSynchronization',
        '$select=id,features',
        'OnPremDirectorySynchronization.Read.All',
      ],
      [
        'PATCH /v1.0/directory/onPremisesSynchronization/{key}',
        words.setsOnly.replace(
          '{body}',
          'features.blockSoftMatchEnabled=true features.blockCloudObjectTakeoverThroughHardMatchEnabled=true',
        ),
        'OnPremDirectorySynchronization.ReadWrite.All',
      ],
    ])
  })

  test('says which permission is asked for the change', () => {
    const rows = new Map((file.tables.get(words.scopes) ?? []).map(row => [row[0], row[3] ?? '']))
    expect(rows.get('OnPremDirectorySynchronization.ReadWrite.All')).toContain(`2.2 (${words.toChange})`)
    expect(rows.get('OnPremDirectorySynchronization.Read.All')).toMatch(/2\.1, 2\.2, 2\.3$/)
  })

  test('tells the effect, the reach, the confirmation and the undo', () => {
    expect(file.tables.get(words.changesOf)).toEqual([
      [
        expect.stringMatching(/, 2\.2$/),
        `${told('properties.soft-match.label')} (features.blockSoftMatchEnabled) = ${told('properties.soft-match.words.true')}; ` +
          `${told('properties.hard-match.label')} (features.blockCloudObjectTakeoverThroughHardMatchEnabled) = ${told('properties.hard-match.words.true')}`,
        told('reach'),
        words.confirmDialog,
        words.undoHow,
      ],
    ])
    expect(file.markdown).not.toContain(words.noChanges)
  })

  test('where there is no undo, says why', () => {
    const irreversible = {
      ...blockMatching,
      page: () => page && {...page, model: {...page.model, steps: page.model.steps.map(withoutUndo)}},
    }
    const own = read({...approval, runbooks: [irreversible]}, locale)
    expect(own.tables.get(words.changesOf)?.[0]?.[4]).toBe(words.noUndo.replace('{why}', told('reach')))
  })

  test('without one, says that nothing is changed', () => {
    expect(read(approval, locale).markdown).toContain(words.changesNone)
  })
})

describe.each(locales)('requests whose body is written out, %s', locale => {
  const words = approvalWords[locale]
  const runbooks = [licence, writebackProof].map(files => compileRunbook(files))
  const [ofLicence, ofProof] = runbooks.map(compiled => compiled.page(locale))
  const file = read({...approval, runbooks}, locale)
  const rowsOf = (title: string | undefined, method: string) =>
    (file.tables.get(title ?? '') ?? []).filter(([call]) => call?.startsWith(method))

  test('stand among the calls with what they send', () => {
    expect(rowsOf(ofLicence?.title, 'POST').map(([, , asks]) => asks)).toEqual(
      [
        '{"addLicenses":[{"skuId":"{licence}","disabledPlans":[]}],"removeLicenses":[]}',
        '{"addLicenses":[],"removeLicenses":["{licence}"]}',
      ].map(body => words.sends.replace('{body}', body)),
    )
    expect(rowsOf(ofProof?.title, 'POST').map(([, , asks]) => asks)).toEqual([
      words.sends.replace('{body}', '{"newPassword":"{password}"}'),
    ])
  })

  test('and so does the read of what Graph goes on with, under the scope of the request', () => {
    const [row] = rowsOf(ofProof?.title, 'GET /v1.0/users/{key}/authentication/operations')
    expect(row?.slice(2, 4)).toEqual([words.follows, 'UserAuthenticationMethod.ReadWrite.All'])
  })

  test('say what they do, and how that is undone', () => {
    const rows = file.tables.get(words.changesOf) ?? []
    expect(rows).toHaveLength(4)
    const says = (page: typeof ofProof, key: string) => page?.catalogue.texts[key] ?? key
    expect(rows[3]?.[1]).toBe(says(ofProof, 'steps.reset.change.run'))
    expect(rows[3]?.[4]).toBe(words.noUndo.replace('{why}', says(ofProof, 'steps.reset.irreversible')))
    expect(rows[1]?.[1]).toBe(
      `${says(ofLicence, 'steps.assign.change.properties.licence.label')} = ${says(ofLicence, 'steps.assign.change.properties.licence.words.true')}`,
    )
    expect(rows[1]?.[4]).toBe(
      words.undoSends.replace('{body}', '{"addLicenses":[],"removeLicenses":["{licence}"]}'),
    )
  })
})

// Each is planted in the model alone: whatever is computed follows it.
describe.each<readonly [what: string, change: (of: PageModel) => Partial<PageModel>, shown: string]>([
  ['a call', of => ({calls: [...of.calls, 'GET /v1.0/planted']}), '`GET /v1.0/planted`'],
  ['a change', of => ({calls: [...of.calls, 'PATCH /v1.0/planted']}), '`PATCH /v1.0/planted`'],
  [
    'a permission',
    of => ({
      scopes: [
        ...of.scopes,
        {step: 'account', press: 'run', phase: 'look', scope: 'Planted.Read', calls: ['GET /v1.0/me']},
      ],
    }),
    '`Planted.Read`',
  ],
  [
    'a role',
    of => ({needs: {...of.needs, roles: {...rolesOf(of), anyOf: [{id: 'planted-role', name: 'topic'}]}}}),
    '`planted-role`',
  ],
])('%s more in the model', (_, change, shown) => {
  test.each(locales)('shows up, %s', locale => {
    const planted: CompiledPage = {
      ...flagship,
      page: of => {
        const page = flagship.page(of)
        return page && {...page, model: {...page.model, ...change(page.model)}}
      },
    }
    const before = approvalMarkdown(approval, locale)
    const after = approvalMarkdown({...approval, runbooks: [planted]}, locale)
    expect(before).not.toContain(shown)
    expect(after).toContain(shown)
  })
})

test('a change in the model ends "every call reads"', () => {
  const planted: CompiledPage = {
    ...flagship,
    page: of => {
      const page = flagship.page(of)
      return page && {...page, model: {...page.model, calls: [...page.model.calls, 'PATCH /v1.0/planted']}}
    },
  }
  const {noChanges} = approvalWords['en-US']
  expect(approvalMarkdown(approval, 'en-US')).toContain(noChanges)
  expect(approvalMarkdown({...approval, runbooks: [planted]}, 'en-US')).not.toContain(noChanges)
})

test.each(faults)('no French word of it has %s', (_, fault) => {
  expect(Object.entries(approvalWords['fr-FR']).filter(([, text]) => fault.test(text))).toEqual([])
})

test('both languages fill in the same', () => {
  const names = (text: string) => text.match(/\{\w+\}/g)?.sort() ?? []
  for (const [key, english] of Object.entries(approvalWords['en-US']))
    expect(names(approvalWords['fr-FR'][key as keyof (typeof approvalWords)['fr-FR']]), key).toEqual(
      names(english),
    )
})

/** What a person sees of a file: tables by the heading above, code of blocks, code spans, links. */
function read(of: Approval, locale: (typeof locales)[number]) {
  const markdown = approvalMarkdown(of, locale)
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown)
  const tables = new Map<string, readonly (readonly string[])[]>()
  const seen = {code: [] as string[], spans: [] as string[], links: [] as string[], html: [] as string[]}
  const depths: number[] = []
  let heading = ''
  visit(tree, node => {
    if (node.type === 'heading') {
      heading = toString(node)
      depths.push(node.depth)
    }
    if (node.type === 'table')
      tables.set(
        heading,
        node.children.slice(1).map(row => row.children.map(cell => toString(cell))),
      )
    if (node.type === 'code') seen.code.push(...node.value.split('\n'))
    if (node.type === 'inlineCode') seen.spans.push(node.value)
    if (node.type === 'link') seen.links.push(node.url)
    if (node.type === 'html') seen.html.push(node.value)
  })
  return {markdown, tables, depths, ...seen}
}

function column(file: ReturnType<typeof read>, title: string | undefined, at: number): readonly string[] {
  return (file.tables.get(title ?? '') ?? []).map(row => row[at] ?? '')
}

function withoutUndo(step: BoundStep): BoundStep {
  if (step.change === undefined) return step
  const {run, done, already} = step.change.says
  return {...step, irreversible: step.change.reach, change: {...step.change, says: {run, done, already}}}
}

function modelOf(page: CompiledPage): PageModel {
  if (page.model === null) throw new TypeError('the flagship has no page')
  return page.model
}

function rolesOf({needs}: PageModel): NonNullable<PageModel['needs']['roles']> {
  if (needs.roles === undefined) throw new TypeError('the flagship needs no role')
  return needs.roles
}
