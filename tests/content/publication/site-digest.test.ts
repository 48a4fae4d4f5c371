import { expect, it } from 'vitest'
import { siteDigest } from '../../../src/content/publication/site-digest.ts'
import type { Site } from '../../../src/model/site.ts'

const SITE: Site = {
  title: 'The Roof',
  description: 'News from above.',
  url: 'https://example.org',
  year: 2026,
  authority: 'example.org',
  language: 'it',
  timezone: 'Europe/Rome',
  authors: [{ name: 'Anna', url: 'https://anna.example/' }],
  copyright: '© Anna',
  hubs: ['https://hub.example/'],
  feed: { deltas: true, tombstoneDays: 90, content: 'full', bytes: 100_000, items: 20 },
}

/** The text that is hashed. */
function hashed(site: Site, pictures: Parameters<typeof siteDigest>[1] = {}): string {
  let text = ''
  siteDigest(site, pictures, (bytes) => {
    text = new TextDecoder().decode(bytes)
    return ''
  })
  return text
}

/** Ledgers have the digest of this very text: another order of its keys tells all subscribers of a change. */
it('siteDigest() hashes what it always has', () => {
  expect(hashed(SITE, { icon: 'https://example.org/media/a.png', image: 'b' })).toBe(
    '{"url":"https://example.org","title":"The Roof","description":"News from above.","language":"it",' +
      '"timezone":"Europe/Rome","authors":[{"name":"Anna","url":"https://anna.example/"}],"copyright":"© Anna",' +
      '"icon":"https://example.org/media/a.png","image":"b","hubs":["https://hub.example/"],' +
      '"feed":[20,100000,"full",90]}',
  )
})

it('siteDigest() leaves out what is not set', () => {
  const { copyright: _copyright, ...rest } = SITE
  expect(hashed({ ...rest, authors: [], hubs: [] })).toBe(
    '{"url":"https://example.org","title":"The Roof","description":"News from above.","language":"it",' +
      '"timezone":"Europe/Rome","authors":[],"hubs":[],"feed":[20,100000,"full",90]}',
  )
})
