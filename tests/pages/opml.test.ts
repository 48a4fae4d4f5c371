import { join } from 'node:path'
import { parseOpml } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { type ListedFeed, renderOpml } from '../../src/pages/opml.ts'
import { aSite } from '../support/an-article.ts'
import { assertWellFormed } from './assert-well-formed.ts'

function aListedFeed(title: string, path: string, kind: ListedFeed['kind']): ListedFeed {
  const html = `https://example.org${path}`
  return { title, html, rss: `${html}.rss`, kind }
}

const FEEDS = [
  aListedFeed('Città', '/tags/citta', 'tag'),
  aListedFeed('Strillone', '/feed', 'main'),
  aListedFeed('Ada "A." <Rossi>', '/authors/ada-a-rossi', 'author'),
  aListedFeed('R&D', '/tags/r-and-d', 'tag'),
]

describe('renderOpml', () => {
  it('gives the golden document', async () => {
    const opml = renderOpml(aSite({ title: 'Strillone & amici' }), FEEDS)
    assertWellFormed(opml)
    await expect(opml).toMatchFileSnapshot(join(import.meta.dirname, '../golden/feeds.opml'))
  })

  it('lists the main feed first, then the others in groups', () => {
    const outlines = parseOpml(renderOpml(aSite(), FEEDS)).body?.outlines ?? []
    expect(outlines.map(({ text, outlines: members }) => [text, members?.map(({ title }) => title)])).toEqual(
      [
        ['Strillone', undefined],
        ['Temi', ['Città', 'R&D']],
        ['Autori', ['Ada "A." <Rossi>']],
      ],
    )
  })

  it('tells feeds of one title apart by their kinds, and leaves the main one as it is', () => {
    const feeds = [
      aListedFeed('Ada', '/feed', 'main'),
      aListedFeed('ada', '/tags/ada', 'tag'),
      aListedFeed('Ada', '/authors/ada', 'author'),
      aListedFeed('Sport', '/sections/sport', 'section'),
    ]
    const outlines = parseOpml(renderOpml(aSite({ language: 'en' }), feeds)).body?.outlines ?? []
    const titles = outlines.flatMap(
      ({ title, outlines: members }) => members?.map((each) => each.title) ?? title,
    )
    expect(titles).toEqual(['Ada', 'ada (Tag)', 'Ada (Author)', 'Sport'])
  })

  it('tells of each feed where it is', () => {
    const [main] = parseOpml(renderOpml(aSite(), FEEDS)).body?.outlines ?? []
    expect(main).toEqual({
      type: 'rss',
      text: 'Strillone',
      title: 'Strillone',
      xmlUrl: 'https://example.org/feed.rss',
      htmlUrl: 'https://example.org/feed',
    })
  })
})
