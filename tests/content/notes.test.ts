import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { renderArticlePage } from '../../src/pages/article-page.ts'
import { renderListItem } from '../../src/pages/parts/article-list.ts'
import { renderForms } from '../feeds/a-feed.ts'
import { sampleFrame, sampleSite } from '../pages/sample-pages.ts'
import { aSeed } from '../support/a-seed.ts'
import { aSite } from '../support/an-article.ts'
import { articleAt, day, publishFolder } from './a-folder.ts'

const DATE = 'date: 2026-01-01T12:00:00Z'
const WORDS = 'The ferry is late again. Nobody on the pier seems to mind, for the sun is out and warm today.'

const published = async (path: string, settings: string, body = WORDS) =>
  articleAt(
    await publishFolder([aSeed(path, `---\n${[DATE, settings].join('\n')}\n---\n${body}\n`)], { at: day(2) }),
    path,
  )

describe('an article', () => {
  it.each([
    ['20261105-note.md', '', '20261105-note'],
    ['20261105-thanks.md', '', '20261105-thanks'],
    ['2026-11-05-note.md', '', 'note'],
    ['2026/01/01/note 2.md', '', 'note-2'],
    ['2026-11-05.md', '', 'the-ferry-is-late-again-nobody-on-the-pier-seems-to-mind-for-the-sun-is-out'],
    ['1699182000.html', '', 'the-ferry-is-late-again-nobody-on-the-pier-seems-to-mind-for-the-sun-is-out'],
    [
      '2026/01/01/index.md',
      '',
      'the-ferry-is-late-again-nobody-on-the-pier-seems-to-mind-for-the-sun-is-out',
    ],
    ['the-old-ferry.md', 'title: ""', 'the-old-ferry'],
    ['the-old-ferry.md', 'Title: "  "', 'the-old-ferry'],
    ['the-old-ferry.html', "title: ''", 'the-old-ferry'],
  ])('%s with %j has no title, and is called by its first words', async (path, settings, slug) => {
    const article = await published(path, settings, path.endsWith('l') ? `<p>${WORDS}</p>` : WORDS)
    expect(article).toMatchObject({
      ...{ title: '', slug },
      label: 'The ferry is late again. Nobody on the pier seems to mind, for the sun is out…',
    })
  })

  it.each([
    ['the-old-ferry.md', '', WORDS, 'The old ferry'],
    ['2026-11-05-ferry.md', '', WORDS, 'Ferry'],
    ['2026-11-05-the-old-ferry.md', '', WORDS, 'The old ferry'],
    ['note.md', '', WORDS, 'Note'],
    ['the-old-ferry.md', 'title:', WORDS, 'The old ferry'],
    ['20261105-note.md', 'title: Ferry', WORDS, 'Ferry'],
    ['20261105-note.md', '', `# Ferry\n\n${WORDS}`, 'Ferry'],
    ['20261105-note.md', 'title: ""', `# Ferry\n\n${WORDS}`, 'Ferry'],
    ['20261105-note.txt', '', WORDS, 'The ferry is late again'],
    ['20261105-note.txt', 'title: ""', WORDS, 'The ferry is late again'],
    ['20261105-note.md', 'draft: false', '<!-- nothing -->', '20261105 note'],
  ])('%s with %j and %j has a title', async (path, settings, body, title) => {
    expect(await published(path, settings, body)).toMatchObject({ title })
  })

  it.each([
    ['![Two gulls](https://example.org/gulls.jpg)', '20261105 note'],
    ['***\n\n¿Qué?', '¿Qué?'],
    ['船又晚了。'.repeat(40), `${'船又晚了。'.repeat(15)}船又晚了…`],
    [`${'😀'.repeat(100)}x`, `${'😀'.repeat(39)}…`],
  ])('of %j is called so that a list has a word for it', async (body, label) => {
    expect(await published('20261105-note.md', '', body)).toMatchObject({ title: '', label })
  })
})

describe('a note in feeds', () => {
  it.each([
    [WORDS, 'full'],
    [WORDS, 'summary'],
    ['![](https://example.org/gulls.jpg)', 'full'],
    ['![](https://example.org/gulls.jpg)', 'summary'],
  ] as const)('of %j, %s, is read without a title, and with a description', async (body, content) => {
    const article = await published('20261105-note.md', '', body)
    const { rss, atom, json } = renderForms([article], { content })
    for (const xml of [rss, atom]) new SaxesParser().write(xml).close()
    const [rssItem] = parseRssFeed(rss).items ?? []
    expect([rssItem?.title, Boolean(rssItem?.description)]).toEqual([undefined, true])
    expect(rss).not.toContain('<title></title>')
    const [saxItem] = (await new RssParser().parseString(rss)).items
    expect([saxItem?.title, Boolean(saxItem?.content)]).toEqual([undefined, true])
    expect(atom).toContain('<title></title>')
    expect(parseAtomFeed(atom).entries?.[0]).toMatchObject({ id: article.id })
    const [jsonItem] = parseJsonFeed(json).items ?? []
    expect(jsonItem).not.toHaveProperty('title')
    expect(Boolean(jsonItem?.content_html ?? jsonItem?.content_text)).toBe(true)
  })
})

describe('a note in pages', async () => {
  const article = await published('20261105-note.md', '')

  it('is called by its first words in its head, and shows no headline', () => {
    const page = renderArticlePage(article, { siteContext: sampleFrame(sampleSite()), translations: [] })
    expect(page).toContain(`<title>${article.label} – `)
    expect(page).toContain(`<meta property="og:title" content="${article.label}">`)
    expect(page).toContain(`<h1 class="unseen">${article.label}</h1>`)
    expect(page).toContain(`"headline":"${article.label}"`)
  })

  it('is a link of its first words in lists, told once', () => {
    const { text } = renderListItem(article, aSite())
    expect(text).toContain(`>${article.label}</a></h3>`)
    expect(text).not.toContain('class="summary"')
  })
})
