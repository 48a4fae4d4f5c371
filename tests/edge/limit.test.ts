import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLimit, queryOf } from '../../src/edge/limit.ts'

describe('parseLimit', () => {
  it.each([
    ['', {}],
    ['utm_source=x&fbclid=y', {}],
    ['limit=1', { limit: 1 }],
    ['limit=30&utm_source=x', { limit: 30 }],
    ['a&l%69mit=%31%30&b', { limit: 10 }],
    ['limits=0&unlimit=0&limit%3D=0', {}],
  ])('reads %j', (query, limit) => {
    expect(parseLimit(query, 30)).toEqual(limit)
  })

  it.each([
    'limit=',
    'limit=0',
    'limit=31',
    'limit=-1',
    'limit=1.5',
    'limit=ten',
    'limit=1&limit=2',
    'limit=01',
    'limit=1e1',
    'limit',
    'limit&a=1',
    'limit=1&%6Cimit=1',
    'limit=+1',
    'limit=%zz',
  ])('says what is allowed for %j', (query) => {
    expect(parseLimit(query, 30)).toEqual({
      problem: 'limit is to be given once, as a whole number from 1 to 30: ?limit=10',
    })
  })

  it('reads what a parser of queries reads', () => {
    const part = fc.constantFrom(
      ...['limit', '%6cim%49t', '%6C%69mit', '=', '&', '1', '%33', '7', '+', '%', '%4', 'a', ';'],
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const query = parts.join('')
        const [text, ...others] = new URLSearchParams(query).getAll('limit')
        const isRight = others.length === 0 && /^[1-9]\d{0,5}$/.test(text ?? '') && Number(text) <= 30
        const read = parseLimit(query, 30)
        if (text === undefined) expect(read).toEqual({})
        else if (isRight) expect(read).toEqual({ limit: Number(text) })
        else expect(read).toHaveProperty('problem')
      }),
      { numRuns: 3000 },
    )
  })
})

describe('queryOf', () => {
  it('gives what a parser of URLs gives', () => {
    const part = fc.constantFrom('?', '#', 'a', '&', '=')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const url = `https://example.org/${parts.join('')}`
        expect(queryOf(url)).toBe(new URL(url).search.slice(1))
      }),
    )
  })
})
