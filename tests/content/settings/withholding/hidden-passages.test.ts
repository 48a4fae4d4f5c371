import { describe, expect, it } from 'vitest'
import { ALLOWED_ATTRIBUTES } from '../../../../src/content/html/html-allowlist.ts'
import { findHiddenPassages } from '../../../../src/content/settings/withholding/hidden-passages.ts'
import type { Markup } from '../../../../src/content/source/body-extensions.ts'
import { MOST_FINDINGS } from '../../../../src/content/source/bounds.ts'
import { withholdingFolder } from './withholding-folder.ts'

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
  ['Obsidian', 'Bees%%zyx%%came in 2025 %%zyx%% again.'],
  ['Obsidian', '1.  One.\n\n    %% zyx %%\n\n2.  Two.'],
  ['Obsidian', '- One.\n    - Two.\n\n        %% zyx %%'],
  ['Obsidian', 'It is 5` long.\n\n%% zyx %%\n\nIt is 6` long.'],
  ['Obsidian', '> A quotation. %% zyx %%'],
  ['Obsidian', '| a | b |\n|---|---|\n| %% zyx %% | c |'],
  ['Obsidian', 'Bees.[^1]\n\n[^1]: They %% zyx %% came.'],
  ['Obsidian', '<div>\n%% zyx %%\n</div>'],
  ['Liquid', '{% # zyx %}'],
  ['Liquid', '{% if site.members %}zyx{% endif %}'],
  ['Liquid', '{%- unless page.free -%}zyx{%- endunless -%}'],
  ['Handlebars', '{{!-- zyx --}}'],
  ['Handlebars', '{{! zyx }}'],
  ['Handlebars', '{{#if member}}zyx{{/if}}'],
  ['EJS', '<%# zyx %>'],
  ['EJS', '<%-- zyx --%>'],
  ['Pandoc', '::: {#one .hidden}\nzyx\n:::'],
  ['Pandoc', 'Bees [zyx]{.hidden} came.'],
  ['Quarto', '::: {.content-hidden when-format="html"}\nzyx\n:::'],
  ['Docusaurus', '- One.\n\n  :::hidden\n  zyx\n  :::'],
  ['kramdown', 'zyx\n{: .hidden}'],
  ['kramdown', '{::comment}zyx{:/}'],
  ['CriticMarkup', 'Bees {-- zyx --} came.'],
  ['CriticMarkup', 'Bees {~~zyx~>came~~}.'],
  ['Python-Markdown', 'They came.\n[//]: # (zyx)'],
  ['WordPress', '[swpm_protected for="2"]zyx[/swpm_protected]'],
  ['WordPress', '[is_user_logged_in]zyx[/is_user_logged_in]'],
  ['WordPress', '[s2If current_user_can(access_s2member_level1)]zyx[/s2If]'],
  ['WordPress', '[restrict]zyx[/restrict]'],
  ['WordPress', '<!-- wp:jetpack/premium-content/container {"plan":1} -->\nzyx'],
  [
    'Ghost',
    '<!--kg-gated-block:begin nonMember:false memberSegment:"status:paid" -->zyx<!--kg-gated-block:end-->',
  ],
  ['MDX', '<Private>\n\nzyx\n\n</Private>'],
  ['any', '<!-- private -->\n\nzyx\n\n<!-- /private -->'],
  ['any', '<!-- draft -->zyx<!-- end draft -->'],
  ['any', '<!-- members only below -->\n\nzyx'],
  ['any', 'Bees <!-- zyx\n\nzyx --> came.'],
  ['a style sheet', '<div class="box hidden">zyx</div>'],
  ['a style sheet', "<p id=a class='members-only'>zyx</p>"],
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
  'Fifty percent is 50%% there, and 20%% here.',
  'Escaped: \\%% a %%, \\{# b #} and \\{>>c<<}.',
  '## A heading {#über .lead data-x="1"}',
  '- A list.\n\n      {# an indented block #}',
  '> ```\n> {% if a %}\n> ```',
  '<!-- %% a %% {% comment %} {>>b<<} -->',
  '<!-- a note\n\n%% of two paragraphs %% -->',
  '- One.\n  <!-- a note\n\n  {# b #} -->',
  '<!--more-->',
  '<!-- excerpt -->',
  '<!-- private -->',
  '<!-- /wp:paragraph -->',
  '<!-- wp:comments --><!-- /wp:comments -->',
  '<!-- end of the draft -->',
  '<!--nextpage-->',
  '<!-- wp:paragraph -->Text.<!-- /wp:paragraph -->',
  '<!-- wp:bp/members -->',
  '[private]: https://a.example\n\nSee [private].',
  '[//]: # (a note)\n[comment]: <> (another)\n\nText.',
  'The [/private](https://a.example) folder.',
  '{% raw %}a{% endraw %} {% figure a %} {% endif %}',
  '{{< youtube a >}} {{< /private >}} {{</* comment */>}}',
  '<span class="visually-hidden">Text</span> <div class="overflow-hidden hidden md:block">Text</div>',
  '[a]{.lead} and {: .note}',
  'A smile :-} and {-} and {~}.',
]

/** The passages of a body by their marks and lines. */
function found(
  text: string,
  markup: Markup = 'Markdown',
): readonly (readonly [mark: string, line: number])[] {
  return findHiddenPassages(text, markup).map(({ mark, at }) => [mark, text.slice(0, at).split('\n').length])
}

describe('findHiddenPassages()', () => {
  it.each(HIDDEN)('finds what %s hides in %j', async (_, passage) => {
    const lead = 'They came back in spring.\n\nAll of them.\n\n'
    const text = `---\ntitle: Bees\ndate: 2026-01-02\ndraft: false\n---\n${lead}${passage}\n`
    const { isPublished, stops, errors } = await withholdingFolder(text)
    expect([isPublished, errors]).toEqual([true, []])
    expect(stops).toHaveLength(found(passage).length)
    expect(stops[0]).toMatch(/would be published/)
    expect((await withholdingFolder(text.replace('false', 'true'))).stops).toEqual([])
  })

  it.each(SHOWN)('finds nothing in %j', (text) => {
    expect(found(`They came back.\n\n${text}\n`)).toEqual([])
  })

  it('finds each, and where it begins', () => {
    expect(found('One.\n\nTwo {>>x<<}\n\n%% three {# and #} %%\n\n{# four #}')).toEqual([
      ['{>>', 3],
      ['%%', 5],
      ['{#', 7],
    ])
  })

  it('finds in HTML what no element of code holds', () => {
    const html = '<div>\n\n    {# a #}\n\n` [private]b[/private] `\n<pre>%% c %%</pre>\n<!-- %% d %% -->'
    expect(found(html, 'HTML')).toEqual([
      ['{#', 3],
      ['[/private]', 5],
    ])
  })

  it('finds comments and all else in raw text, which has no code', () => {
    expect(found('One.\n\n    `{# a #}`\n\n<!-- b -->', 'none')).toEqual([
      ['{#', 3],
      ['<!--', 5],
    ])
  })

  it('takes no element of HTML for somebody’s own', () => {
    expect(
      found([...ALLOWED_ATTRIBUTES.keys()].map((name) => `<${name}>a</${name}>`).join('\n'), 'HTML'),
    ).toEqual([])
  })
})

describe('a stop at a hidden passage', () => {
  const article = (body: string) =>
    `---\ntitle: Bees\ndate: 2026-01-02\n---\nThey came.\n\nBack.\n\n${body}\n`

  it.each([
    [
      'a.md',
      '{# x #}',
      /^a\.md: "\{#" is the mark .* Write it between <!-- and -->; or leave its text without the mark, .* belongs into code\.$/,
    ],
    ['a.md', 'a <!-- x\n\ny -->', /^a\.md: This comment .* Begin it on a line of its own\.$/],
    [
      'a.md',
      '<!-- paywall -->',
      /^a\.md: "<!-- paywall -->" may mean .* Move that to an article with draft: true/,
    ],
    [
      'a.txt',
      '{# x #}',
      /^a\.txt: "\{#" .* Move it to another file; or .* belongs into code in an \.md file\.$/,
    ],
    ['a.txt', '<!-- x -->', /^a\.txt: This comment would be published: raw text has none\./],
  ])('tells in %s how to mend %j', async (path, body, message) => {
    const { stops } = await withholdingFolder(article(body), path)
    expect(stops).toEqual([expect.stringMatching(message)])
  })

  it('is gone with its mend', async () => {
    for (const body of ['<!-- {# x #} -->', '`{# x #}`', 'x'])
      expect(await withholdingFolder(article(body))).toMatchObject({ isPublished: true, stops: [] })
  })

  it('tells no more than a bound allows', async () => {
    const { stops } = await withholdingFolder(article('{# x #}\n\n'.repeat(MOST_FINDINGS + 7)))
    expect(stops).toHaveLength(MOST_FINDINGS)
    expect(stops.join()).toContain('7 more like these follow')
  })
})
