import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { parseFeed } from 'htmlparser2'
import RssParser from 'rss-parser'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { ARTICLE_KEYS } from '../../src/content/settings/article-keys.ts'
import { parseFeedPage } from '../../src/import/feed-document.ts'
import { renderLedger } from '../../src/ledger/ledger-codec.ts'
import { renderArticleMarkdown } from '../../src/pages/article-markdown.ts'
import { renderArticlePage } from '../../src/pages/article-page.ts'
import { renderListItem } from '../../src/pages/parts/article-list.ts'
import { renderForms } from '../feeds/a-feed.ts'
import { sampleFrame, sampleSite } from '../pages/sample-pages.ts'
import { aSeed } from '../support/a-seed.ts'
import { anArticle, aSite } from '../support/an-article.ts'
import { anArticleSeed, articleAt, day, publishFolder } from './a-folder.ts'

const LINK = 'https://elsewhere.test/a?b=1&c="d"'
const HREF = new URL(LINK).href
const PAGE = 'https://example.org/articles/uno'

describe('a link post in feeds', () => {
  it.each(['full', 'summary'] as const)('leads elsewhere and back (%s)', async (content) => {
    const { rss, atom, json } = renderForms([anArticle({ link: HREF, title: 'A & <b>' })], { content })
    for (const xml of [rss, atom]) new SaxesParser().write(xml).close()
    const back = `<p><a href="${PAGE}">★ A &amp; &lt;b&gt;</a></p>`
    const [rssItem] = parseRssFeed(rss).items ?? []
    expect(rssItem?.link).toBe(HREF)
    expect(rssItem?.[content === 'full' ? 'content' : 'description']).toEqual(
      content === 'full' ? { encoded: expect.stringContaining(back) } : expect.stringContaining(back),
    )
    expect((await new RssParser().parseString(rss)).items[0]?.link).toBe(HREF)
    expect(parseFeed(rss, { xmlMode: true })?.items[0]?.link).toBe(HREF)

    const [entry] = parseAtomFeed(atom).entries ?? []
    expect(entry?.links?.map(({ rel, href }) => [rel, href])).toEqual([
      ['alternate', PAGE],
      ['related', HREF],
    ])
    expect((await new RssParser().parseString(atom)).items[0]?.link).toBe(PAGE)
    expect(parseFeedPage(atom, PAGE)?.items[0]?.link).toBe(PAGE)

    const [item] = parseJsonFeed(json).items ?? []
    expect([item?.url, item?.external_url]).toEqual([PAGE, HREF])
    expect(item?.content_html ?? '').not.toContain('★')
  })

  it('without a title leads back by its first words', () => {
    const { rss } = renderForms([anArticle({ link: HREF, title: '', label: 'First words', summary: '' })])
    const [item] = parseRssFeed(rss).items ?? []
    expect([item?.title, item?.link]).toEqual([undefined, HREF])
    expect(item?.content?.encoded).toContain('★ First words</a>')
  })

  it('says elsewhere in JSON before where it first appeared', () => {
    const { json } = renderForms([anArticle({ link: HREF, canonical: 'https://first.test/' })])
    expect(parseJsonFeed(json).items?.[0]?.external_url).toBe(HREF)
  })
})

it('pages of a link post show the link', () => {
  const article = anArticle({ link: HREF })
  const shown = '>elsewhere.test</a>'
  expect(renderArticlePage(article, { siteContext: sampleFrame(sampleSite()), translations: [] })).toContain(
    shown,
  )
  expect(renderListItem(article, aSite()).text).toContain(shown)
  expect(renderArticleMarkdown(article, PAGE)).toContain(`external_url: ${JSON.stringify(HREF)}`)
})

describe('the key', () => {
  const linkOf = async (...lines: readonly string[]) =>
    articleAt(await publishFolder([anArticleSeed('a.md', 'Bees', 'One.', ...lines)], { at: day(2) }), 'a.md')
      .link

  it.each(ARTICLE_KEYS.link.names.map((name) => name.split('.')))('%s %s is read', async (key, inner) => {
    const lines = inner === undefined ? [`${key}: ${HREF}`] : [`${key}:`, `  ${inner}: ${HREF}`]
    expect(await linkOf(...lines)).toBe(HREF)
  })

  it.each(['link: ""', 'link:', 'link: false', 'link: no'])('is not set by %s', async (line) => {
    expect(await linkOf(line)).toBeUndefined()
  })

  it.each([
    'link: /about',
    'link: elsewhere.test/a',
    'link: mailto:a@elsewhere.test',
    'link: javascript:alert(1)',
    'link: ftp://elsewhere.test/a',
    'link: true',
    'link: [https://elsewhere.test/]',
    'external_url: { a: b }',
  ])('is an error with its place by %s', async (line) => {
    const { problems, publication } = await publishFolder([anArticleSeed('a.md', 'Bees', 'One.', line)], {
      at: day(2),
    })
    expect(publication).toBeUndefined()
    expect(problems).toMatchObject([{ severity: 'error', path: 'a.md', line: 4 }])
  })
})

describe('an article that readers know', async () => {
  const plain = anArticleSeed('a.md', 'Bees')
  const linked = anArticleSeed('a.md', 'Bees', 'One.', `link: ${HREF}`)
  const other = anArticleSeed('a.md', 'Bees', 'One.', 'link: https://elsewhere.test/other')
  const first = await publishFolder([plain], { at: day(2) })
  const byOlder = (rules: string) =>
    first.ledger ? renderLedger(first.ledger.after).replace(/"rules":3,/, rules) : ''
  const factsOf = (parsed: typeof first) => {
    const { id, slug, published, updated, link } = articleAt(parsed, 'a.md')
    return { id, slug, published, updated, link }
  }

  it('is updated by a link that is added, changed or taken away', async () => {
    const added = await publishFolder([linked], { at: day(5), before: first })
    expect(factsOf(added)).toEqual({ ...factsOf(first), link: HREF, updated: day(5) })
    const changed = await publishFolder([other], { at: day(6), before: added })
    expect(factsOf(changed)).toMatchObject({ link: 'https://elsewhere.test/other', updated: day(6) })
    const taken = await publishFolder([plain], { at: day(7), before: changed })
    expect(factsOf(taken)).toMatchObject({ link: undefined, updated: day(7) })
  })

  it.each(['', '"rules":2,'])(
    'from a version without links (%j) keeps leading to its page',
    async (rules) => {
      const after = await publishFolder([linked], { at: day(5), before: byOlder(rules) })
      expect(factsOf(after)).toEqual(factsOf(first))
      expect(after.problems).toMatchObject([{ severity: 'warning', path: 'a.md', line: 4 }])
      expect(after.ledger?.after.entries).toMatchObject([{ rules: 3, kept: { link: HREF } }])
      const again = await publishFolder([linked], { at: day(8), before: after })
      expect([factsOf(again), again.problems]).toEqual([factsOf(first), []])
      expect(again.ledger?.after).toEqual(after.ledger?.after)
    },
  )

  it('follows another link from then on, or the same one that the ledger no longer keeps', async () => {
    const after = await publishFolder([linked], { at: day(5), before: byOlder('') })
    const changed = await publishFolder([other], { at: day(6), before: after })
    expect(factsOf(changed)).toMatchObject({ link: 'https://elsewhere.test/other', updated: day(6) })
    const text = after.ledger ? renderLedger(after.ledger.after).replace(/"kept":\{[^}]*\},/, '') : ''
    const followed = await publishFolder([linked], { at: day(6), before: text })
    expect(factsOf(followed)).toEqual({ ...factsOf(first), link: HREF })
  })

  it('and a key in capitals keeps what both rules ignored', async () => {
    const both = aSeed('a.md', `---\ntitle: Bees\ndate: 2026-01-01T12:00:00Z\nSlug: the-bees\n---\nOne.\n`)
    const second = await publishFolder([both], { at: day(5), before: byOlder('') })
    const ledger = second.ledger ? renderLedger(second.ledger.after).replaceAll('"rules":3', '"rules":2') : ''
    const withLink = aSeed(
      'a.md',
      `---\ntitle: Bees\ndate: 2026-01-01T12:00:00Z\nSlug: the-bees\nlink: ${HREF}\n---\nOne.\n`,
    )
    const third = await publishFolder([withLink], { at: day(8), before: ledger })
    expect(factsOf(third)).toEqual(factsOf(first))
    expect(third.ledger?.after.entries).toMatchObject([{ rules: 3, kept: { slug: 'the-bees', link: HREF } }])
  })
})
