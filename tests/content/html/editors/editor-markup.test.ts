import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readEditorMarkup } from '../../../../src/content/html/editors/editor-markup.ts'
import { renderMarkdownForm } from '../../../../src/content/html/html-markdown.ts'
import { renderHtml } from '../../../../src/content/html/html-render.ts'
import { parseHtml } from '../../../../src/content/html/html-tree.ts'
import { sanitizeTree } from '../../../../src/content/html/sanitize.ts'

const base = {
  articleUrl: 'https://n.test/articles/a',
  siteUrl: 'https://example.org',
  idPrefix: 'a--',
  find: () => undefined,
}

const publish = (html: string) => sanitizeTree(readEditorMarkup(parseHtml(html)), base)

/** What each editor puts on the clipboard, and what Markdown says of it: that has no signs for what says nothing. */
const CLIPBOARDS: readonly (readonly [string, string])[] = [
  [
    'google-docs',
    `## The new bridge

It opens **on *Monday***, not ~~Sunday~~, at 1 m<sup>2</sup>: see [the plan](https://bridge.example/plan?part=2&utm_source=mail).

- **Cars**

  - small ones

- Trams`,
  ],
  [
    'word',
    `## The new bridge

## Traffic

**Open** to all:

- Cars
  - small *ones*
- Trams

In this order:

3. Third
   1. of all
4. Fourth

* One
  - within

###### Small print

[The plan](https://bridge.example/plan?part=2)`,
  ],
  ['word-filtered', '- Cars\n  - small ones\n\n1) First\n\nIndented, and no item.'],
  ['word-online', '## Traffic\n\n**Open** *to all*\n\n- Cars'],
  ['pages', '**It opens** on *Monday*, at noon.\n\n- Cars\n- **Trams**'],
  [
    'notion',
    `## Traffic

It opens **on Monday**, *not* ~~Sunday~~.

- ☑ Cars
- ☐ Trams

💡

Bring a map.

- **More**
  Within.

\`\`\`Python
print(1)
\`\`\``,
  ],
  [
    'wordpress',
    `## Traffic

It opens **on Monday**, ~~Sunday~~.

- Cars
  - small ones

<https://video.example/watch?v=1>

The film

[The plan](https://bridge.example/plan?part=2)`,
  ],
]

/** Each kind alone, with what is no such thing beside it. */
const KINDS: readonly (readonly [string, string])[] = [
  ['<b style="font-weight:normal"><p>a</p></b>', '<p>a</p>'],
  ['<b style="mso-bidi-font-weight:normal">a</b>', '<b>a</b>'],
  ['<strong style="FONT-WEIGHT: 400">a</strong>', 'a'],
  ['<i style="font-style:normal">a</i><em style="color:red">b</em>', 'a<em>b</em>'],
  ['<s style="text-decoration:none">a</s>', 'a'],
  ['<h2 style="font-weight:400">a</h2>', '<h2>a</h2>'],
  ['<span style="font-weight: bold !important">a</span>', '<strong>a</strong>'],
  ['<font style="font-weight:600">a</font>', '<strong>a</strong>'],
  ['<span style="font-weight:500;font-style:normal;text-decoration:underline">a</span>', 'a'],
  ['<span style="font-style:oblique 10deg">a</span>', '<em>a</em>'],
  ['<span style="text-decoration-line:underline line-through">a</span>', '<s>a</s>'],
  ['H<span style="vertical-align:sub">2</span>O', 'H<sub>2</sub>O'],
  ['<span style="font-weight:700">a</span><span style="font-weight:700">b</span>', '<strong>ab</strong>'],
  ['<span style="font-weight:700">a<span style="font-weight:bold">b</span></span>', '<strong>ab</strong>'],
  ['<h2><span style="font-weight:700">a</span></h2>', '<h2>a</h2>'],
  ['<b><span style="font-weight:700">a</span></b>', '<b>a</b>'],
  ['a<span style="font-weight:700"> </span>b', 'a b'],
  ['<span style="font-weight:700"><p>a</p></span>', '<p>a</p>'],
  ['<pre><span style="font-weight:700">a</span></pre>', '<pre>a</pre>'],
  ['<p style="color:red" onclick="x()">a</p>', '<p>a</p>'],
  ['<div role="heading" aria-level="7">a</div>', '<h6>a</h6>'],
  ['<span role="heading" aria-level="2">a</span>', 'a'],
  ['<ul><li>a</li><ol><li>b</li></ol></ul>', '<ul><li>a<ol><li>b</li></ol></li></ul>'],
  ['<ul><ul><li>a</li></ul></ul>', '<ul><ul><li>a</li></ul></ul>'],
  ['<ul class="bulleted-list"><li>a</li></ul><ul><li>b</li></ul>', '<ul><li>a</li></ul><ul><li>b</li></ul>'],
  [
    '<ol class="numbered-list" start="2"><li>a</li></ol>\n<ol class="numbered-list" start="3"><li>b</li></ol>',
    '<ol start="2"><li>a</li><li>b</li></ol>',
  ],
  [
    '<ul><li><input type="checkbox" checked> a</li><li><input type="checkbox">b</li></ul>',
    '<ul><li>☑  a</li><li>☐ b</li></ul>',
  ],
  ['<input type="text" value="a">', ''],
  ['<p><o:p></o:p></p><p>a<o:p> b</o:p></p>', '<p>a b</p>'],
  ['<xml><w:View>Normal</w:View></xml>a', 'a'],
]

/** A paragraph of Word's with a mark, at a level. */
const item = (mark: string, level: number, text: string): string =>
  `<p style="mso-list:l0 level${level} lfo1"><span style="mso-list:Ignore">${mark}</span>${text}</p>`

const LISTS: readonly (readonly [string, string])[] = [
  [item('·', 1, 'a') + item('1.', 1, 'b'), '<ul><li>a</li></ul><ol><li>b</li></ol>'],
  [item('1.', 1, 'a') + item('1.', 1, 'b'), '<ol><li>a</li></ol><ol><li>b</li></ol>'],
  [item('h.', 1, 'a') + item('i.', 1, 'b'), '<ol><li>a</li><li>b</li></ol>'],
  [item('(I)', 1, 'a') + item('(II)', 1, 'b'), '<ol type="I"><li>a</li><li>b</li></ol>'],
  [item('1.2.', 1, 'a'), '<ol start="2"><li>a</li></ol>'],
  [item('·', 3, 'a') + item('·', 1, 'b'), '<ul><li>a</li></ul><ul><li>b</li></ul>'],
  [
    item('·', 1, 'a') + item('·', 3, 'b') + item('·', 2, 'c') + item('·', 1, 'd'),
    '<ul><li>a<ul><li>b</li></ul><ul><li>c</li></ul></li><li>d</li></ul>',
  ],
  [`${item('·', 1, 'a')}\n${item('·', 1, 'b')}\n<p>c</p>`, '<ul><li>a</li><li>b</li></ul>\n<p>c</p>'],
  ['<p style="mso-list:none">a</p>', '<p>a</p>'],
  ['<p class="MsoListParagraph">a</p>', '<p>a</p>'],
  [
    `<table><tr><td>${item('·', 1, 'a')}</td></tr></table>`,
    '<table><tr><td><ul><li>a</li></ul></td></tr></table>',
  ],
]

describe('readEditorMarkup()', () => {
  it.each(CLIPBOARDS)('reads the clipboard of %s', (name, markdown) => {
    const clipboard = readFileSync(new URL(`${name}.clipboard`, import.meta.url), 'utf8')
    const { tree, findings } = publish(clipboard)
    expect(findings).toEqual([])
    expect(renderMarkdownForm(tree)).toBe(markdown)
    expect(renderHtml(tree)).not.toMatch(/style=|<span|<p><\/p>|mso|Mso/)
  })

  it.each([...KINDS, ...LISTS])('reads %s', (html, expected) => {
    expect(renderHtml(publish(html).tree)).toBe(expected)
  })

  it.each([
    '<span style="font-weight:700;display:none">x</span>',
    '<b style="font-weight:normal" hidden>x</b>',
    '<span class="Apple-converted-space" style="visibility:hidden">x</span>',
    '<p style="display:none;mso-list:l0 level1 lfo1">x</p>',
    '<ul class="bulleted-list"><li>a</li></ul><ul class="bulleted-list" hidden><li>x</li></ul>',
    '<p class="MsoTitle" hidden>x</p>',
  ])('shows nothing that is hidden: %s', (html) => {
    expect(renderHtml(publish(html).tree)).not.toContain('x')
  })
})
