import RssParser from 'rss-parser'
import { describe, expect, it } from 'vitest'
import { renderForms } from '../../feeds/a-feed.ts'
import { aSeed } from '../../support/a-seed.ts'
import { articleAt, day, publishFolder } from '../a-folder.ts'

const SETTINGS = '---\ntitle: The ferry\ndate: 2026-01-01T12:00:00Z\n---\n'
const WORDS = 'The ferry is late again. Nobody minds.'

const published = async (path: string, body: string) =>
  articleAt(await publishFolder([aSeed(path, SETTINGS + body)], { at: day(2) }), path)

describe('the summary of an article', () => {
  it.each([
    ['paragraphs', `<p>${WORDS}</p><blockquote>Other.</blockquote>`, WORDS],
    ['no element', WORDS, WORDS],
    ['divisions', '<div>The ferry is late again.</div><div>Nobody minds.</div>', WORDS],
    ['divisions within others', `<div><section><div>${WORDS}</div></section></div>`, WORDS],
    ['divisions of paragraphs and of none', '<div>The ferry is late again.<p>Nobody minds.</p></div>', WORDS],
    ['line ends', 'The ferry is late again.<br><br>Nobody minds.', WORDS],
    ['line ends in a paragraph', '<p>The ferry is late again.<br><br>Nobody minds.</p>', WORDS],
    ['inline elements', '<b>The ferry</b> is <a href="https://a.test/">late</a> again. Nobody minds.', WORDS],
    ['a link around blocks', `<a href="https://a.test/"><div>${WORDS}</div></a>`, WORDS],
    ['a quote', `<blockquote><p>${WORDS}</p></blockquote>`, WORDS],
    ['a quote without paragraphs', `<blockquote>${WORDS}</blockquote>`, WORDS],
    ['a list of sentences', '<ul><li>The ferry is late again.</li><li><p>Nobody minds.</p></li></ul>', WORDS],
    [
      'a list of words',
      '<ol><li>Milk</li><li>Eggs (2)<ul><li>brown</li></ul></li></ol>',
      'Milk · Eggs (2) · brown',
    ],
    ['a list of terms', '<dl><dt>Pier</dt><dd>Where it lands.</dd></dl>', 'Pier · Where it lands.'],
    [
      'a table',
      '<table><tr><th>Ship</th><th>Year</th></tr><tr><td>Ada</td><td>1903</td></tr></table>',
      'Ship · Year · Ada · 1903',
    ],
    [
      'a caption',
      `<figure><img src="https://a.test/a.jpg" alt="A pier"><figcaption>${WORDS}</figcaption></figure>`,
      WORDS,
    ],
    ['details', `<details><summary>More</summary>${WORDS}</details>`, `More · ${WORDS}`],
    ['headings', '<h2>Late again</h2><h3>Nobody minds</h3>', 'Late again · Nobody minds'],
    ['a heading above a list', '<h2>Shopping</h2><ul><li>Milk</li><li>Eggs</li></ul>', 'Milk · Eggs'],
    ['what leads to a list', '<p>To buy:</p><ul><li>Milk</li><li>Eggs</li></ul>', 'Milk · Eggs'],
    ['code', '<pre><code>ferry --late\n</code></pre>', 'ferry --late'],
    [
      'a picture',
      '<p><a href="https://a.test/"><img src="https://a.test/a.jpg" alt="A pier at dusk"></a></p>',
      'A pier at dusk',
    ],
    [
      'pictures',
      '<img src="https://a.test/a.jpg" alt="A pier"><img src="https://a.test/b.jpg" alt="A ship">',
      'A pier · A ship',
    ],
    ['a picture that shows the title', '<img src="https://a.test/a.jpg" alt="The ferry">', ''],
    ['the title again, and a list', '<p>The ferry</p><ul><li>The ferry</li><li>Milk</li></ul>', 'Milk'],
    ['the title alone', '<blockquote>The ferry</blockquote><h2>The ferry</h2>', ''],
    ['what nobody sees', '<div hidden>No.</div><style>a{}</style><audio controls>No sound.</audio>', ''],
    ['a note', '<p>The ferry is late again.<sup>[1]</sup> Nobody minds.</p>', WORDS],
  ])('is told from %s', async (_what, html, summary) => {
    const article = await published('a.html', html)
    expect(article.summary).toBe(summary)
    const { items } = await new RssParser().parseString(renderForms([article], { content: 'summary' }).rss)
    expect(items.map(({ content = '' }) => content)).toEqual([summary])
  })

  it.each([
    ['a list', '- The ferry is late again.\n- Nobody minds.\n', WORDS],
    ['a picture', '![A pier at dusk](https://a.test/a.jpg)\n', 'A pier at dusk'],
    ['code', '```sh\nferry --late\n```\n', 'ferry --late'],
    ['a quote', `> ${WORDS}\n`, WORDS],
    ['a table', '| Ship | Year |\n|--|--|\n| Ada | 1903 |\n', 'Ship · Year · Ada · 1903'],
    ['raw HTML', `<div>\n${WORDS}\n</div>\n`, WORDS],
    ['headings', '## Late again\n\n## Nobody minds\n', 'Late again · Nobody minds'],
  ])('is told from %s in Markdown', async (_what, markdown, summary) => {
    expect((await published('a.md', markdown)).summary).toBe(summary)
  })

  it('is of at most 280 characters, whatever holds its words', async () => {
    const items = Array.from({ length: 100 }, (_, index) => `<li>ship ${index}</li>`).join('')
    const { summary } = await published('a.html', `<ul>${items}</ul>`)
    expect(summary.length).toBeLessThanOrEqual(280)
    expect(summary).toMatch(/^ship 0 · .* ship \d+$/)
  })
})
