import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../../../src/content/html/markdown.ts'

const render = (source: string) => renderMarkdown(source).trim()

describe('renderMarkdown()', () => {
  it.each([
    ['*a* **b** ~~c~~ `d`', '<p><em>a</em> <strong>b</strong> <s>c</s> <code>d</code></p>'],
    ['https://example.org/a', '<p><a href="https://example.org/a">https://example.org/a</a></p>'],
    ['See www.example.org/a.', '<p>See <a href="http://www.example.org/a">www.example.org/a</a>.</p>'],
    ['README.md', '<p>README.md</p>'],
    ['[a](javascript:x)', '<p>[a](javascript:x)</p>'],
    ['"quotes" -- stay', '<p>&quot;quotes&quot; -- stay</p>'],
    ['これは**「重要」**です。', '<p>これは<strong>「重要」</strong>です。</p>'],
    ['**注意：**本文。**真，**她', '<p><strong>注意：</strong>本文。<strong>真，</strong>她</p>'],
    ['*한국어(韓國語)*는', '<p><em>한국어(韓國語)</em>는</p>'],
    ['a**b**c **d.**e', '<p>a<strong>b</strong>c **d.**e</p>'],
    ['- [ ] a\n- [x] b', '<ul>\n<li>☐ a</li>\n<li>☑ b</li>\n</ul>'],
  ])('renders %s', (source, html) => {
    expect(render(source)).toBe(html)
  })

  it('renders tables', () => {
    expect(render('| a |\n| - |\n| b |')).toContain('<td>b</td>')
  })

  it('renders footnotes with links there and back', () => {
    const html = render('A.[^n]\n\n[^n]: B.')
    expect(html).toContain('<a href="#fn1" id="fnref1">[1]</a>')
    expect(html).toContain('<a href="#fnref1" class="footnote-backref">')
  })

  it('starts counting anew in each text', () => {
    expect(render('A.[^n]\n\n[^n]: B.')).toBe(render('A.[^n]\n\n[^n]: B.'))
  })

  it('gives each heading an id of its own', () => {
    expect(render('## Perché *no*?\n\n## Perché no\n\n## ?')).toBe(
      '<h2 id="perché-no">Perché <em>no</em>?</h2>\n<h2 id="perché-no-1">Perché no</h2>\n<h2>?</h2>',
    )
  })
})
