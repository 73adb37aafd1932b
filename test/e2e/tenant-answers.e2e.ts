// Answers of Graph in a real run from which nothing can be read: each has its words, and the same press goes on.
import {expect, test} from 'vitest'
import {tongues} from './runbook-page.ts'
import {verified} from './runs.ts'
import {expectProblem, readPrerequisites, visitTenant} from './tenant/visit.ts'

test.each(tongues)('%s: an answer that is no JSON, or an error of Graph’s table, is said', async tongue => {
  const seen = await visitTenant(tongue)
  const {book, contoso} = seen
  await readPrerequisites(seen)
  const error = (code: string) => JSON.stringify({error: {code, message: 'Words of Graph’s own.'}})
  for (const [status, body, problem] of [
    [200, '{"responses": [{"id": "0", "sta', 'unexpected'],
    [200, '<!doctype html><title>Proxy</title>', 'unexpected'],
    [200, '{"responses": []}', 'unexpected'],
    [400, error('Request_BadRequest'), 'request-invalid'],
    [403, error('ErrorAccessDenied'), 'exchange-refused'],
    [404, error('Request_ResourceNotFound'), 'not-found'],
    [409, error('Request_Conflict'), 'conflict'],
    [412, error('Request_PreconditionFailed'), 'changed-since'],
    [424, error('FailedDependency'), 'dependency-failed'],
  ] as const) {
    contoso.answerBatch(status, body)
    await book.press('2.2', book.say.card.again)
    await expectProblem(book, '2.2', book.say.problem[problem])
    expect(await book.card('2.2').innerText()).not.toContain('Words of Graph')
    await book.press('2.2', book.say.card.again)
    await book.expectChip('2.2', verified[tongue].prerequisites)
  }
  await seen.close()
})
