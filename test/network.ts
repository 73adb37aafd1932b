// The network is closed in unit tests: a request that a test did not declare fails it.
import {afterEach, beforeEach, expect, vi} from 'vitest'

const refused: string[] = []

beforeEach(() => {
  refused.length = 0
  vi.stubGlobal('fetch', (input: Request | string | URL) => {
    const url = input instanceof Request ? input.url : String(input)
    refused.push(url)
    return Promise.reject(new TypeError(`The network is closed in tests: ${url}`))
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
  expect(refused, 'requests that left the test').toEqual([])
})
