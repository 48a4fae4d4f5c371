import { expect } from 'vitest'

/** An answer, whichever client took it. */
export interface AnyAnswer {
  readonly status: number
  readonly header: (name: string) => string | undefined
  readonly bodyLength: number
}

/** What any answer must be, whatever was asked. */
export function assertValidAnswer(method: string, { status, header, bodyLength }: AnyAnswer): void {
  expect([200, 204, 226, 301, 304, 400, 404, 405, 410, 412]).toContain(status)
  expect(header('x-content-type-options')).toBe('nosniff')
  expect(header('access-control-allow-origin')).toBe('*')
  expect(header('set-cookie')).toBeUndefined()
  const location = header('location')
  expect(location === undefined).toBe(status !== 301)
  if (location !== undefined) expect(location).toMatch(/^https:\/\/(example\.org|molti\.example)\//)
  if (status === 405) expect(header('allow')).toBe('GET, HEAD, OPTIONS')
  if (status === 304) expect(header('content-type')).toBeUndefined()
  if (status === 226) expect([header('im'), header('cache-control')]).toEqual(['feed', 'no-store'])
  if (status === 200 || status === 226) expect(header('etag')).toMatch(/^W\/"[^"]+"$/)
  if (method === 'HEAD' || status === 304 || status === 204) expect(bodyLength).toBe(0)
  else expect(Number(header('content-length'))).toBe(bodyLength)
}
