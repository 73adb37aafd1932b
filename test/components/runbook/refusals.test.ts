// Every signal that Microsoft documents for a run: which problem it is, and what is said of it in both languages. The
// signals are those of Graph's and Entra's error references; messages stand in for what Microsoft may write, and decide
// nothing.
import {describe, expect, test} from 'vitest'
import {signInProblem, type SignInPhase} from '../../../src/auth/errors.ts'
import later from '../../../src/components/runbook/words/later.en-US.ts'
import laterFrFR from '../../../src/components/runbook/words/later.fr-FR.ts'
import {problemOfAnswer, type RunProblem} from '../../../src/engine/problem.ts'
import {problemCodes, type ProblemCode} from '../../../src/model/run.ts'

const asked = ['AuditLog.Read.All']
const requestId = '0f8fad5b-d9cb-469f-a165-70867728950e'

/** A refusal of Graph; `carried` are the scopes of the token. */
function graph(
  status: number,
  code: string | null,
  {carried = asked, synced = false}: {readonly carried?: readonly string[]; readonly synced?: boolean} = {},
): RunProblem | null {
  const body = code === null ? null : {error: {code, message: 'not licensed, role, consent, permission'}}
  return problemOfAnswer({status, body, requestId}, asked, carried, {synced})
}

/** A refusal of Entra by its number. */
function entra(error: string, number: number | null, phase: SignInPhase = 'token'): RunProblem {
  const thrown = Object.assign(new Error('not shown'), {
    errorCode: error,
    errorNo: number === null ? '' : String(number),
    correlationId: requestId,
  })
  return signInProblem(thrown, {phase, scopes: asked})
}

const rows: readonly (readonly [signal: string, problem: RunProblem | null, code: ProblemCode])[] = [
  ['401 InvalidAuthenticationToken', graph(401, 'InvalidAuthenticationToken'), 'sign-in-required'],
  [
    '401 insufficient_claims, which no silent token meets',
    signInProblem(
      {errorCode: 'interaction_required', errorNo: 50076, claims: '{"access_token":{}}'},
      {phase: 'token', scopes: asked},
    ),
    'claims-required',
  ],
  [
    '403 Authorization_RequestDenied without the scope',
    graph(403, 'Authorization_RequestDenied', {carried: []}),
    'consent-required',
  ],
  [
    '403 Authorization_RequestDenied with the scope',
    graph(403, 'Authorization_RequestDenied'),
    'role-missing',
  ],
  ['403 ErrorAccessDenied', graph(403, 'ErrorAccessDenied'), 'exchange-refused'],
  [
    '403 ErrorAccessDenied without the scope',
    graph(403, 'ErrorAccessDenied', {carried: []}),
    'exchange-refused',
  ],
  [
    '403 Authentication_RequestFromNonPremiumTenantOrB2CTenant',
    graph(403, 'Authentication_RequestFromNonPremiumTenantOrB2CTenant'),
    'licence-missing',
  ],
  ['403 AccessDenied, whose reason is in the message only', graph(403, 'AccessDenied'), 'permission-missing'],
  ['404 Request_ResourceNotFound', graph(404, 'Request_ResourceNotFound'), 'not-found'],
  ['400 Request_BadRequest', graph(400, 'Request_BadRequest'), 'request-invalid'],
  [
    '400 Request_BadRequest of a synced object',
    graph(400, 'Request_BadRequest', {synced: true}),
    'synced-object',
  ],
  ['409', graph(409, null), 'conflict'],
  ['412', graph(412, null), 'changed-since'],
  ['424', graph(424, null), 'dependency-failed'],
  ['429', graph(429, 'TooManyRequests'), 'throttled'],
  ['503', graph(503, 'serviceNotAvailable'), 'server-failed'],
  ['504', graph(504, null), 'server-failed'],
  ['AADSTS50076', entra('interaction_required', 50076), 'second-factor-required'],
  ['AADSTS50079', entra('interaction_required', 50079), 'second-factor-required'],
  ['AADSTS53000', entra('interaction_required', 53000), 'conditional-access'],
  ['AADSTS53001', entra('interaction_required', 53001), 'conditional-access'],
  ['AADSTS53003', entra('access_denied', 53003, 'sign-in'), 'conditional-access'],
  ['AADSTS65001', entra('invalid_grant', 65001), 'consent-required'],
  ['AADSTS65004', entra('access_denied', 65004, 'consent'), 'consent-declined'],
  ['AADSTS90094', entra('access_denied', 90094, 'consent'), 'admin-consent-required'],
  ['AADSTS50105', entra('invalid_grant', 50105), 'not-assigned'],
  ['AADSTS50020', entra('invalid_grant', 50020), 'account-not-in-tenant'],
  ['AADSTS50194', entra('invalid_request', 50194), 'application-single-tenant'],
  ['AADSTS500011', entra('invalid_resource', 500011), 'resource-missing'],
  ['AADSTS50011', entra('invalid_request', 50011), 'redirect-not-registered'],
  ['AADSTS700016', entra('unauthorized_client', 700016), 'application-unknown'],
  ['another number, by its error', entra('invalid_grant', 70043), 'sign-in-required'],
  ['429 of the token endpoint', entra('temporarily_unavailable', null), 'throttled'],
  ['a refusal at the sign-in', entra('access_denied', null, 'sign-in'), 'sign-in-cancelled'],
]

test.each(rows.map(([signal, problem, code]) => [signal, code, problem] as const))(
  '%s is %s, and its ids are kept',
  (signal, code, problem) => {
    expect(problem?.code).toBe(code)
    const named = /^(?:AADSTS\d+|\d{3} \w+)$/.exec(signal)?.[0].split(' ').at(-1)
    if (named) expect(problem?.toRecord()).toMatchObject({errorCode: named, requestId})
  },
)

// What happened to the tenant, in the words of each language.
const nothing = {en: /Nothing was (changed|sent)\./, fr: /Rien n’a été (modifié|envoyé)\./}

// It comes before or after a request alike, so it says of the tenant only that what was sent stays sent.
const ofRecord = 'not-recorded'

test('what could not be recorded says that what was sent stays sent', () => {
  expect(later.problem[ofRecord]).toMatch(/What was sent stays sent/)
  expect(laterFrFR.problem[ofRecord]).toMatch(/Ce qui a été envoyé/)
})

describe.each(problemCodes.filter(code => code !== ofRecord))('%s', code => {
  test.each([
    ['English', later, nothing.en],
    ['French', laterFrFR, nothing.fr],
  ] as const)('says in %s what happened to the tenant, and what to do', (_, words, state) => {
    expect(words.problem[code]).toMatch(state)
    expect(words.remedy[code]).not.toBe('')
  })

  test('never lays it to the application and to the account in one sentence', () => {
    const sentences = [later, laterFrFR].flatMap(({problem, remedy}) =>
      `${problem[code]} ${remedy[code]}`.split(/[.|]\s*/),
    )
    const both = sentences.filter(
      text => /permission|autorisation/i.test(text) && /\brole\b|rôle/i.test(text),
    )
    expect(both).toEqual([])
  })
})
