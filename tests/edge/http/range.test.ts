import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Decision, decide } from '../../../src/edge/decide.ts'
import { decideRange, parseRange, renderContentRange } from '../../../src/edge/http/range.ts'
import { respondFound } from '../../../src/edge/respond.ts'
import { instant } from '../../../src/model/instant.ts'
import type { Stem } from '../../../src/model/resource.ts'
import { aContent, aRepresentation } from '../../support/a-resource.ts'

const CHANGED = instant(Date.UTC(2026, 0, 1, 12, 0, 0, 250))
const NOW = instant(Date.UTC(2026, 0, 2))
const DATE = 'Thu, 01 Jan 2026 12:00:00 GMT'
const BODY = { length: 10, lastModified: CHANGED, now: NOW }

describe('parseRange()', () => {
  it.each([
    ['bytes=0-4', { first: 0, last: 4 }],
    ['bytes=0-0', { first: 0, last: 0 }],
    ['Bytes=5-', { first: 5, last: Number.POSITIVE_INFINITY }],
    ['bytes=-3', { suffix: 3 }],
    ['bytes=-0', { suffix: 0 }],
    ['bytes= 1-2', { first: 1, last: 2 }],
    ['bytes=1-2,', { first: 1, last: 2 }],
    ['bytes=0-99999999999999999999', { first: 0, last: 1e20 }],
  ])('reads %s', (header, wish) => {
    expect(parseRange(header)).toEqual(wish)
  })

  it.each([
    '',
    'bytes',
    'bytes=',
    'bytes=-',
    'bytes=4-2',
    'bytes=a-b',
    'bytes=0x1-2',
    'bytes=1.5-2',
    'bytes=+1-2',
    'bytes=--2',
    'bytes=0-1,3-4',
    'bytes=0-1, -1',
    'items=0-4',
    '0-4',
    'bytes 0-4/10',
  ])('takes %j for none', (header) => {
    expect(parseRange(header)).toBeUndefined()
  })
})

describe('decideRange()', () => {
  const whole = { kind: 'whole' }
  const unsatisfiable = { kind: 'unsatisfiable' }
  const part = (start: number, end: number) => ({ kind: 'part', range: { start, end } })

  it.each([
    ['bytes=0-4', part(0, 5)],
    ['bytes=0-', part(0, 10)],
    ['bytes=9-9', part(9, 10)],
    ['bytes=9-', part(9, 10)],
    ['bytes=3-99', part(3, 10)],
    ['bytes=-3', part(7, 10)],
    ['bytes=-99', part(0, 10)],
    ['bytes=10-', unsatisfiable],
    ['bytes=10-12', unsatisfiable],
    ['bytes=99999999999999999999-', unsatisfiable],
    ['bytes=-0', unsatisfiable],
    ['bytes=0-1,5-6', whole],
    ['bytes=5-4', whole],
    ['lines=0-4', whole],
  ])('answers %s of ten bytes', (Range, decision) => {
    expect(decideRange(new Headers({ Range }), BODY)).toEqual(decision)
  })

  it('gives all to who asks for no range', () => {
    expect(decideRange(new Headers({ 'If-Range': DATE }), BODY)).toEqual(whole)
  })

  it('has no part of nothing', () => {
    expect(decideRange(new Headers({ Range: 'bytes=0-' }), { ...BODY, length: 0 })).toEqual(whole)
  })

  it.each([
    [DATE, part(0, 5)],
    ['Thursday, 01-Jan-26 12:00:00 GMT', part(0, 5)],
    ['Thu, 01 Jan 2026 12:00:01 GMT', whole],
    ['Thu, 01 Jan 2026 11:59:59 GMT', whole],
    ['W/"abc"', whole],
    ['"abc"', whole],
    ['yesterday', whole],
    ['', whole],
  ])('compares If-Range: %s', (ifRange, decision) => {
    expect(decideRange(new Headers({ Range: 'bytes=0-4', 'If-Range': ifRange }), BODY)).toEqual(decision)
  })

  it('does not take a date that is still to come for the one that was sent', () => {
    const headers = new Headers({ Range: 'bytes=0-4', 'If-Range': DATE })
    expect(decideRange(headers, { ...BODY, now: instant(CHANGED - 1) })).toEqual(whole)
  })

  it('gives no byte that there is not, whatever is asked', () => {
    const range = fc.oneof(
      fc.string(),
      fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 })).map(([a, b]) => `bytes=${a}-${b}`),
      fc.nat({ max: 40 }).map((suffix) => `bytes=-${suffix}`),
      fc.nat({ max: 40 }).map((first) => `bytes=${first}-`),
    )
    fc.assert(
      fc.property(range, fc.nat({ max: 30 }), (header, length) => {
        const headers = new Headers()
        try {
          headers.set('Range', header)
        } catch {
          // What is no header never arrives.
          return
        }
        const decision = decideRange(headers, { ...BODY, length })
        if (decision.kind !== 'part') return
        const { start, end } = decision.range
        expect(start >= 0 && start < end && end <= length).toBe(true)
      }),
    )
  })
})

describe('renderContentRange()', () => {
  it('names the first and the last byte, and how many there are', () => {
    expect(renderContentRange({ start: 0, end: 5 }, 10)).toBe('bytes 0-4/10')
    expect(renderContentRange(undefined, 10)).toBe('bytes */10')
  })
})

describe('respondFound()', () => {
  const bytes = Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  const representation = aRepresentation({ form: 'mp3', type: 'audio/mpeg', pieces: [bytes] })
  const found = {
    stem: '/media/x' as Stem,
    content: aContent(),
    representation,
    negotiated: false,
    policy: 'media' as const,
    query: '',
    lastModified: CHANGED,
  }

  /** Answers as the edge does: preconditions are decided on before. */
  async function respond(headers: Record<string, string>, { method = 'GET', overrides = {} } = {}) {
    const request = new Request('https://example.org/media/x.mp3', { method, headers })
    const shown = { ...found, ...overrides }
    const decision: Decision = decide(request.headers, shown.representation, CHANGED, { deltas: false })
    const here = {
      request,
      siteUrl: 'https://example.org',
      preview: false,
      hubs: [],
      now: NOW,
      nextChange: undefined,
    }
    const response = await respondFound(shown, decision, here)
    return {
      status: response.status,
      headers: response.headers,
      body: new Uint8Array(await response.arrayBuffer()),
    }
  }

  it('gives a part, with all that the whole would say of itself', async () => {
    const whole = await respond({})
    const part = await respond({ Range: 'bytes=2-4' })
    expect([whole.status, part.status]).toEqual([200, 206])
    expect([...part.body]).toEqual([2, 3, 4])
    expect(part.headers.get('content-range')).toBe('bytes 2-4/10')
    expect(part.headers.get('content-length')).toBe('3')
    for (const name of ['accept-ranges', 'content-type', 'etag', 'last-modified', 'cache-control', 'vary']) {
      expect(part.headers.get(name), name).toBe(whole.headers.get(name))
      expect(part.headers.has(name), name).toBe(true)
    }
    expect(whole.headers.has('content-range')).toBe(false)
  })

  it('tells how many bytes there are where none of them are asked for', async () => {
    const answer = await respond({ Range: 'bytes=10-' })
    expect(answer.status).toBe(416)
    expect(answer.headers.get('content-range')).toBe('bytes */10')
    expect(answer.headers.get('accept-ranges')).toBe('bytes')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('asks preconditions first', async () => {
    const range = { Range: 'bytes=99-' }
    expect((await respond({ ...range, 'If-None-Match': 'W/"abc"' })).status).toBe(304)
    expect((await respond({ ...range, 'If-Match': '"other"' })).status).toBe(412)
    expect((await respond({ Range: 'bytes=0-1', 'If-None-Match': '"other"' })).status).toBe(206)
  })

  it('gives all to HEAD, and says that there are ranges', async () => {
    const answer = await respond({ Range: 'bytes=0-1' }, { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-length')).toBe('10')
    expect(answer.headers.get('accept-ranges')).toBe('bytes')
  })

  it.each([
    ['what is compressed', { representation: { ...representation, coding: 'gzip' as const } }],
    ['an article', { policy: 'article' as const }],
    ['a feed', { policy: 'feed' as const }],
  ])('gives no part of %s', async (_, overrides) => {
    const answer = await respond({ Range: 'bytes=0-1', 'Accept-Encoding': 'gzip' }, { overrides })
    expect(answer.status).toBe(200)
    expect(answer.headers.has('accept-ranges')).toBe(false)
  })
})
