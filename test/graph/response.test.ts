import {GraphError} from '@microsoft/microsoft-graph-client'
import {describe, expect, test} from 'vitest'
import {RunProblem} from '../../src/engine/problem.ts'
import {itemAnswer, noAnswerProblem, toAnswer} from '../../src/graph/response.ts'

const call = {id: 'read', url: '/v1.0/organization', headers: {}}
const error = (spelling: 'innerError' | 'innererror') => ({
  error: {
    code: 'Authorization_RequestDenied',
    message: 'Insufficient privileges to complete the operation.',
    [spelling]: {date: '2026-11-22T09:07:22', 'request-id': 'r-inner', 'client-request-id': 'c'},
  },
})

describe('a response becomes an answer', () => {
  test('with the headers it has', async () => {
    const headers = {'request-id': 'r-1', Date: 'Sun, 22 Nov 2026 09:07:22 GMT'}
    const answer = await toAnswer(call, Response.json({value: []}, {headers}))
    expect(answer).toEqual({
      id: 'read',
      status: 200,
      body: {value: []},
      requestId: 'r-1',
      date: '2026-11-22T09:07:22.000Z',
    })
  })

  test.each(['innerError', 'innererror'] as const)(
    'with what %s says where CORS hides the headers',
    async spelling => {
      const answer = await toAnswer(call, Response.json(error(spelling), {status: 403}))
      expect(answer).toMatchObject({status: 403, requestId: 'r-inner', date: '2026-11-22T09:07:22.000Z'})
    },
  )

  test.each([
    ['no body', null],
    ['a page of a proxy', '<html>Bad gateway</html>'],
  ])('with null for %s', async (_, body) => {
    expect(await toAnswer(call, new Response(body, {status: 502}))).toEqual({
      id: 'read',
      status: 502,
      body: null,
      requestId: null,
      date: null,
    })
  })
})

test("an item of a batch falls back to the envelope's request id and date", () => {
  const envelope = {id: '', status: 200, body: {}, requestId: 'r-0', date: '2026-11-22T09:00:00.000Z'}
  const item = {id: '0', status: 200, headers: {}, body: {value: []}}
  expect(itemAnswer(call, item, envelope)).toMatchObject({id: 'read', requestId: 'r-0', date: envelope.date})
  expect(itemAnswer(call, {...item, status: 403, body: error('innerError')}, envelope).requestId).toBe(
    'r-inner',
  )
})

describe('a failure without an answer', () => {
  const wrapped = (name: string) => Object.assign(new GraphError(-1, 'lost'), {code: name})
  test.each([
    ['an abort', wrapped('AbortError'), 'stopped'],
    ['no network, or CORS', wrapped('TypeError'), 'offline'],
    ['anything else', wrapped('SyntaxError'), 'unexpected'],
    ['something that is no error', 'text', 'unexpected'],
  ])('%s', (_, thrown, code) => expect(noAnswerProblem(thrown, undefined).code).toBe(code))

  test('what a middleware threw stands, though the client lost it', () => {
    const problem = new RunProblem('claims-required', {claims: '{}'})
    expect(noAnswerProblem(wrapped('RunProblem'), problem)).toBe(problem)
  })

  test('the cause is kept', () => {
    const cause = new TypeError('Failed to fetch')
    expect(noAnswerProblem(wrapped('TypeError'), cause).cause).toBe(cause)
  })
})
