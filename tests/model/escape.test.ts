import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { escapeXmlAttribute, escapeXmlText, xmlElement, xmlParent } from '../../src/model/escape.ts'

/** Text with every kind of character that XML forbids or treats in a way of its own. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '&',
        '<',
        '>',
        '"',
        "'",
        ']]>',
        '&amp;',
        '\u0000',
        '\ud800',
        '\ufffe',
        '\t',
        '\n',
        '\r',
      ),
    )
    .map((parts) => parts.join('')),
)

/** What the text is without the characters that no XML document may hold. */
function legal(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
}

/** Reads `<e a="…">…</e>` with a strict parser, which throws at the first error of well-formedness. */
function parseElement(xml: string): { text: string; attribute: string | undefined } {
  const parser = new SaxesParser()
  let text = ''
  let attribute: string | undefined
  parser.on('text', (part) => {
    text += part
  })
  parser.on('opentag', ({ attributes }) => {
    attribute = attributes['a']
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return { text, attribute }
}

describe('escapeXmlText', () => {
  it('gives back any legal text through a strict parser', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parseElement(`<e>${escapeXmlText(text)}</e>`).text).toBe(legal(text))
      }),
    )
  })

  it('drops what XML 1.0 forbids', () => {
    expect(escapeXmlText('a\u0000b\u000bc\ud800d\ufffee')).toBe('abcde')
  })
})

describe('escapeXmlAttribute', () => {
  it('gives back any legal text through a strict parser, white space included', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parseElement(`<e a="${escapeXmlAttribute(text)}"/>`).attribute).toBe(legal(text))
      }),
    )
  })
})

describe('xmlElement', () => {
  it('leaves out attributes without a value', () => {
    expect(xmlElement('m', { url: 'x?a&b', width: undefined, height: 2 })).toBe(
      '<m url="x?a&amp;b" height="2"/>',
    )
  })

  it('writes text between its tags', () => {
    expect(xmlElement('m', {}, 'a<b')).toBe('<m>a&lt;b</m>')
  })
})

describe('xmlParent', () => {
  it('holds elements as they are', () => {
    expect(xmlParent('m', { a: '"' }, ['<b/>', '<c>&amp;</c>'])).toBe('<m a="&quot;"><b/><c>&amp;</c></m>')
  })

  it('is empty without any', () => {
    expect(xmlParent('m', { a: 1 }, [])).toBe('<m a="1"/>')
  })
})
