/** The words of the approval file. What stands in braces is filled in. */
const words = {
  title: 'Approval file',
  lead: 'For the person who decides whether {site} may be used. The build wrote this page from the compiled runbooks, the configuration and the policy of this very build. Nobody writes it by hand.',
  home: 'All runbooks',
  other: 'Cette page en français',
  markdown: 'The same as Markdown',
  skip: 'Skip to the content',
  none: 'none',
  yes: 'yes',
  no: 'no',
  source: 'source',

  inShort: 'In short',
  fact: 'Fact',
  value: 'Value',
  site: 'Site',
  build: 'Build',
  clientId: 'Application (client) id',
  changeClientId: 'Application (client) id for changes',
  noClientId: 'none: this build has no sign-in. Runs are practice, or real without sign-in',
  tenant: 'Tenant of the sign-in',
  cloud: 'Cloud',
  ownCloud: 'of its own',
  changes: 'Changes to the tenant',
  noChanges: 'none: every call reads',
  someChanges: 'calls that change it: {n}',
  calls: 'Calls that the page’s code may send',
  permissions: 'Permissions that it may ask for',
  ofThemAdmin: '{n}, of which with an administrator’s consent only: {admin}',

  what: 'What it is, and who runs it',
  whatStatic:
    'A static site: instructions whose cloud steps call Microsoft Graph from the reader’s own browser, as the person who signed in. Delegated permissions only; no client secret, no application permission, no server part, nothing in the background. Each request follows a press.',
  whatWho:
    'Whoever serves {site} runs it. Those who write Passerelle run nothing and receive nothing. Who may change the files of that host is the first thing to ask: such a person can act as everyone who signs in there.',
  whatClosed:
    'Calls stand in files that are reviewed like code and checked by the build. The page’s code refuses any other call. An article, a translation or an answer of Graph cannot add one.',

  runbooks: 'Runbooks',
  runbooksLead:
    'The first hash is that of the article’s English text. The second is that of everything the page may do: the SHA-256 of {model} in the file beside it, as compact JSON. If it is another one, the calls, permissions or steps are others.',
  runbook: 'Runbook',
  id: 'Id',
  reviewed: 'Reviewed',
  article: 'Article',
  actions: 'Actions',

  scopes: 'Permissions',
  scopesLead:
    'Delegated, each asked by the press that needs it and not before. What a permission allows is bounded by the roles of the account. Consent to these and to no others: a token carries all that was ever granted to the application.',
  scope: 'Permission',
  allows: 'What it lets the page do',
  admin: 'Administrator’s consent',
  askedIn: 'Asked in',
  everySignIn: 'every sign-in',

  callsOf: 'Calls',
  callsLead:
    'Every call of each runbook. What stands in braces is filled in by the page, percent-encoded, and cannot leave its place.',
  batch:
    'Reads of one press may travel together as {batch}, with GET requests inside and nothing else; each of them is checked like a call of its own.',
  call: 'Call',
  graphPage: 'Graph’s page',
  why: 'Step, and why',
  asks: 'What it asks for',
  everything: 'what Graph gives without being asked',
  noCalls: 'No call of Microsoft Graph.',
  toChange: 'for the change',
  setsOnly: 'sets {body}, of these only what differs',
  sends: 'sends {body}; what stands in braces is what the person chose, or a password that the page makes up',
  follows: 'how far Graph is with what it accepted',

  changesOf: 'Changes',
  changesLead:
    'Each is one request, sent once after a person has seen the values now and after and has confirmed. Right before it the values are read again: if they are not those that were confirmed, nothing is sent. Afterwards they are read until the effect is seen or the time is up. A request is never repeated by itself.',
  changesNone: 'The pages of this build change nothing in the tenant.',
  step: 'Step',
  sets: 'Sets',
  reaches: 'Reaches',
  confirmedBy: 'Confirmed by',
  confirmInline: 'a second press',
  confirmDialog: 'a press in a dialog',
  confirmTyped: 'the name, typed into a dialog',
  undo: 'Undo',
  undoHow: 'the values from before, of these properties only, in the same way',
  undoSends: 'sends {body} in the same way',
  noUndo: 'none. {why}',

  roles: 'Roles and licences',
  rolesLead:
    'What the work itself takes, by Microsoft’s documentation. The page gives nobody a role; Graph checks the account’s own.',
  role: 'Role',
  licence: 'Licence',
  consulted: 'consulted',

  kept: 'What is kept, where, and until when',
  keptLead:
    'All of it in the operator’s browser. Nothing is sent to the host of the site or to anybody else.',
  data: 'What',
  where: 'Where',
  until: 'Until',
  keptRecords:
    'run records: ticks, names typed, notes, ticket, server, forest, values read, request ids, account and tenant. No token, no password, no directory object',
  keptRecordsUntil: 'deleted on the page, or evicted by the browser',
  keptPractice: 'state of the fictitious practice tenant',
  keptPracticeUntil: 'reset or deletion of the practice run',
  keptTokens: 'tokens and account, kept by Microsoft’s library MSAL',
  keptTokensUntil: 'sign-out, or the tab is closed',
  keptArrival:
    'where a change of language leads, and what the page was left for by a sign-in: step, button, permissions',
  keptArrivalUntil: 'the next page of that tab',
  keptTyped: 'note and name that are being typed and not yet kept',
  keptTypedUntil: 'the field is closed, or the tab is',
  keptPreferences:
    'preferences: mode and practice situation last chosen, name typed for declarations, which run is open, fields typed and not yet kept',
  keptTheme: 'light or dark',
  keptPreferencesUntil: 'cleared in the browser',
  exported:
    'What an operator exports is a file of theirs. Its SHA-256 detects a change; it proves neither completeness nor author. The evidence is the tenant’s own audit log, to which the request ids lead.',

  hosts: 'Hosts',
  hostsLead: 'Before somebody signs in, only the first is asked.',
  host: 'Host',
  purpose: 'What for',
  hostSite: 'the pages themselves: files, without a cookie',
  hostAuthority: 'sign-in window, tokens, sign-out',
  hostGraph: 'the calls above',
  hostPortal: 'links only, opened by a press in a tab of their own; the page sends it nothing',
  noHosts: 'This build has no sign-in, so no other host is ever asked.',

  hostsLinks:
    'Links to sources and to other pages lead elsewhere. They open by a press; the page itself sends nothing there.',

  policy: 'Content-Security-Policy',
  policyLead:
    'Of every page of this build. The hosting files beside the pages send it as a header, with some others; each page also has it as its first element, but for what browsers ignore there.',
  noPolicy: 'This build has none.',

  script: 'Script in the page’s origin',
  scriptLead:
    'While somebody is signed in, script that runs in the page’s origin can use the token for everything that was granted to the application, whatever the page’s own code would send. No place of storage changes that. What bounds it:',
  scriptPolicy: 'the policy: which script may run, and where it may send',
  scriptNoPolicy: 'no policy in this build',
  scriptScopes:
    'the permissions granted to this application: the table above, where nothing else was consented to',
  scriptRoles: 'the account’s roles, which Graph checks, and Conditional Access, which Entra checks',
  scriptAssigned: 'who is assigned to the application',
  scriptTime: 'time: the token lives in the tab and expires',
  scriptHost: 'a host name of its own: what is under one origin shares storage and sign-in',

  revoke: 'How to revoke',
  revokeLead: 'From the quickest to the most thorough. The commands stand in the guide {guide}.',
  guide: 'Register the app and get it approved',
  revokeDisable: 'Switch off sign-in for the enterprise application: no new token for anyone.',
  revokeConsent: 'Remove the permissions granted to it: the next token has none.',
  revokeSessions:
    'Revoke the sessions of the accounts concerned. A token already issued holds until it expires, about an hour; with continuous access evaluation it may last up to 28 hours, but ends soon after the sessions were revoked.',
  revokeDelete: 'Delete the registration. The pages can still be read, and practised with.',

  untested: 'What was never tested',
  untestedTenant:
    'A real tenant. Sign-in, consent, Conditional Access, PIM, throttling and error texts were tried against look-alikes written from documentation.',
  untestedClouds: 'National clouds: their hosts are configured and their policies checked, no more.',
  untestedBrowsers: 'Other browsers than Chromium.',
  untestedReview: 'A review by an outside party.',
  untestedCommands: 'The commands of the registration guide, on a real tenant.',
}

export default words
