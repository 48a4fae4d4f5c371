import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { escapeRssDescription, escapeRssPlainText } from '../../src/feeds/rss-text.ts'

/** The text of an element, as a strict parser reads it. */
function parseText(xml: string): string {
  const parser = new SaxesParser()
  let text = ''
  parser.on('text', (part) => {
    text += part
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(`<e>${xml}</e>`).close()
  return text
}

const anyText = fc
  .array(fc.constantFrom('&', '<', '>', '"', ']]>', '&amp;', '&#x26;', '\r', 'é', ' '))
  .map((all) => all.join(''))

describe('escapeRssPlainText', () => {
  it('writes markup characters as numeric references', () => {
    expect(escapeRssPlainText('Vec<T> & co')).toBe('Vec&#x3C;T&gt; &#x26; co')
  })

  it('gives back any legal text through a strict parser', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parseText(escapeRssPlainText(text))).toBe(text)
      }),
    )
  })
})

describe('escapeRssDescription', () => {
  it('is HTML to whoever reads the element', () => {
    expect(parseText(escapeRssDescription('Vec<T> & &amp;'))).toBe('Vec&lt;T&gt; &amp; &amp;amp;')
  })
})
