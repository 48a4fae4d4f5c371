import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { anArticle } from '../support/an-article.ts'
import { formsOf, renderForms } from './a-feed.ts'

const HISTORY = 'http://purl.org/syndication/history/1.0'

const main = { archive: { isArchive: false, previous: formsOf('https://example.org/archive/2') } }
const middle = {
  self: formsOf('https://example.org/archive/2'),
  hubs: ['https://hub.example/'],
  archive: {
    isArchive: true,
    current: formsOf('https://example.org/feed'),
    previous: formsOf('https://example.org/archive/1'),
    next: formsOf('https://example.org/archive/3'),
  },
}

interface Link {
  readonly rel?: string | undefined
  readonly href?: string | undefined
}

/** Where a document links to, by relation. */
function relations(links: readonly Link[] | undefined): Readonly<Record<string, string>> {
  const archiveLinks = (links ?? []).filter(({ rel = '' }) => /archive|current/.test(rel))
  return Object.fromEntries(archiveLinks.map(({ rel = '', href = '' }) => [rel, href]))
}

/** The parents of the elements `archive` of RFC 5005 in a document. */
function markedElements(xml: string): readonly string[] {
  const parser = new SaxesParser({ xmlns: true })
  const open: string[] = []
  const marked: string[] = []
  parser.on('opentag', ({ local, uri }) => {
    if (uri === HISTORY && local === 'archive') marked.push(open.at(-1) ?? '')
    open.push(local)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return marked
}

describe('a feed with an archive (RFC 5005 §4)', () => {
  const { rss, atom, json } = renderForms([anArticle()], main)

  it('links to what came before', () => {
    expect(relations(parseRssFeed(rss).atom?.links)).toEqual({
      'prev-archive': 'https://example.org/archive/2.rss',
    })
    expect(relations(parseAtomFeed(atom).links)).toEqual({
      'prev-archive': 'https://example.org/archive/2.atom',
    })
    expect(parseJsonFeed(json).next_url).toBe('https://example.org/archive/2.json')
  })

  it('is not marked as one', () => {
    expect([...markedElements(rss), ...markedElements(atom)]).toEqual([])
  })
})

describe('an archive', () => {
  const { rss, atom, json } = renderForms([anArticle()], middle)

  it('links to what came before and after and to the feed', () => {
    for (const [form, links] of [
      ['rss', parseRssFeed(rss).atom?.links],
      ['atom', parseAtomFeed(atom).links],
    ] as const) {
      expect(relations(links)).toEqual({
        current: `https://example.org/feed.${form}`,
        'prev-archive': `https://example.org/archive/1.${form}`,
        'next-archive': `https://example.org/archive/3.${form}`,
      })
    }
    expect(parseJsonFeed(json).next_url).toBe('https://example.org/archive/1.json')
  })

  it('is marked as one, once, in the head of the feed', () => {
    expect(markedElements(rss)).toEqual(['channel'])
    expect(markedElements(atom)).toEqual(['feed'])
  })

  it('names no hub', () => {
    expect(rss + atom + json).not.toContain('hub.example')
  })
})
