// What the person who approves the site has to know, computed from what was built. Only the words are written by hand.
import {batch, calls, changes, scopes} from './approval-calls.ts'
import {keptDataOf} from './approval-kept.ts'
import {day, fill, tellerOf, text, unique, type Approval, type Teller} from './approval-teller.ts'
import type {ApprovalLocale, ApprovalWords} from './approval-words.ts'
import {scopeWordsOf, sha256} from '../runbook/index.ts'
import {bullets, code, link, plain, table} from './markdown.ts'

/** The approval file of a build in one language, as Markdown. A runbook without that language is told in English. */
export function approvalMarkdown(approval: Approval, locale: ApprovalLocale): string {
  const teller = tellerOf(approval, locale)
  const {words} = teller
  const sections: readonly (readonly [title: string, ...blocks: readonly string[]])[] = [
    [words.inShort, inShort(teller)],
    [words.what, words.whatStatic, fill(words.whatWho, {site: teller.site}), words.whatClosed],
    [words.runbooks, fill(words.runbooksLead, {model: code('model')}), runbooks(teller)],
    [words.scopes, words.scopesLead, scopes(teller)],
    [words.callsOf, words.callsLead, ...batch(teller), ...teller.pages.flatMap(page => calls(page, teller))],
    [words.changesOf, ...changeSection(teller)],
    [words.roles, words.rolesLead, roles(teller)],
    [words.kept, words.keptLead, kept(teller), words.exported],
    [words.hosts, teller.cloud === null ? words.noHosts : words.hostsLead, hosts(teller), words.hostsLinks],
    [words.policy, ...policyOf(teller)],
    [words.script, words.scriptLead, bullets(bounds(teller))],
    [words.revoke, fill(words.revokeLead, {guide: teller.guide}), bullets(revocation(words))],
    [words.untested, bullets(untested(words))],
  ]
  return [
    `# ${words.title}`,
    fill(words.lead, {site: teller.site}),
    ...sections.flatMap(([title, ...blocks]) => [`## ${title}`, ...blocks]),
    '',
  ].join('\n\n')
}

function inShort({words, configuration, build, pages, locale, cloud, site}: Teller): string {
  const {signIn} = configuration
  const models = pages.map(({model}) => model)
  const all = unique(models.flatMap(model => model.calls))
  const changing = all.filter(call => !call.startsWith('GET '))
  const asked = unique(models.flatMap(model => model.scopes.map(use => use.scope)))
  const number = (value: number) => value.toLocaleString(locale)
  const admin = asked.filter(scope => scopeWordsOf(scope)?.adminConsent !== false)
  const changes = signIn?.changeClientId
  return table(
    [words.fact, words.value],
    [
      [words.site, site],
      [words.build, code(build)],
      [words.clientId, signIn === null ? words.noClientId : code(signIn.clientId)],
      ...(changes === undefined ? [] : [[words.changeClientId, code(changes)]]),
      ...(signIn === null ? [] : [[words.tenant, code(signIn.tenant)]]),
      ...(cloud === null || signIn === null
        ? []
        : [[words.cloud, typeof signIn.cloud === 'string' ? code(signIn.cloud) : words.ownCloud]]),
      [
        words.changes,
        changing.length === 0 ? words.noChanges : fill(words.someChanges, {n: number(changing.length)}),
      ],
      [words.calls, number(all.length)],
      [words.permissions, fill(words.ofThemAdmin, {n: number(asked.length), admin: number(admin.length)})],
    ],
  )
}

function runbooks(teller: Teller): string {
  const {words, pages, at} = teller
  return table(
    [words.runbook, words.id, words.reviewed, words.article, words.actions],
    pages.map(page => {
      const {model} = page
      const file = `/runbooks/${model.slug}.json`
      return [
        at(page),
        code(model.runbook),
        day(model.reviewedOn, teller),
        code(model.articleHash),
        `${code(sha256(JSON.stringify(model)))} ${link(file, file)}`,
      ]
    }),
  )
}

function changeSection(teller: Teller): readonly string[] {
  const {words} = teller
  const told = changes(teller)
  // A sentence of its own, where the summary says it as a value.
  return told === null ? [words.changesNone] : [words.changesLead, told]
}

function roles(teller: Teller): string {
  const {words, pages, at} = teller
  return table(
    [words.runbook, words.role, words.licence],
    pages.map(page => {
      const {roles: needed, licence} = page.model.needs
      return [
        at(page),
        needed === undefined
          ? words.none
          : `${needed.anyOf.map(role => `${plain(text(page, role.name))} ${code(role.id)}`).join('; ')} (${needed.sources.map(source => link(words.source, source)).join(', ')}; ${words.consulted} ${day(needed.checked, teller)})`,
        licence === undefined
          ? words.none
          : `${plain(text(page, licence.text))} (${link(words.source, licence.source)})`,
      ]
    }),
  )
}

function kept({words}: Teller): string {
  return table(
    [words.data, words.where, words.until],
    keptDataOf(words).map(({what, area, names, until}) => [
      what,
      `${area}: ${names.map(code).join(', ')}`,
      until,
    ]),
  )
}

function hosts({words, configuration, cloud}: Teller): string {
  const rows = [
    [configuration.url, words.hostSite],
    ...(cloud === null
      ? []
      : [
          [cloud.authority, words.hostAuthority],
          [cloud.graph, words.hostGraph],
          [cloud.portal, words.hostPortal],
        ]),
  ]
  return table(
    [words.host, words.purpose],
    rows.map(([host = '', purpose = '']) => [code(host), purpose]),
  )
}

function policyOf({words, policy}: Teller): readonly string[] {
  if (policy === null) return [words.noPolicy]
  const lines = Object.entries(policy).map(([directive, sources]) => [directive, ...sources].join(' '))
  return [words.policyLead, ['```text', ...lines, '```'].join('\n')]
}

function bounds({words, policy}: Teller): readonly string[] {
  return [
    policy === null ? words.scriptNoPolicy : words.scriptPolicy,
    words.scriptScopes,
    words.scriptRoles,
    words.scriptAssigned,
    words.scriptTime,
    words.scriptHost,
  ]
}

function revocation(words: ApprovalWords): readonly string[] {
  return [words.revokeDisable, words.revokeConsent, words.revokeSessions, words.revokeDelete]
}

function untested(words: ApprovalWords): readonly string[] {
  return [
    words.untestedTenant,
    words.untestedClouds,
    words.untestedBrowsers,
    words.untestedReview,
    words.untestedCommands,
  ]
}
