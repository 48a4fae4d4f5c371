import { expect, it } from 'vitest'
import { articleDigest } from '../../../src/content/article/article-digest.ts'
import type { ArticleSettings } from '../../../src/content/settings/article-settings.ts'
import { instant } from '../../../src/model/instant.ts'

/** The text that is hashed. */
function hashed(settings: ArticleSettings): string {
  let text = ''
  articleDigest('One.', settings, (bytes) => {
    text = new TextDecoder().decode(bytes)
    return ''
  })
  return text
}

/** Ledgers have the digest of this very text: another order of its keys tells subscribers that every article has changed. */
it('articleDigest() hashes what it always has', () => {
  const settings: ArticleSettings = {
    feed: false,
    translationKey: 'bees',
    enclosureDuration: '1:02:03',
    enclosureLength: '77',
    enclosures: [{ reference: 'a.mp3', type: 'audio/mpeg', length: 5, title: 'A', seconds: 6 }],
    canonical: 'https://example.org/',
    imageAlt: 'Bees',
    image: { alt: 'A bee', reference: 'bee.jpg' },
    language: 'it',
    section: 'News',
    categories: ['c'],
    tags: ['a', 'b'],
    authors: [
      { url: 'https://anna.example/', name: 'Anna' },
      { name: 'Bo', email: 'bo@example.org' },
    ],
    summary: 'On bees.',
    title: 'Bees',
    slug: 'bees',
    permalink: '/bees/',
    id: 'bees',
    published: instant(0),
    updated: instant(1),
    expires: instant(2),
    draft: true,
    visible: false,
  }
  expect(hashed(settings)).toBe(
    '{"body":"One.","title":"Bees","summary":"On bees.",' +
      '"authors":[{"name":"Anna","url":"https://anna.example/"},{"name":"Bo","email":"bo@example.org"}],' +
      '"tags":["a","b","c"],"section":"News","language":"it","image":{"reference":"bee.jpg","alt":"A bee"},' +
      '"imageAlt":"Bees","canonical":"https://example.org/",' +
      '"enclosures":[{"reference":"a.mp3","type":"audio/mpeg","length":5,"title":"A","seconds":6}],' +
      '"enclosureLength":"77","enclosureDuration":"1:02:03","translationKey":"bees"}',
  )
})

it.each<readonly [ArticleSettings, string]>([
  [{}, '{"body":"One."}'],
  [{ categories: ['c'] }, '{"body":"One.","tags":["c"]}'],
  [{ tags: [] }, '{"body":"One.","tags":[]}'],
  [{ image: false }, '{"body":"One.","image":false}'],
  [{ image: { reference: 'a.png' } }, '{"body":"One.","image":{"reference":"a.png"}}'],
  [{ enclosures: [], enclosureLength: '1', enclosureDuration: '2' }, '{"body":"One."}'],
  [{ enclosureLength: '1', enclosureDuration: '2' }, '{"body":"One."}'],
  [{ title: '', summary: '' }, '{"body":"One.","title":"","summary":""}'],
])('articleDigest() of %j hashes %s', (settings, text) => {
  expect(hashed(settings)).toBe(text)
})
