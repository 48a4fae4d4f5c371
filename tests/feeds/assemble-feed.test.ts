import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { selectEntries } from '../../src/edge/encode-body.ts'
import type { Fragment } from '../../src/model/rendition.ts'
import { aNumberedArticle } from '../support/an-article.ts'
import { assembleForms } from './a-feed.ts'

const articles = [3, 2, 1].map((index) => aNumberedArticle(index, { title: `Perché ${index}` }))
const { rss, atom, json } = assembleForms(articles)

/** The bytes of a document, and where its entries lie in them. */
function layOut(fragments: readonly Fragment[]) {
  const body = Buffer.concat(fragments.map(({ text }) => Buffer.from(text)))
  const entries = fragments.flatMap((fragment, index) => {
    const start = Buffer.byteLength(
      fragments
        .slice(0, index)
        .map(({ text }) => text)
        .join(''),
    )
    return fragment.isEntry ? [{ start, end: start + Buffer.byteLength(fragment.text) }] : []
  })
  return { body, entries }
}

const FORMS = {
  RSS: { assembled: rss, titles: (text: string) => parseRssFeed(text).items?.map(({ title }) => title) },
  Atom: {
    assembled: atom,
    titles: (text: string) => parseAtomFeed(text).entries?.map(({ title }) => title?.value),
  },
  'JSON Feed': {
    assembled: json,
    titles: (text: string) => parseJsonFeed(text).items?.map(({ title }) => title),
  },
}

describe.each(Object.entries(FORMS))('a feed as %s', (_name, { assembled: fragments, titles }) => {
  const assembled = layOut(fragments)
  const cut = (places: readonly number[]) =>
    new TextDecoder().decode(selectEntries(assembled.body, assembled.entries, places))

  it('is assembled whole', () => {
    expect(titles(new TextDecoder().decode(assembled.body))).toEqual(['Perché 3', 'Perché 2', 'Perché 1'])
    expect(assembled.entries).toHaveLength(3)
  })

  it.each([
    [[0], ['Perché 3']],
    [
      [0, 1],
      ['Perché 3', 'Perché 2'],
    ],
    [[2], ['Perché 1']],
    [
      [0, 2],
      ['Perché 3', 'Perché 1'],
    ],
  ])('is a complete feed with the entries %j alone', (places, expected) => {
    expect(titles(cut(places))).toEqual(expected)
  })

  it('is itself with all entries', () => {
    expect(cut([0, 1, 2])).toBe(new TextDecoder().decode(assembled.body))
  })
})

describe('assembleFeed', () => {
  it('gives a whole document without entries', () => {
    const { body, entries } = layOut(assembleForms([]).json)
    expect(entries).toEqual([])
    expect(JSON.parse(new TextDecoder().decode(body)).items).toEqual([])
  })
})

describe('selectEntries', () => {
  it('throws for an entry that there is not', () => {
    expect(() => selectEntries(new Uint8Array(9), [{ start: 2, end: 4 }], [1])).toThrow(RangeError)
  })
})
