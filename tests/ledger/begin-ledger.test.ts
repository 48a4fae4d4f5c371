import { describe, expect, it } from 'vitest'
import { beginLedger, isBinding } from '../../src/ledger/begin-ledger.ts'
import { instant } from '../../src/model/instant.ts'

const kept = (url: string) => ({ feed: { url, title: 'x', language: 'it' } })

describe('beginLedger()', () => {
  it('mints under the site and the year in UTC', () => {
    expect(beginLedger({ authority: 'news.site' }, instant(Date.UTC(2025, 11, 31, 23, 59)))).toEqual({
      authority: 'news.site',
      year: 2025,
      terms: [],
      entries: [],
    })
  })
})

describe('isBinding()', () => {
  it.each([
    ['http://127.0.0.1:8787', ['https://news.site'], false],
    ['https://example.org', ['https://news.site'], false],
    ['http://127.0.0.1:8787', ['http://localhost:8787'], false],
    ['https://example.org', ['https://example.com'], false],
    ['https://example.org', ['https://example.org'], true],
    ['https://example.org', ['http://127.0.0.1:8787', 'https://example.org'], true],
    ['https://news.site', ['https://other.site'], true],
    ['https://news.site', ['http://127.0.0.1:8787'], true],
  ])('of a ledger of %s for %j is told', (url, urls, expected) => {
    expect(isBinding(kept(url), urls)).toBe(expected)
  })
})
