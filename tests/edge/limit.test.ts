import { describe, expect, it } from 'vitest'
import { parseLimit } from '../../src/edge/limit.ts'

describe('parseLimit', () => {
  it.each([
    ['', {}],
    ['utm_source=x&fbclid=y', {}],
    ['limit=1', { limit: 1 }],
    ['limit=30&utm_source=x', { limit: 30 }],
  ])('reads %j', (query, limit) => {
    expect(parseLimit(new URLSearchParams(query), 30)).toEqual(limit)
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
  ])('says what is allowed for %j', (query) => {
    expect(parseLimit(new URLSearchParams(query), 30)).toEqual({
      problem: 'limit is to be given once, as a whole number from 1 to 30: ?limit=10',
    })
  })
})
