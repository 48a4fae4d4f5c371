import { describe, expect, it } from 'vitest'
import { installedReaderUrl, webReaders } from '../../../src/pages/parts/subscribe.ts'

const FEED = 'https://example.org/tags/c%2B%2B.rss?a=1&b=2'

describe('webReaders', () => {
  it('hands each reader the whole address', () => {
    for (const { subscribeUrl } of webReaders(FEED)) {
      const { pathname, searchParams } = new URL(subscribeUrl)
      const given = [...searchParams.values(), decodeURIComponent(pathname).split('/feed/')[1]]
      expect(given).toContain(FEED)
    }
  })
})

describe('installedReaderUrl', () => {
  it('puts its scheme before the address', () => {
    expect(installedReaderUrl(FEED)).toBe(`feed:${FEED}`)
  })
})
