import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderMarkdownForm } from '../../../src/content/html/html-markdown.ts'
import { renderHtml } from '../../../src/content/html/html-render.ts'
import { renderText } from '../../../src/content/html/html-text.ts'
import { parseHtml } from '../../../src/content/html/html-tree.ts'
import { renderMarkdown } from '../../../src/content/html/markdown.ts'
import { sanitizeTree } from '../../../src/content/html/sanitize.ts'
import { escapeHtml } from '../../../src/model/escape.ts'

const markdown = (html: string) => renderMarkdownForm(parseHtml(html))
const BASE = {
  articleUrl: 'https://example.org/a',
  siteUrl: 'https://example.org',
  idPrefix: '',
  find: () => undefined,
}
const treeOf = (source: string) => sanitizeTree(parseHtml(renderMarkdown(source)), BASE).tree

describe('renderMarkdownForm()', () => {
  it.each([
    ['<h2>A <em>b</em></h2><p>c</p>', '## A *b*\n\nc'],
    ['<p>a<br>b</p>', 'a\\\nb'],
    ['<p>a<strong> b </strong>c</p>', 'a **b** c'],
    ['<p><b><strong>a</strong></b> <s>b</s> <em></em></p>', '**a** ~~b~~'],
    ['<p><a href="https://example.org/a_(b)">c [d]</a></p>', '[c \\[d\\]](<https://example.org/a_(b)>)'],
    [
      '<p><a href="https://example.org/" title="x &quot;y&quot;">c</a></p>',
      '[c](https://example.org/ "x \\"y\\"")',
    ],
    ['<p><a href="https://example.org/">https://example.org/</a></p>', '<https://example.org/>'],
    [
      '<p><img src="https://example.org/a.jpg" alt="A [hive]"></p>',
      '![A \\[hive\\]](https://example.org/a.jpg)',
    ],
    ['<p><code>a ` b</code> <code>`</code></p>', '``a ` b`` `` ` ``'],
    ['<pre><code class="language-js">let a = `b`\n```\n</code></pre>', '````js\nlet a = `b`\n```\n````'],
    ['<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
    ['<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
    ['<ol start="3"><li><p>a</p><p>b</p></li><li><p>c</p></li></ol>', '3. a\n\n   b\n\n4. c'],
    ['<ol><li value="5">a</li><li>c</li></ol>', '5. a\n6. c'],
    ['<ul><li>a</li></ul><ul><li>b</li></ul>', '- a\n\n* b'],
    ['<hr>', '* * *'],
    [
      '<table><tr><th align="left">a</th><th align="center">b</th><th align="right">c</th><th>d</th></tr></table>',
      '| a | b | c | d |\n| :-- | :-: | --: | --- |',
    ],
    [
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1 | 2</td></tr></tbody></table>',
      '| a | b |\n| --- | --- |\n| 1 \\| 2 |  |',
    ],
    ['<p>H<sub>2</sub>O</p>', 'H<sub>2</sub>O'],
    [
      '<figure><img src="https://example.org/a.jpg" alt=""><figcaption>b</figcaption></figure>',
      '![](https://example.org/a.jpg)\n\nb',
    ],
    ['<video controls="" src="https://example.org/a.mp4"></video>', '<https://example.org/a.mp4>'],
    ['<div>a</div><div>b</div>', 'a\n\nb'],
    ['<p><b>Note:</b>then</p>', '<b>Note:</b>then'],
    ['<table><tr><td><ul><li>a</li><li>b</li></ul></td></tr></table>', '| - a - b |\n| --- |'],
  ])('renders %s', (html, expected) => {
    expect(markdown(html)).toBe(expected)
  })

  it.each([
    ['<b> & <script>alert(1)</script>', '\\<b\\> & \\<script\\>alert(1)\\</script\\>'],
    ['*a* _b_ `c` [d](e) ![f](g) ~~h~~', '\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) !\\[f\\](g) \\~\\~h\\~\\~'],
    ['&lt; &amp;', '\\&lt; \\&amp;'],
    ['# a', '\\# a'],
    ['- a', '\\- a'],
    ['1. a', '1\\. a'],
    ['2025) a', '2025\\) a'],
    ['===', '\\==='],
    ['> a', '\\> a'],
    ['| a | b |', '\\| a \\| b \\|'],
    ['[^1]: a', '\\[^1\\]: a'],
    ['snake_case_name', 'snake_case_name'],
  ])('escapes the plain text %s', (text, expected) => {
    expect(markdown(`<p>${escapeHtml(text)}</p>`)).toBe(expected)
  })

  it('gives footnotes their own marks back', () => {
    const source = 'A claim.[^1] Another.[^2]\n\n[^1]: Its *source*.\n\n[^2]: One\n\n    and more.'
    expect(renderMarkdownForm(treeOf(source))).toBe(
      'A claim.[^1] Another.[^2]\n\n* * *\n\n[^1]: Its *source*.\n\n[^2]: One\n\n    and more.',
    )
  })

  it('says in Markdown what the HTML says, for any plain text', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(...'* _ ` # - + 1. > | --- === ~~ < & &amp; [a](b) \\ ! : <b>'.split(' ')),
    )
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const html = `<p>${escapeHtml(words.join(' '))}</p>`
        expect(renderText(treeOf(markdown(html)))).toBe(renderText(parseHtml(html)))
      }),
      { numRuns: 1000 },
    )
  })

  it('comes back as the same HTML', () => {
    const source =
      '## A *b*\n\nText with **strong**, `code | x`, [link](https://example.org/x) and ![p](https://example.org/p.jpg).\n\n- a\n- b\n\n  c\n\n1. d\n   - e\n\n> f\n>\n> g\n\n| h | i |\n| --- | --- |\n| 1 | `2\\|3` |\n\n```js\nlet j\n```'
    const tree = treeOf(source)
    expect(renderHtml(treeOf(renderMarkdownForm(tree)))).toBe(renderHtml(tree))
  })

  it('renders very many blocks within one', () => {
    expect(markdown(`<div>${'<p>a</p>'.repeat(150_000)}</div>`)).toHaveLength(150_000 * 3 - 2)
  })

  it('renders a table of very many rows', () => {
    const rows = markdown(`<table>${'<tr><td>a</td></tr>'.repeat(150_000)}</table>`).split('\n')
    expect(rows).toHaveLength(150_001)
  })

  it('keeps a blank line that code begins with', () => {
    expect(markdown(renderMarkdown('```\n\na\n```'))).toBe('```\n\na\n```')
  })
})
