import { describe, expect, it } from 'vitest'
import { anArticleSeed, day, publishFolder } from '../content/a-folder.ts'
import { renderForms } from '../feeds/a-feed.ts'
import { aSeed } from '../support/a-seed.ts'
import { anArticle, aPublication } from '../support/an-article.ts'
import { answersOf } from '../support/bundle-texts.ts'
import { publishInMemory } from '../support/publish-in-memory.ts'

describe('a site without articles', () => {
  it('tells no date of a change that never was, in any form', async () => {
    const bundle = await publishInMemory(aPublication([]), { at: day(2) })
    const texts = answersOf([...bundle.packs, ...bundle.embedded])
    for (const { stem, form, text } of texts)
      expect([stem, form, text]).not.toEqual([stem, form, expect.stringMatching(/19(?:70|69)/)])
    const [rss, atom] = ['rss', 'atom'].map(
      (form) => texts.find((each) => each.stem === '/feed' && each.form === form)?.text,
    )
    expect(rss).not.toContain('lastBuildDate')
    expect(atom).toContain('<updated>2026-01-01T00:00:00.000Z</updated>')
  })

  it('says that it has been as it is since the year of its ledger, whatever year it is', async () => {
    const first = await publishFolder([], { at: day(2) })
    const later = await publishFolder([], { at: day(800), before: first })
    expect([first, later].map(({ publication }) => publication?.site.year)).toEqual([2026, 2026])
  })

  it('has the date of the withdrawal of its last article', async () => {
    const before = await publishFolder([anArticleSeed('a.md', 'A'), anArticleSeed('b.md', 'B')], {
      at: day(2),
    })
    const { publication } = await publishFolder(
      [aSeed('a.md', '---\ndraft: true\n---\n'), aSeed('b.md', '---\ndraft: true\n---\n')],
      { at: day(5), before },
    )
    if (publication === undefined) throw new Error('Nothing is published')
    const bundle = await publishInMemory(publication, { at: day(5) })
    const rss = answersOf([...bundle.packs, ...bundle.embedded]).find(
      ({ stem, form }) => stem === '/feed' && form === 'rss',
    )
    expect(rss?.text).toContain('<lastBuildDate>Mon, 05 Jan 2026 12:00:00 GMT</lastBuildDate>')
  })
})

describe('an article without content', () => {
  it('has no empty one in any feed, and what is known of it in the one that needs some', () => {
    const article = anArticle({ html: '', markdown: '', text: '', summary: 'Soon.' })
    const { rss, atom, json } = renderForms([article])
    expect(rss).not.toContain('content:encoded>')
    expect(atom).not.toContain('<content')
    expect(JSON.parse(json).items[0]).toMatchObject({ content_text: 'Soon.' })
    expect(json).not.toContain('content_html')
  })
})
