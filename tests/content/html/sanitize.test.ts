import fc from 'fast-check'
import sanitizeHtml from 'sanitize-html'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { ALLOWED_ATTRIBUTES, ALLOWED_EVERYWHERE } from '../../../src/content/html/html-allowlist.ts'
import { renderHtml } from '../../../src/content/html/html-render.ts'
import { parseHtml } from '../../../src/content/html/html-tree.ts'
import { sanitized } from '../../support/sanitized.ts'

const clean = (html: string) => sanitized(html).html

/** What attacks are made of, in any order. */
const soup = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...'<p>|</p>|<a href="|<a href=x>|</a>|">|\'|"|<|>|&|&lt;|&#1;|&#x338;|\u0338|e|\u0301|<script>|</script>|<style>|</style>|<svg>|</svg>|<img src=|<img srcset="a 1x, b 2x" src="/a">|javascript:|jav&#x0A;ascript:|data:|//x|../x|#x|mailto:a b@c|<table>|<tr>|<td>|</table>|<li>|<ul>|<b>|</b>|<!--|-->|<![CDATA[|]]>|<?|<pre>\n\n|</pre>|<code class="language-x y">|onerror=x |style=y |<iframe>|<textarea>|<title>|<noscript>|<video controls src=x>|<source src=x>|<h1>|<br>|<div id=a>|\uD800|\u0000|\n'.split(
        '|',
      ),
    ),
    fc.string(),
  ),
  { maxLength: 30 },
)

const SECOND_OPINION: sanitizeHtml.IOptions = {
  allowedTags: [...ALLOWED_ATTRIBUTES.keys()],
  allowedAttributes: false,
  allowedSchemes: ['http', 'https', 'mailto', 'tel', 'sms'],
  nonBooleanAttributes: [],
  enforceHtmlBoundary: false,
}

/** Throws unless HTML is balanced, escaped, of allowed elements and attributes, and free of addresses that act. */
function expectHarmless(html: string): void {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'root') return
    const allowed = ALLOWED_ATTRIBUTES.get(name)
    expect(allowed, `<${name}>`).toBeDefined()
    for (const [attribute, value] of Object.entries(attributes)) {
      expect([...(allowed ?? []), ...ALLOWED_EVERYWHERE]).toContain(attribute)
      if (['href', 'src', 'cite', 'poster'].includes(attribute))
        expect(value).toMatch(/^(?:https?:\/\/|mailto:|tel:|sms:)\S*$/)
      for (const candidate of attribute === 'srcset' ? value.split(', ') : []) {
        expect(candidate).toMatch(/^https?:\/\/\S+(?: [\d.]+[wx])?$/)
      }
    }
  })
  const xml = html.replaceAll(/<(br|hr|img|source|wbr)((?: [a-z]+="[^"]*")*)>/g, '<$1$2/>')
  parser.write(`<root>${xml}</root>`).close()
}

describe('sanitizeTree()', () => {
  it.each([
    ['<script>alert(1)</script>a', 'a'],
    ['<SCRIPT SRC=//evil.example/x.js></SCRIPT>a', 'a'],
    ['<scr<script>ipt>alert(1)</scr</script>ipt>', 'ipt&gt;alert(1)ipt&gt;'],
    ['<script>alert(1)', ''],
    ['<img src=x onerror=alert(1)>', '<img src="https://example.org/articles/x" alt="">'],
    ['<img src="javascript:alert(1)">', ''],
    ['<img src="data:image/svg+xml;base64,PHN2Zz4=">', ''],
    ['<a href="javascript:alert(1)">a</a>', 'a'],
    ['<a href=" java\nscript:alert(1)">a</a>', 'a'],
    ['<a href="java&#x09;script:alert(1)">a</a>', 'a'],
    ['<a href="&#x6A;avascript:alert(1)">a</a>', 'a'],
    ['<a href="\u0001javascript:alert(1)">a</a>', 'a'],
    ['<a href="JaVaScRiPt:alert(1)">a</a>', 'a'],
    ['<a href="vbscript:x">a</a>', 'a'],
    ['<a href="data:text/html,<script>alert(1)</script>">a</a>', 'a'],
    ['<a href="blob:https://example.org/x">a</a>', 'a'],
    ['<a href="file:///etc/passwd">a</a>', 'a'],
    ['<a href="//evil.example">a</a>', '<a href="https://evil.example/">a</a>'],
    [
      '<a href="x" onclick="alert(1)" style="color:red" data-x="1" target="_blank">a</a>',
      '<a href="https://example.org/articles/x">a</a>',
    ],
    ['<svg onload=alert(1)><a xlink:href="javascript:alert(1)">a</a></svg>b', 'b'],
    ['<svg><style><img src=x onerror=alert(1)></style></svg>', ''],
    ['<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>', ''],
    ['<style>@import "//evil.example/x.css";</style>a', 'a'],
    [
      '<iframe src="https://evil.example"></iframe>a',
      '<p><a href="https://evil.example/">https://evil.example/</a></p>a',
    ],
    ['<iframe src="javascript:alert(1)"></iframe>a', 'a'],
    ['<iframe src="https://count.example/x" width="1" height="1"></iframe>a', 'a'],
    ['<iframe hidden src="https://count.example/x"></iframe>a', 'a'],
    ['<iframe srcdoc="<script>alert(1)</script>">', ''],
    ['<object data="data:text/html,x"><embed src="x.swf"></object>a', 'a'],
    ['<form action="https://evil.example"><input name="a"><button>go</button></form>', '<div>go</div>'],
    ['<textarea><script>alert(1)</script></textarea>a', 'a'],
    ['<noscript><p title="</noscript><img src=x onerror=alert(1)>">', ''],
    ['<template><script>alert(1)</script></template>a', 'a'],
    [
      '<base href="https://evil.example/"><a href="x">a</a>',
      '<a href="https://example.org/articles/x">a</a>',
    ],
    ['<meta http-equiv="refresh" content="0;url=javascript:alert(1)">a', 'a'],
    ['<link rel="stylesheet" href="x.css">a', 'a'],
    ['<!--[if IE]><script>alert(1)</script><![endif]-->a', 'a'],
    ['<![CDATA[<script>alert(1)</script>]]>a', 'a'],
    ['<?php echo 1 ?>a', 'a'],
    ['<p title="x" id="y" class="z">a</p>', '<p id="bees--y">a</p>'],
    ['<x-element onfocus=alert(1) autofocus>a</x-element>', 'a'],
    ['<video src="javascript:x" poster="data:x" onplay=alert(1)></video>', '<video controls=""></video>'],
    [
      '<img srcset="javascript:x 1x, https://example.org/a.jpg 2x" src="https://example.org/a.jpg">',
      '<img src="https://example.org/a.jpg" srcset="https://example.org/a.jpg 2x" alt="">',
    ],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [
      '<a href="https://example.org/?a=1&b=&quot;&gt;">a</a>',
      '<a href="https://example.org/?a=1&amp;b=%22%3E">a</a>',
    ],
    ['<plaintext><script>alert(1)</script>', ''],
    ['<p constructor="x" __proto__="y">a</p>', '<p>a</p>'],
    ['<constructor>a</constructor>', 'a'],
  ])('makes %j harmless', (html, expected) => {
    expect(clean(html)).toBe(expected)
    expectHarmless(clean(html))
  })

  it('makes any HTML harmless', () => {
    fc.assert(
      fc.property(soup, (pieces) => {
        const html = clean(pieces.join(''))
        expectHarmless(html)
        expect(html).toBe(html.normalize('NFC'))
      }),
      { numRuns: 2000 },
    )
  })

  it('leaves nothing for another sanitiser to do', () => {
    fc.assert(
      fc.property(soup, (pieces) => {
        const html = clean(pieces.join(''))
        expect(renderHtml(parseHtml(sanitizeHtml(html, SECOND_OPINION)))).toBe(renderHtml(parseHtml(html)))
      }),
      { numRuns: 1000 },
    )
  })

  it('leaves what it has made as it is', () => {
    const html = clean(
      '<h2 id="a">A</h2><p>b <em>c</em><br>d &amp; &lt;e&gt;</p><pre><code class="language-js">\n\n"x"</code></pre><table><tbody><tr><td colspan="2">1</td></tr></tbody></table><details open><summary>x</summary>y</details>',
    )
    expect(clean(html.replaceAll('bees--', ''))).toBe(html)
  })

  it('makes every address absolute', () => {
    expect(
      clean(
        '<a href="../x?y#z">a</a> <a href="/x">b</a> <a href="">c</a> <blockquote cite="q">d</blockquote>',
      ),
    ).toBe(
      '<a href="https://example.org/x?y#z">a</a> <a href="https://example.org/x">b</a> <a href="https://example.org/articles/bees">c</a> <blockquote cite="https://example.org/articles/q">d</blockquote>',
    )
  })

  it('writes addresses in ASCII', () => {
    expect(
      clean('<a href="https://città.example/perché no?è#é">a</a> <a href="mailto:a b@example.org">b</a>'),
    ).toBe(
      '<a href="https://xn--citt-3na.example/perch%C3%A9%20no?%C3%A8#%C3%A9">a</a> <a href="mailto:a%20b@example.org">b</a>',
    )
  })

  it('leads fragments to ids that are the article’s own', () => {
    expect(clean('<h2 id="hives">Hives</h2><a name="old">x</a><a href="#hives">y</a>')).toBe(
      '<h2 id="bees--hives">Hives</h2><a id="bees--old">x</a><a href="https://example.org/articles/bees#bees--hives">y</a>',
    )
  })

  it('gives an id to one element only', () => {
    expect(clean('<p id="a">1</p><p id="a">2</p><p id="a b">3</p>')).toBe(
      '<p id="bees--a">1</p><p>2</p><p>3</p>',
    )
  })

  it('leads links to other articles and pictures', () => {
    const targets = {
      'other.md': { url: 'https://example.org/articles/other', idPrefix: 'other--' },
      'my photo.jpg': { url: 'https://example.org/media/1.jpg', width: 800, height: 600 },
    }
    const { html, findings } = sanitized(
      '<a href="other.md">a</a> <a href="other.md#part">b</a> <img src="my%20photo.jpg" alt="A hive"> <a href="my photo.jpg">c</a>',
      targets,
    )
    expect(html).toBe(
      '<a href="https://example.org/articles/other">a</a> <a href="https://example.org/articles/other#other--part">b</a> <img src="https://example.org/media/1.jpg" alt="A hive" width="800" height="600"> <a href="https://example.org/media/1.jpg">c</a>',
    )
    expect(findings).toEqual([])
  })

  it('lets one measure of a picture follow the other', () => {
    const targets = { 'p.jpg': { url: 'https://example.org/media/1.jpg', width: 800, height: 600 } }
    expect(sanitized('<img src="p.jpg" width="400"><img src="p.jpg" height="60">', targets).html).toBe(
      '<img src="https://example.org/media/1.jpg" width="400" height="300" alt=""><img src="https://example.org/media/1.jpg" height="60" width="80" alt="">',
    )
  })

  it('puts headings below the title of the page', () => {
    expect(clean('<h1>A</h1><h2>B</h2><h6>C</h6>')).toBe('<h2>A</h2><h3>B</h3><h6>C</h6>')
    expect(clean('<h2>B</h2><h3>C</h3>')).toBe('<h2>B</h2><h3>C</h3>')
  })

  it('touches no text in code', () => {
    const code =
      '<pre><code class="language-html">&lt;a href="other.md"&gt; javascript:x  y\n\tz</code></pre>'
    expect(clean(code)).toBe(code)
  })

  it('keeps blocks apart whose elements it does not keep', () => {
    expect(clean('<article><header>a</header><main>b</main></article>')).toBe(
      '<div><div>a</div><div>b</div></div>',
    )
  })

  it('keeps table cells and list items within tables and lists', () => {
    expect(clean('<td>a</td><li>b</li><source src="x">')).toBe('<div>a</div><div>b</div>')
  })

  it('takes a link out of a link', () => {
    expect(clean('<a href="https://a.example/">a <b><a href="https://b.example/">b</a></b></a>')).toBe(
      '<a href="https://a.example/">a <b>b</b></a>',
    )
  })

  it('takes a heading out of a heading, and empty blocks away', () => {
    expect(clean('<h2>a <b><h3>b</h3></b></h2><p></p><div></div>')).toBe('<h2>a <b>b</b></h2>')
  })

  it('bounds how deep elements lie in one another', () => {
    expectHarmless(clean('<div>'.repeat(50_000)))
    expectHarmless(clean(`${'<b>'.repeat(5000)}a`))
  })

  it('keeps a combining stroke off the tag before it', () => {
    expect(clean('<p>\u0338a</p>')).toBe('<p>&#824;a</p>')
  })

  it.each([
    ['<img src="a.mp3" alt="A">', '<audio src="https://example.org/m.mp3" controls=""></audio>'],
    ['<img src="a.mp4">', '<video src="https://example.org/m.mp4" controls=""></video>'],
    ['<img src="a.pdf" alt="A">', '<a href="https://example.org/m.pdf">A</a>'],
    ['<img src="a.pdf">', '<a href="https://example.org/m.pdf">https://example.org/m.pdf</a>'],
    ['<a href="a.mp3"><img src="a.pdf" alt="A"></a>', '<a href="https://example.org/m.mp3">A</a>'],
    [
      '<audio src="a.mp3" autoplay loop></audio>',
      '<audio src="https://example.org/m.mp3" controls=""></audio>',
    ],
  ])('shows what is no picture as what it is: %s', (html, expected) => {
    const file = (form: string, type: string) => ({ url: `https://example.org/m.${form}`, type })
    const targets = {
      'a.mp3': file('mp3', 'audio/mpeg'),
      'a.mp4': file('mp4', 'video/mp4'),
      'a.pdf': file('pdf', 'application/pdf'),
    }
    expect(sanitized(html, targets)).toEqual({ html: expected, findings: [] })
  })

  it.each([
    [
      '<iframe src="https://www.youtube.com/embed/abc" title="The talk"></iframe>',
      '<p><a href="https://www.youtube.com/embed/abc">The talk</a></p>',
    ],
    [
      '<p>See <iframe src="https://a.example/v" aria-label="It"></iframe>.</p>',
      '<p>See <a href="https://a.example/v">It</a>.</p>',
    ],
    [
      '<object data="https://a.example/x.swf" title="A play"><p>fallback</p></object>',
      '<p><a href="https://a.example/x.swf">A play</a></p>',
    ],
    [
      '<figure><embed src="https://a.example/x"><figcaption>b</figcaption></figure>',
      '<figure><p><a href="https://a.example/x">https://a.example/x</a></p><figcaption>b</figcaption></figure>',
    ],
    [
      '<iframe data-src="https://a.example/x" title="Late"></iframe>',
      '<p><a href="https://a.example/x">Late</a></p>',
    ],
    [
      '<a href="tel:+390612345">call</a> <a href="sms:+390612345">write</a>',
      '<a href="tel:+390612345">call</a> <a href="sms:+390612345">write</a>',
    ],
    ['<a href="xmpp:a@b.org">chat</a> <a name="place">here</a>', 'chat <a id="bees--place">here</a>'],
    [
      '<img src="data:image/gif;base64,R0lGOD" data-src="https://a.example/p.jpg">',
      '<img src="https://a.example/p.jpg" alt="">',
    ],
    [
      '<img src="https://a.example/blank.gif" data-lazy-src="https://a.example/p.jpg" data-lazy-srcset="https://a.example/q.jpg 2x">',
      '<img src="https://a.example/p.jpg" srcset="https://a.example/q.jpg 2x" alt="">',
    ],
    [
      '<img srcset="https://a.example/p.jpg 1x, https://a.example/q.jpg 2x">',
      '<img src="https://a.example/p.jpg" srcset="https://a.example/p.jpg 1x, https://a.example/q.jpg 2x" alt="">',
    ],
    [
      '<table><tr><td style="color:red; text-align: CENTER">a<td align="right">b<td style="text-align:justify">c</table>',
      '<table><tr><td align="center">a</td><td align="right">b</td><td>c</td></tr></table>',
    ],
    [
      '<picture><source srcset="https://a.example/p.avif" type="image/avif"><source srcset="https://a.example/q.webp 1x"></picture>',
      '<picture><source srcset="https://a.example/p.avif" type="image/avif"><source srcset="https://a.example/q.webp 1x"><img src="https://a.example/q.webp" alt=""></picture>',
    ],
    [
      '<picture><source data-srcset="https://a.example/p.avif"><img data-src="https://a.example/p.jpg" alt="P"></picture>',
      '<picture><source srcset="https://a.example/p.avif"><img src="https://a.example/p.jpg" alt="P"></picture>',
    ],
    ['<picture><source></picture>', '<picture><source></picture>'],
    [
      '<video data-src="https://a.example/p.mp4"></video>',
      '<video src="https://a.example/p.mp4" controls=""></video>',
    ],
    [
      '<img class="lazyload" src="data:image/gif;base64,R0" data-src="https://a.example/p.jpg" alt="P"><noscript><img src="https://a.example/p.jpg"></noscript>',
      '<img src="https://a.example/p.jpg" alt="P">',
    ],
    [
      '<img loading="lazy" src="https://a.example/blank.gif"> <noscript><img src="https://a.example/p.jpg" alt="P"></noscript>Text',
      '<img src="https://a.example/p.jpg" alt="P">Text',
    ],
    [
      '<img src="/blank.gif"><noscript><figure><img src="https://a.example/p.jpg" alt="P"></figure></noscript>',
      '<img src="https://a.example/p.jpg" alt="P">',
    ],
    ...[
      '<img src="https://a.example/q" width="1">',
      '<img src="https://a.example/q" style="display:none">',
      'Switch on',
    ].map((late) => [
      `<img src="https://a.example/p" alt=""><noscript>${late}</noscript>`,
      '<img src="https://a.example/p" alt="">',
    ]),
    ['a<noscript><img src="https://a.example/p"></noscript>', 'a'],
    ['a<noscript>Switch on JavaScript</noscript>', 'a'],
  ])('keeps what a reader can have of %s', (html, expected) => {
    expect(clean(html)).toBe(expected)
    expectHarmless(clean(html))
  })

  it.each([
    '<img src="mailto:a@b.c">',
    '<audio src="mailto:a@b.c"></audio>',
    '<img srcset="mailto:a@b.c 1x" src="/a">',
  ])('fetches nothing by mail: %s', (html) => {
    expect(clean(html)).not.toContain('mailto')
  })

  it.each([
    [
      '<iframe srcdoc="a"></iframe>',
      '<iframe> is left out. Feeds carry nothing that acts: write a link or a picture instead.',
      '<iframe',
    ],
    [
      '<a href="javascript:x">a</a>',
      'The address "javascript:x" is left out: only http, https, mailto, tel and sms are published. Write such an address.',
      'javascript:x',
    ],
    [
      '<img src="data:image/png;base64,iVBORw0KGgo=">',
      '"data:image/png;base64,…" holds no picture that can be published, and is left out. Save the picture as a file beside the article, and show that.',
      'data:image/png;base64,iVBORw0KGgo=',
    ],
    [
      '<a href="lost.md">a</a>',
      '"lost.md" leads to no published article, picture or other file. Correct the path, or write the whole address.',
      'lost.md',
      'stop',
    ],
  ])('tells what became of %s', (html, message, written, severity = 'warning') => {
    expect(sanitized(html).findings).toEqual([{ severity, message, written }])
  })

  it.each([
    '<img src="URL">',
    '<img srcset="URL 2x">',
    '<audio src="URL"></audio>',
    '<video poster="URL"></video>',
  ])('tells that browsers do not show %s where it is not encrypted, or is no file of ours', (html) => {
    const [plain, rooted] = ['http://a.example/x', '/images/x.png']
    const [encrypt, mend] = [
      'Write https:// where its server has it, or put the file beside the article.',
      'Correct the path, or write the whole address.',
    ]
    expect(sanitized(html.replace('URL', plain)).findings).toEqual([
      {
        severity: 'warning',
        message: `"${plain}" is not encrypted, and browsers show no such file on https pages. ${encrypt}`,
        written: plain,
      },
    ])
    expect(sanitized(html.replace('URL', rooted)).findings).toEqual([
      {
        severity: 'warning',
        message: `"${rooted}" leads to no published article, picture or other file. ${mend}`,
        written: rooted,
      },
    ])
  })
})
