import { describe, expect, it } from 'vitest'
import { findHiddenPassage } from '../../../../src/content/settings/withholding/hidden-passages.ts'
import { withoutCode } from '../../../../src/content/settings/withholding/without-code.ts'
import { publishedContent, withholdingFolder } from './withholding-folder.ts'

/** Passages that the tool named beside them hides. */
const HIDDEN: readonly (readonly [tool: string, passage: string])[] = [
  ['Obsidian', '%% zyx %%'],
  ['Obsidian', 'Bees %%zyx%% came.'],
  ['Obsidian', '%%\nzyx\n\nzyx\n%%'],
  ['Liquid', '{% comment %}zyx{% endcomment %}'],
  ['Liquid', '{%- comment -%}\nzyx\n{%- endcomment -%}'],
  ['Liquid', '{% if false %}zyx{% endif %}'],
  ['Nunjucks', '{# zyx #}'],
  ['Nunjucks', '{#zyx zyx#}'],
  ['Hugo', '{{/* zyx */}}'],
  ['Hugo', '{{- /* zyx */ -}}'],
  ['Hugo', '{{< comment >}}zyx{{< /comment >}}'],
  ['Hugo', '{{% private %}}zyx{{% /private %}}'],
  ['Hugo', '{{< members-only >}}zyx{{< /members-only >}}'],
  ['MDX', '{/* zyx */}'],
  ['MDX', '<MembersOnly>\n\nzyx\n\n</MembersOnly>'],
  ['kramdown', '{::comment}\nzyx\n{:/comment}'],
  ['Ghost', 'For all.\n\n<!--members-only-->\n\nzyx'],
  ['any', 'For all.\n\n<!-- paywall -->\n\nzyx'],
  ['any', 'For all.\n\n<!-- subscribers only -->\n\nzyx'],
  ['WordPress', '[private]zyx[/private]'],
  ['WordPress', '[members_only level="gold"]zyx[/members_only]'],
  ['WordPress', '[rcp-restrict]zyx[/rcp-restricted]'],
  ['CriticMarkup', 'Bees {>>zyx<<} came.'],
  ['CriticMarkup', 'Bees {--zyx--} came.'],
  ['Pandoc', '::: {.hidden}\nzyx\n:::'],
  ['Docusaurus', ':::private\nzyx\n:::'],
  ['Org', '#+BEGIN_COMMENT\nzyx\n#+END_COMMENT'],
  ['AsciiDoc', '////\nzyx\n////'],
]

/** What looks much like it, and is meant for everybody. */
const SHOWN: readonly string[] = [
  'Fifty %% of a hundred.',
  'It prints `%%` and then %% once.',
  '## A heading {#with-id}',
  '## A heading {#one}\n\nText {.lead}\n\n## Another {#two}',
  '{: .class #id}',
  '{{< figure src="a.jpg" >}}',
  '{{ page.title }} and {% include a.html %}',
  '`{% comment %}x{% endcomment %}`',
  '``a ` {# b #} `` and ```` ``` ````',
  '```liquid\n{% comment %}\nx\n{% endcomment %}\n```',
  '~~~\n{/* x */}\n~~~',
  '    {{/* x */}}',
  '<pre>{# x #}</pre>',
  '<code>[private]x[/private]</code>',
  'See [private](https://a.example) and [secret][1].\n\n[1]: https://b.example',
  '[x] done, [ ] not',
  'Text.\n\n<!-- more -->\n\nMore.',
  '<!-- a note of mine about the private life of bees -->',
  '<!-- to do -->',
  ':::note\nText\n:::',
  ':::tip[private]\nText\n:::',
  '<details><summary>Answer</summary>Bees.</details>',
  '<del>Bees</del> and <ins>wasps</ins>',
  '// a comment of code //\n\n//// not alone',
  '{ "a": 1 } and { /x/ }',
  'https://a.example/////b',
  '[caption]Bees[/caption]',
]

describe('findHiddenPassage()', () => {
  it.each(HIDDEN)('finds what %s hides in %j', async (_, passage) => {
    const text = `---\ntitle: Bees\ndate: 2026-01-02\n---\nThey came back.\n\n${passage}\n`
    const { isPublished, stops, errors } = await withholdingFolder(text)
    expect([isPublished, stops.length, errors]).toEqual([true, 1, []])
    expect(stops[0]).toMatch(/begins a passage that other tools hide|stands in the text/)
    const settled = await withholdingFolder(text.replace('title', 'draft: false\ntitle'))
    expect(settled.stops).toEqual([])
  })

  it.each(SHOWN)('finds nothing in %j', (text) => {
    expect(findHiddenPassage(`They came back.\n\n${text}\n`)).toBeUndefined()
  })

  it('tells the line of the first', () => {
    expect(findHiddenPassage('One.\n\nTwo {>>x<<}\n\n%% three %%')).toEqual({ mark: '{>>', line: 3 })
  })
})

describe('withoutCode()', () => {
  it.each([
    ['a `b` c', 'a     c'],
    ['a ``b ` c`` d', 'a           d'],
    ['a `b', 'a `b'],
    ['```\na\n```\nb', '   \n \n   \nb'],
    ['a\n    b', 'a\n    b'],
    ['a\n\n    b\nc', 'a\n\n     \nc'],
    ['<pre>a\nb</pre>c', '      \n       c'],
  ])('leaves code blank in %j', (text, blank) => {
    expect(withoutCode(text)).toBe(blank)
  })
})

describe('an element that a browser hides', () => {
  it.each([
    '<div hidden>zyx</div>',
    '<p HIDDEN="">zyx</p>',
    '<div style="display:none">zyx</div>',
    '<span style="color: red; DISPLAY : none !important">zyx</span>',
    '<p style="visibility: hidden">zyx</p>',
    '<dialog>zyx</dialog>',
    '<template>zyx</template>',
    '<h1 hidden>zyx</h1>',
    '<div hidden><p>zyx</p><img src="https://a.example/zyx.png" alt="zyx"></div>',
  ])('is left out: %s', async (html) => {
    for (const path of ['a.md', 'a.html']) {
      const title = html.startsWith('<h1') ? '' : 'title: Bees\n'
      const text = `---\n${title}date: 2026-01-02\n---\n${html}\n\n<p>They came back.</p>\n`
      const content = await publishedContent(text, path)
      expect(content).not.toContain('zyx')
      expect(content).toContain('They came back')
    }
  })

  it.each(['<details>abc</details>', '<dialog open>abc</dialog>', '<p style="color: none">abc</p>'])(
    'is none of these: %s',
    async (html) => {
      const text = `---\ntitle: Bees\ndate: 2026-01-02\n---\n${html}\n`
      expect(await publishedContent(text, 'a.md')).toContain('abc')
    },
  )
})
