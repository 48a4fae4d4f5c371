import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderMarkdownForm } from '../../../src/content/html/html-markdown.ts'
import { renderHtml } from '../../../src/content/html/html-render.ts'
import { renderText } from '../../../src/content/html/html-text.ts'
import { parseHtml } from '../../../src/content/html/html-tree.ts'
import { renderMarkdown } from '../../../src/content/html/markdown.ts'
import { sanitizeTree } from '../../../src/content/html/sanitize.ts'

const base = {
  articleUrl: 'https://n.test/articles/a',
  siteUrl: 'https://example.org',
  idPrefix: 'a--',
  find: () => undefined,
}

const publish = (markdown: string) => sanitizeTree(parseHtml(renderMarkdown(markdown)), base).tree
const html = (markdown: string) => renderHtml(publish(markdown))

/** What stays as it is written. */
const MATHEMATICS = [
  '$c*d*e$',
  '$(u)_{a} + (v)_{b}$',
  '$n$',
  String.raw`$a \$ *b* \\ c$`,
  '$a\n*b*$',
  '$$a *b* \\\\\\\\ c$$',
  '$$ x_1_ $$',
  '$$\n\\begin{pmatrix} a & b \\\\\\\\ c & d \\end{pmatrix}\n$$',
  '$$\na\n- b\n= c\n# d\n> e\n$$',
  String.raw`\(\alpha *x* _y_\)`,
  '\\[\n\\frac{a}{b}\n- c \\\\[2pt]\n\\]',
]

/** What is text, and what Markdown makes of it. */
const TEXTS: readonly (readonly [string, string])[] = [
  ['$5 and $10', '$5 and $10'],
  ['$5, *really*, and $10', '$5, <em>really</em>, and $10'],
  ['It is 5 $ or *6* $.', 'It is 5 $ or <em>6</em> $.'],
  ['US$5 *or* HK$40', 'US$5 <em>or</em> HK$40'],
  ['a $ *b* $ c', 'a $ <em>b</em> $ c'],
  ['$a *b* $', '$a <em>b</em> $'],
  [String.raw`\$a *b* c\$`, '$a <em>b</em> c$'],
  ['`$a` *b* `c$`', '<code>$a</code> <em>b</em> <code>c$</code>'],
  ['$a `b$` *c*', '$a <code>b$</code> <em>c</em>'],
  ['$$ *a*', '$$ <em>a</em>'],
  ['$$$$ *a*', '$$$$ <em>a</em>'],
  ['`$$` or *a* $$', '<code>$$</code> or <em>a</em> $$'],
  [String.raw`\[1\] \(see *a*\) \[^1\] \[snake_case\]`, '[1] (see <em>a</em>) [^1] [snake_case]'],
  ['\\[`\\alpha`\\] *a*', '[<code>\\alpha</code>] <em>a</em>'],
]

describe('mathematics', () => {
  it.each(MATHEMATICS)('reaches feeds, pages, text and Markdown as it is written: %s', (source) => {
    const escaped = source.replaceAll('&', '&amp;').replaceAll('>', '&gt;')
    expect(html(source)).toBe(`<p><span class="math">${escaped}</span></p>`)
    const inOneLine = source.replaceAll('\n', ' ')
    expect(renderText(publish(source))).toBe(inOneLine)
    expect(renderMarkdownForm(publish(source))).toBe(inOneLine)
  })

  it.each(TEXTS)('leaves %s to Markdown', (source, expected) => {
    expect(html(source)).toBe(`<p>${expected}</p>`)
  })

  it('stands in any block, beside a paragraph too', () => {
    const display = '$$\na\n- b\n$$'
    const rendered = '<p><span class="math">$$\na\n- b\n$$</span></p>'
    expect(html(`one\n${display}\ntwo`)).toBe(`<p>one</p>\n${rendered}\n<p>two</p>`)
    expect(html(display.replaceAll(/^/gm, '> '))).toContain(rendered)
    expect(html(`- x\n\n  ${display.replaceAll('\n', '\n  ')}`)).toContain(rendered)
    expect(html('| $a*b*$ |\n| - |\n| *c* |')).toContain('<span class="math">$a*b*$</span>')
    expect(html('# $a*b*$')).toContain('<h2 id="a--ab"><span class="math">$a*b*$</span></h2>')
    expect(html('![$a*b*$](https://n.test/a.png)')).toContain('alt="$a*b*$"')
  })

  it('ends with the block in which it begins', () => {
    expect(html('$$\na\n\n*b*\n$$')).toContain('<em>b</em>')
    expect(html('- $$\n  a\n\n*b* $$')).toContain('<em>b</em>')
    expect(html('$a\n\n*b*$')).toContain('<em>b</em>')
  })

  it('is never markup in the Markdown form', () => {
    expect(html('$a<b>c</b>$')).toBe('<p><span class="math">$a&lt;b&gt;c&lt;/b&gt;$</span></p>')
    expect(renderMarkdownForm(publish('$a<b>c</b>$ $a<5$'))).toBe('$a< b>c< /b>$ $a<5$')
  })

  it('is kept of other tools, and is a mark of nothing else', () => {
    const kept = sanitizeTree(parseHtml('<span class="math inline" id="x">$a_b_$</span>'), base).tree
    expect(renderHtml(kept)).toBe('<span id="a--x" class="math">$a_b_$</span>')
    expect(renderMarkdownForm(kept)).toBe('$a_b_$')
    const text = parseHtml('<span class="math">*a* &lt;b></span>')
    expect(renderMarkdownForm(text)).toBe(String.raw`\*a\* \<b\>`)
  })

  it('is not made of text by the Markdown form', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(...String.raw`$ $a b$ $$ \( \) \[ \] ( ) [ ] \alpha ^ _ * 5 5$ $5`.split(' ')),
    )
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (before, after) => {
        const node = (words: readonly string[]) => words.join(' ').replaceAll(/[<&\0]/g, '')
        const link = '<a href="https://n.test/$x$">b$</a>'
        const tree = sanitizeTree(parseHtml(`<p>${node(before)}${link}${node(after)}</p>`), base).tree
        expect(renderMarkdown(renderMarkdownForm(tree))).not.toContain('class="math"')
      }),
    )
  })
})
