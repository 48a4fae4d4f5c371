import type { Pen } from '../pen.ts'
import { articleFile, type WrittenFile } from '../written-file.ts'

/** Bodies whose reading is going to change, and others beside them. The pen's sentence is put in place of `…`. */
const BODIES: readonly string[] = [
  '| a | b | c |\n|:--|:-:|--:|\n| 1 | … | 3 |',
  'これは**「重要」**です。**注意：**本文。**真，**她。…',
  '这是**“重要”**的。**注意：**正文。',
  'The sum $c*d*e$ and $(u)_{a} + (v)_{b}$ …\n\n$$\n\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}\n$$',
  'Inline \\(x_1\\) and \\[y_2\\]. It costs $5 and $6. …',
  'A note[^1] and another[^long].\n\n[^1]: …\n[^long]: …\n\n    …',
  '- [ ] …\n- [x] …',
  'Line \u0085 and \u0093quotes\u0094 and \u007f. …',
  '[call](tel:+390612345) [text](sms:+390612345) [chat](xmpp:a@news.site) [capsule](gemini://news.site/) [mail](mailto:a@news.site)',
  '…\n\n<iframe src="https://www.youtube.com/embed/abc" title="The talk"></iframe>\n\n…',
  '<object data="https://films.site/x.pdf"></object> <embed src="https://films.site/x.mp4"> …',
  '<video src="https://films.site/y.mp4" width="320" controls></video>\n\n…',
  '<iframe width="9" src="//player.site/e/1"></iframe>',
  '{{< youtube abc >}} {{< figure src="p.png" >}} [r]({{< ref "1.md" >}}) …',
  '{{% notice %}}**…**{{% /notice %}}',
  '{% highlight ruby %}\ndef a_b_c\n# comment\nputs "<b>hi</b>"\n{% endhighlight %}\n\n…',
  '[x]({% post_url 2025-01-01-y %}) ![p]({{ site.url }}/p.png)\n{: .notice}\n\n…',
  '## A heading {#own-id}\n\n…\n\n## A heading\n\n…\n\n## Ünï ködé\n\n…',
  '{% comment %}hidden{% endcomment %}\n\n{{ page.title }} … {{ "x" | upcase }}',
  '{% quote(author="V") %}\n…\n{% end %}\n\n{{ youtube(id="abc") }}',
  '> [!NOTE]\n> …\n\n:::tip\n…\n:::\n\n!!! warning\n    …',
  'Term\n: …\n\n[[Wiki link]] and ![[embed.png]] :smile: ==marked== ~sub~ ^sup^ …',
  '…\n\n<!--more-->\n\n…',
  'import X from "./x"\n\n<X client:load />\n\n… {1 + 1}',
  '```js\nconst a = "{{ b }}" // {% c %}\n```\n\n    indented {{ d }}\n\n`{{ e }}` …',
  '* one\n* two\n  1. three\n  2. four\n\n…',
  '- …\n- …',
  '> …\n\n> …',
  '<div>…<br><br>…</div>',
  '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">bold</span> …</p></b>',
  '<p class="MsoListParagraph"><span>·</span> …</p><p style="text-decoration: line-through">…</p>',
  '<a href="https://www.google.com/url?q=https://news.site/x&amp;sa=D">link</a> …',
  '<script>alert(1)</script><style>p{}</style><p onclick="x()">…</p><form><input></form>',
  '[one](../en/1.md) [two](/en/2.md) [three](../en/3) [four](/articles/nowhere) [five](#five) [six](/tags/stone) …',
  'www.news.site and https://news.site/a_b_c and a@news.site …',
  'Hard  \nbreak\\\nand *emph* __strong__ ~~struck~~ `code` &amp; &copy; &#8230; …',
  '<details><summary>More</summary>\n\n…\n\n</details>\n\n<dl><dt>a</dt><dd>…</dd></dl>',
  '<feed xmlns="http://www.w3.org/2005/Atom"><title>quoted</title></feed>\n\n`<rdf:RDF>` …',
  '<p dir="rtl" lang="ar">مرحبا</p>\n\n<ruby>漢<rt>かん</rt></ruby> <kbd>Ctrl</kbd> <mark>…</mark> <abbr title="x">y</abbr>',
  '# First\n\n…\n\n# Second\n\n…\n\n#### Deep\n\n…',
]

/** Articles in Markdown and the same bodies in HTML files, with all that readers may be given otherwise one day. */
export function markup(pen: Pen): readonly WrittenFile[] {
  const body = (text: string) => text.replaceAll('…', () => pen.sentence())
  const markdown = BODIES.map((text, index) =>
    articleFile(`markup/${index}.md`, [`title: ${pen.title()}`, `date: ${pen.day()}`], body(text)),
  )
  const html = BODIES.filter((text) => text.startsWith('<')).map((text, index) =>
    articleFile(`markup/page-${index}.html`, [`title: ${pen.title()}`, `date: ${pen.day()}`], body(text)),
  )
  const pages = [1, 2, 3].map((number) => ({
    path: `markup/${pen.day()}-page-${number}.htm`,
    content: `<!doctype html>\n<html lang="it"><head><title>x</title></head><body><h1>${pen.title()}</h1>\n<p>${pen.paragraph('it')}</p></body></html>\n`,
  }))
  return [...markdown, ...html, ...pages]
}
