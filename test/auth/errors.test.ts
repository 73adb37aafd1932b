import {
  BrowserAuthErrorCodes,
  ClientAuthErrorCodes,
  InteractionRequiredAuthErrorCodes,
} from '@azure/msal-browser'
import {describe, expect, test} from 'vitest'
import {type SignInPhase, signInProblem} from '../../src/auth/errors.ts'
import {RunProblem} from '../../src/engine/problem.ts'

const scopes = ['AuditLog.Read.All']
const of = (fields: Readonly<Record<string, string | number>>, phase: SignInPhase = 'token') =>
  signInProblem(Object.assign(new Error('https://aka.ms/msal'), fields), {phase, scopes})

describe('errors of the browser', () => {
  test.each([
    [BrowserAuthErrorCodes.popupWindowError, 'popup-blocked'],
    [BrowserAuthErrorCodes.emptyWindowError, 'popup-blocked'],
    [BrowserAuthErrorCodes.userCancelled, 'sign-in-cancelled'],
    [BrowserAuthErrorCodes.timedOut, 'sign-in-timed-out'],
    [BrowserAuthErrorCodes.interactionInProgress, 'interaction-in-progress'],
    [BrowserAuthErrorCodes.interactionInProgressCancelled, 'stopped'],
    [BrowserAuthErrorCodes.noNetworkConnectivity, 'offline'],
    [BrowserAuthErrorCodes.postRequestFailed, 'offline'],
    [ClientAuthErrorCodes.networkError, 'offline'],
    [InteractionRequiredAuthErrorCodes.noTokensFound, 'sign-in-required'],
    [InteractionRequiredAuthErrorCodes.refreshTokenExpired, 'sign-in-required'],
    [InteractionRequiredAuthErrorCodes.loginRequired, 'sign-in-required'],
    [InteractionRequiredAuthErrorCodes.consentRequired, 'consent-required'],
    ['temporarily_unavailable', 'throttled'],
    ['invalid_client', 'request-invalid'],
    ['something_new', 'unexpected'],
    ['constructor', 'unexpected'],
  ])('%s is %s', (errorCode, code) => expect(of({errorCode})).toMatchObject({code, errorCode}))
})

describe('errors of Entra', () => {
  test.each([
    [
      'a scope without consent',
      {errorCode: 'invalid_grant', subError: 'consent_required'},
      'consent-required',
    ],
    ['the same by its number', {errorCode: 'invalid_grant', errorNo: '65001'}, 'consent-required'],
    [
      'a conditional access block',
      {errorCode: 'interaction_required', errorNo: '53003'},
      'conditional-access',
    ],
    [
      'an account that is not assigned',
      {errorCode: 'interaction_required', errorNo: '50105'},
      'not-assigned',
    ],
    [
      'an administrator who has to consent',
      {errorCode: 'access_denied', errorNo: '90094'},
      'admin-consent-required',
    ],
    [
      'a number in the JSON of the token endpoint',
      {errorCode: 'invalid_grant', errorNo: 53003},
      'conditional-access',
    ],
    ['an account of another tenant', {errorCode: 'invalid_grant', errorNo: '50020'}, 'account-not-in-tenant'],
    [
      'an application nobody knows',
      {errorCode: 'unauthorized_client', errorNo: '700016'},
      'application-unknown',
    ],
    [
      'an application of one tenant',
      {errorCode: 'invalid_request', errorNo: '50194'},
      'application-single-tenant',
    ],
    ['a resource nobody knows', {errorCode: 'invalid_resource', errorNo: '500011'}, 'resource-missing'],
    [
      'an address that is not registered',
      {errorCode: 'invalid_request', errorNo: '50011'},
      'redirect-not-registered',
    ],
    ['a second factor', {errorCode: 'interaction_required', errorNo: '50076'}, 'second-factor-required'],
    [
      'a second factor to be set up',
      {errorCode: 'interaction_required', errorNo: '50079'},
      'second-factor-required',
    ],
    [
      'a second factor that comes with claims',
      {errorCode: 'interaction_required', errorNo: '50076', claims: '{"access_token":{}}'},
      'claims-required',
    ],
    ['a lost refresh token', {errorCode: 'invalid_grant', subError: 'bad_token'}, 'sign-in-required'],
  ])('%s', (_, fields, code) => expect(of(fields).code).toBe(code))

  test('is named by its number and by the id under which Entra has logged it', () => {
    const correlationId = '0f8fad5b-d9cb-469f-a165-70867728950e'
    const blocked = {errorCode: 'interaction_required', errorNo: '53003', correlationId}
    expect(of(blocked)).toMatchObject({errorCode: 'AADSTS53003', requestId: correlationId})
    expect(of({...blocked, errorNo: 'a sentence'})).toMatchObject({
      errorCode: 'interaction_required',
      requestId: null,
    })
    expect(of({...blocked, correlationId: 'a sentence'}).requestId).toBeNull()
  })

  test('a claims challenge keeps its claims for the next token', () => {
    const problem = of({
      errorCode: 'interaction_required',
      subError: 'basic_action',
      claims: '{"access_token":{}}',
    })
    expect(problem).toMatchObject({code: 'claims-required', claims: '{"access_token":{}}'})
    expect(problem.toRecord()).not.toHaveProperty('claims')
  })
})

describe('a denial, which is no InteractionRequired error', () => {
  test.each([
    ['sign-in', 'sign-in-cancelled'],
    ['consent', 'consent-declined'],
    ['token', 'consent-required'],
  ] as const)('in the phase %s is %s', (phase, code) => {
    expect(of({errorCode: 'access_denied'}, phase).code).toBe(code)
  })

  test('with the number of a declined consent is that, in any phase', () => {
    expect(of({errorCode: 'access_denied', errorNo: '65004'}, 'sign-in')).toMatchObject({
      code: 'consent-declined',
      scopes,
    })
  })
})

test('a problem stays what it is', () => {
  const problem = new RunProblem('tenant-changed')
  expect(signInProblem(problem, {phase: 'token', scopes})).toBe(problem)
})

test.each([
  ['an abort', new DOMException('stop', 'AbortError'), 'stopped'],
  ['no error at all', undefined, 'unexpected'],
])('%s', (_, thrown, code) => expect(signInProblem(thrown, {phase: 'token', scopes}).code).toBe(code))

test('scopes are kept only where the problem is about them', () => {
  expect(of({errorCode: 'consent_required'}).scopes).toEqual(scopes)
  expect(of({errorCode: 'timed_out'}).scopes).toEqual([])
})
