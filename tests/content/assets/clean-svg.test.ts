import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanFile } from '../../../src/content/assets/clean-file.ts'
import { SVG_ATTRIBUTES, SVG_ELEMENTS } from '../../../src/content/assets/svg-allowlist.ts'
import { aPhoto, findPrivate } from '../../support/a-photo.ts'

const ROOT = '<svg xmlns="http://www.w3.org/2000/svg">'

const clean = (svg: string): string =>
  new TextDecoder().decode(cleanFile(new TextEncoder().encode(svg), 'svg'))

/** What becomes of the inside of a drawing. */
const inside = (content: string): string =>
  clean(`${ROOT}${content}</svg>`).replace(/^<svg[^>]*>|(?:<\/svg>)?\n$/g, '')

/** Pieces that are hostile alone or together. */
const PIECES =
  `<svg |<svg>|</svg>|<g |<g>|</g>|<style>|</style>|<script>|</script>|<foreignObject>|<div |<a href="|javascript:|">|"|'|/>|<![CDATA[|]]>|<!--|-->|<!DOCTYPE svg [|<!ENTITY a "b">|&a;|&lt;|&#x1;|\u0000|@import|@im|port| url(|u\\72l(|http://x.test/|)|;|/*|*/|\\| style="| onload="| fill="| href="#a"| xlink:href="|data:image/svg+xml,|data:text/html,|{|}`.split(
    '|',
  )

describe('cleanSvg()', () => {
  it.each([
    ['a shape', '<path class="a" d="M0 0L1 1" fill="url(#g)" style="stroke:#000"/>'],
    ['text', '<text x="1">A &amp; <tspan>b</tspan></text>'],
    ['what tells what is seen', '<title>A bridge</title><desc>Seen from below</desc>'],
    ['a use of what is in it', '<use href="#a"/>'],
    ['a style', '<style>.a &gt; .b{fill:url(#g)} @media (prefers-color-scheme:dark){.a{fill:#fff}}</style>'],
    [
      'a label in HTML',
      '<foreignObject width="9"><div xmlns="http://www.w3.org/1999/xhtml" style="color:red"><span>A</span></div></foreignObject>',
    ],
    ['a font of its own', '<style>@font-face{src:url(data:font/woff2;base64,AAAA)}</style>'],
  ])('keeps %s', (_what, content) => {
    expect(inside(content)).toBe(content)
  })

  it.each([
    ['a script', '<script>alert(1)</script>', ''],
    ['a script in a style', '<style>a</style><script>//</script>', '<style>a</style>'],
    ['what acts', '<g onload="alert(1)" onclick="x"/>', '<g/>'],
    ['a link, and keeps what it is around', '<a href="https://x.test/"><g/></a>', '<g/>'],
    ['a use of something elsewhere', '<use href="https://x.test/a.svg#b"/>', '<use/>'],
    ['a use that is a script', '<use xlink:href="javascript:alert(1)"/>', '<use/>'],
    ['a picture elsewhere', '<image href="https://x.test/a.png" width="9"/>', '<image width="9"/>'],
    ['a drawing in its address', '<image href="data:image/svg+xml;base64,PHN2Zz4="/>', '<image/>'],
    ['a frame', '<foreignObject><iframe src="https://x.test/"/></foreignObject>', '<foreignObject/>'],
    [
      'what changes an address later',
      '<use href="#a"><set attributeName="href" to="javascript:x"/></use>',
      '<use href="#a"/>',
    ],
    ['what a style fetches', '<g style="fill:url(https://x.test/)"/>', '<g style="fill:none"/>'],
    [
      'what is fetched under another name',
      '<g style="fill:u\\72l(https://x.test/)"/>',
      '<g style="fill:u72l(https://x.test/)"/>',
    ],
    [
      'a style from elsewhere',
      '<style>@import url("https://x.test/?a;b"); a{}</style>',
      '<style>  a{}</style>',
    ],
    [
      'one that comes together of two',
      '<style>@im@import x;port url(//x.test)</style>',
      '<style>@im port none</style>',
    ],
    ['who drew it', '<metadata><rdf:RDF><dc:creator>Ada</dc:creator></rdf:RDF></metadata>', ''],
    [
      'an address in a text',
      '<style>a{b:image-set("//x.test" 1x)}</style>',
      '<style>a{b:image-set("" 1x)}</style>',
    ],
    ['a text that its line ends', `<style>"\n@import 'x';a{}</style>`, '<style>""\n a{}</style>'],
    ['comments', '<!-- by Ada --><style>/* by Ada */a{}</style>', '<style> a{}</style>'],
    ['what its program notes', '<sodipodi:namedview/><g inkscape:label="Ada" data-name="x"/>', '<g/>'],
  ])('takes out %s', (_what, content, cleaned) => {
    expect(inside(content)).toBe(cleaned)
  })

  it('takes out the path of the file, the name of the program and the declarations of Illustrator', () => {
    const svg = [
      '<?xml version="1.0"?><!-- Generator: Adobe Illustrator -->',
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x.test/" [ <!ENTITY ns_svg "http://www.w3.org/2000/svg"> ]>',
      '<svg:svg xmlns:svg="&ns_svg;" sodipodi:docname="/home/ada/a.svg" viewBox="0 0 1 1"><svg:g/></svg:svg>',
    ].join('\n')
    expect(clean(svg)).toBe('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g/></svg>\n')
  })

  it('takes out of a photo within what it would of the photo alone', () => {
    const photo = aPhoto('baseline.jpg')
    const cleaned = inside(`<image href="data:image/jpeg;base64,${Buffer.from(photo).toString('base64')}"/>`)
    const [, data = ''] = /base64,([^"]*)"/.exec(cleaned) ?? []
    expect(findPrivate(photo)).toBeDefined()
    expect(Uint8Array.from(Buffer.from(data, 'base64'))).toEqual(
      Uint8Array.from(cleanFile(photo, 'jpg') ?? []),
    )
  })

  it('gives the same bytes where there is nothing to take out', () => {
    const bytes = new TextEncoder().encode(`${ROOT}<g/></svg>\n`)
    expect(cleanFile(bytes, 'svg')).toBe(bytes)
  })

  it('gives nothing that acts or fetches, and once it is clean the same bytes, whatever the pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }), (pieces) => {
        const cleaned = clean(`<svg>${pieces.join('')}`)
        const tags = [...cleaned.matchAll(/<\/?([^\s/>]+)([^>]*)>/g)]
        const names = tags.map(([, name = '']) => name)
        const written = tags.flatMap(([, , text = '']) => [...text.matchAll(/([\w:-]+)="([^"]*)"/g)])
        const attributes = written.map(([, name = '']) => name)
        expect(names.filter((name) => !SVG_ELEMENTS.has(name) && name !== 'div')).toEqual([])
        expect(
          attributes.filter((name) => !SVG_ATTRIBUTES.has(name) && !/^(?:xmlns|(?:xlink:)?href$)/.test(name)),
        ).toEqual([])
        // An attribute has no rules, and nothing is fetched without a function.
        const values = written.map(([, , value = '']) => value).filter((value) => value.includes('('))
        const texts = cleaned.matchAll(/<style(?:\s[^>]*[^/])?>([^<]*)</g)
        const styles = [...values, ...[...texts].map(([, style = '']) => style)]
        const outside = styles.map((style) =>
          style.replaceAll('&quot;', '"').replaceAll(/"[^"\n]*"|'[^'\n]*'/g, '""'),
        )
        expect(outside.filter((style) => /@import(?![\w-])|url\(\s*[^#"\s]/i.test(style))).toEqual([])
        expect(clean(cleaned)).toBe(cleaned)
      }),
      { numRuns: 3000 },
    )
  })
})
