import {describe, expect, test} from 'vitest'
import {problemOfAnswer, RunProblem, toProblem} from '../../src/engine/problem.ts'

const asked = ['AuditLog.Read.All']

test.each([
  {name: 'success', status: 200, code: undefined, carried: [], is: undefined},
  {name: 'no content', status: 204, code: undefined, carried: [], is: undefined},
  {
    name: 'a token that is not taken',
    status: 401,
    code: 'InvalidAuthenticationToken',
    carried: asked,
    is: 'sign-in-required',
  },
  {
    name: 'a scope that is absent',
    status: 403,
    code: 'Authorization_RequestDenied',
    carried: [],
    is: 'consent-required',
  },
  {
    name: 'a scope that is present',
    status: 403,
    code: 'Authorization_RequestDenied',
    carried: asked,
    is: 'role-missing',
  },
  {
    name: 'a scope in other letters',
    status: 403,
    code: 'Authorization_RequestDenied',
    carried: ['auditlog.read.all'],
    is: 'role-missing',
  },
  {
    name: 'no P1',
    status: 403,
    code: 'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
    carried: asked,
    is: 'licence-missing',
  },
  {
    name: 'no P2 for PIM',
    status: 400,
    code: 'AadPremiumLicenseRequired',
    carried: asked,
    is: 'licence-missing',
  },
  {
    name: 'a permission Graph misses',
    status: 403,
    code: 'Authentication_MSGraphPermissionMissing',
    carried: asked,
    is: 'consent-required',
  },
  {name: 'Exchange', status: 403, code: 'ErrorAccessDenied', carried: [], is: 'exchange-refused'},
  {name: 'another refusal', status: 403, code: 'Forbidden', carried: asked, is: 'permission-missing'},
  {
    name: 'another refusal without the scope',
    status: 403,
    code: 'Forbidden',
    carried: [],
    is: 'consent-required',
  },
  {name: 'a refusal without a code', status: 403, code: undefined, carried: asked, is: 'permission-missing'},
  {
    name: 'an inherited name as code',
    status: 403,
    code: 'constructor',
    carried: asked,
    is: 'permission-missing',
  },
  {name: 'nothing there', status: 404, code: 'Request_ResourceNotFound', carried: asked, is: 'not-found'},
  {name: 'a bad request', status: 400, code: 'Request_BadRequest', carried: asked, is: 'request-invalid'},
  {name: 'too many requests', status: 429, code: 'TooManyRequests', carried: asked, is: 'throttled'},
  {name: 'a conflict', status: 409, code: undefined, carried: asked, is: 'conflict'},
  {name: 'a change meanwhile', status: 412, code: undefined, carried: asked, is: 'changed-since'},
  {name: 'a dependency that failed', status: 424, code: undefined, carried: asked, is: 'dependency-failed'},
  {name: 'a status nobody mapped', status: 418, code: undefined, carried: asked, is: 'unexpected'},
  {name: 'a fault of the server', status: 500, code: undefined, carried: asked, is: 'server-failed'},
  {name: 'a server that is busy', status: 503, code: undefined, carried: asked, is: 'server-failed'},
])('$name: $is', ({status, code, carried, is}) => {
  const body = code === undefined ? null : {error: {code, message: 'Insufficient privileges, not licensed'}}
  expect(problemOfAnswer({status, body, requestId: 'r1'}, asked, carried)?.code).toBe(is)
})

test.each([
  {code: 'Request_BadRequest', synced: true, is: 'synced-object'},
  {code: 'Request_BadRequest', synced: false, is: 'request-invalid'},
  {code: 'Request_UnsupportedQuery', synced: true, is: 'request-invalid'},
])('$code of an object that comes from the local directory ($synced): $is', ({code, synced, is}) => {
  const answer = {status: 400, body: {error: {code}}, requestId: 'r1'}
  expect(problemOfAnswer(answer, asked, asked, {synced})?.code).toBe(is)
})

test.each([
  {name: 'no error', body: {}},
  {name: 'an error that is a text', body: {error: 'x'}},
  {name: 'an error without a code', body: {error: {message: 'x'}}},
  {name: 'a code that is a number', body: {error: {code: 5}}},
  {name: 'a code that is a sentence', body: {error: {code: 'Amira Haddad may not'}}},
])('$name gives no code', ({body}) => {
  expect(problemOfAnswer({status: 403, body, requestId: null}, [], [])?.errorCode).toBeNull()
})

describe('a problem', () => {
  test('leaves claims and cause out of the record', () => {
    const cause = new Error('with a token')
    const problem = new RunProblem('claims-required', {claims: '{"access_token":{}}', status: 401, cause})
    expect(problem.cause).toBe(cause)
    expect(problem.toRecord()).toEqual({
      code: 'claims-required',
      status: 401,
      errorCode: null,
      requestId: null,
      scopes: [],
    })
  })

  test('names the scopes that are missing', () => {
    const found = problemOfAnswer({status: 403, body: null, requestId: null}, ['A', 'B'], ['a'])
    expect(found?.scopes).toEqual(['B'])
  })

  test('is made of anything that was thrown', () => {
    const known = new RunProblem('offline')
    expect(toProblem(known)).toBe(known)
    expect(toProblem(new DOMException('', 'AbortError')).code).toBe('stopped')
    expect(toProblem('text').code).toBe('unexpected')
  })
})
