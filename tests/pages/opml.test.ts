import { join } from 'node:path'
import { parseOpml } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { type ListedFeed, renderOpml } from '../../src/pages/opml.ts'
import { aSite } from '../support/an-article.ts'
import { Dice } from '../support/dice.ts'
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

  it('gives every feed a name of its own, and none another where it has one', () => {
    const dice = new Dice(7)
    const names = [
      'Ada',
      'ADA',
      'ada',
      'Ada (Author)',
      'ADA (AUTHOR)',
      'Ada (Author) 2',
      'Ada (Tag)',
      'Straße',
      'STRASSE',
    ]
    const more = ['Ångström', 'A\u030angström', 'Ａｄａ', 'Ada (Author) (Author)', 'Ada  (Author)', 'Other']
    const kinds = ['tag', 'author', 'section', 'language'] as const
    const fold = (title = '') => title.normalize('NFKC').toUpperCase().toLowerCase().replaceAll(/\s+/g, ' ')
    for (let round = 0; round < 300; round += 1) {
      const main = aListedFeed(dice.pick([...names, ...more]), '/feed', 'main')
      const rest = Array.from({ length: 12 }, (_, index) =>
        aListedFeed(dice.pick([...names, ...more]), `/x/${index}`, dice.pick(kinds)),
      )
      const feeds = [main, ...rest]
      const outlines = parseOpml(renderOpml(aSite({ language: 'en' }), feeds)).body?.outlines ?? []
      const told = new Map<string, string>()
      for (const outline of outlines)
        for (const { xmlUrl = '', title = '' } of outline.outlines ?? [outline]) told.set(xmlUrl, title)
      expect(new Set([...told.values()].map((title) => fold(title))).size).toBe(feeds.length)
      for (const { title, rss, kind } of feeds) {
        const isAlone = feeds.filter((other) => fold(other.title) === fold(title)).length === 1
        if (kind === 'main' || isAlone) expect(told.get(rss)).toBe(title)
      }
    }
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
