import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../../src/content/html/html-render.ts'
import { parseHtml } from '../../../src/content/html/html-tree.ts'

describe('parseHtml()', () => {
  it.each([
    ['<pre>\nfoo</pre>', ['foo']],
    ['<pre>\n\nfoo</pre>', ['\nfoo']],
    ['<pre>&#10;&#10;foo</pre>', ['\nfoo']],
    ['<pre>\n</pre>', []],
    ['<pre> \nfoo</pre>', [' \nfoo']],
    ['<pre><!-- a -->\nfoo</pre>', ['\nfoo']],
  ])('drops the line end that %j begins with', (html, children) => {
    expect(parseHtml(html).children).toEqual([{ name: 'pre', attributes: {}, children }])
  })

  it.each(['<pre></pre>\na', '<p>\na</p>', '<pre><code>\na</code></pre>'])('keeps that of %j', (html) => {
    expect(renderHtml(parseHtml(html))).toBe(html)
  })

  it('reads its own rendering as the same tree', () => {
    const tree = parseHtml('<pre>\n\n\na</pre>')
    expect(parseHtml(renderHtml(tree))).toEqual(tree)
  })
})
