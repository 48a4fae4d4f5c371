import { describe, expect, it } from 'vitest'
import { renderText } from '../../../src/content/html/html-text.ts'
import { parseHtml } from '../../../src/content/html/html-tree.ts'

const text = (html: string) => renderText(parseHtml(html))

describe('renderText()', () => {
  it.each([
    ['<h2>A</h2>\n<p>b  <em>c</em>\nd</p><p>e</p>', 'A\n\nb c d\n\ne'],
    ['<p>a<br>b</p>', 'a\nb'],
    ['a<div>b</div>c', 'a\n\nb\n\nc'],
    ['<ul><li>a</li><li><p>b</p><ol start="4"><li>c</li></ol></li></ul>', '- a\n- b\n  4. c'],
    ['<pre><code>a\n  b\n</code></pre>', 'a\n  b'],
    ['<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>', 'a | b\n1 | 2'],
    ['<blockquote><p>a</p></blockquote><hr><p>b</p>', 'a\n\nb'],
    ['<p>1 &lt; 2 &amp; 3</p>', '1 < 2 & 3'],
    ['<p><img src="x" alt="y"></p>', ''],
    ['<a href="x"><figure><figcaption>a</figcaption></figure></a>', 'a'],
    ['<p>Note. <a href="x">↩︎</a></p>', 'Note.'],
    ['<p>a\u00A0b</p>', 'a\u00A0b'],
  ])('renders %s', (html, expected) => {
    expect(text(html)).toBe(expected)
  })

  it('renders very many blocks within one', () => {
    expect(text(`<article>${'<p>a</p>'.repeat(150_000)}</article>`)).toHaveLength(150_000 * 3 - 2)
  })
})
