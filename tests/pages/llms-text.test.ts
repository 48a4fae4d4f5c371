import { join } from 'node:path'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import type { Site } from '../../src/model/site.ts'
import { renderLlmsEntry, renderLlmsText } from '../../src/pages/llms-text.ts'
import { aFeed } from '../feeds/a-feed.ts'
import { anArticle, aSite } from '../support/an-article.ts'

const FEED = aFeed()
const URL = 'https://example.org/articles/uno.md'

/** How the programs of llmstxt.org read a line of a list. */
const LINK = /^-\s*\[(?<title>[^\]]+)\]\((?<url>[^)]+)\)(?::\s*(?<note>.*))?$/

function render(titles: readonly string[], site: Partial<Site> = {}): string {
  const entries = titles.map((title) => renderLlmsEntry(anArticle({ title, summary: title }), URL))
  return renderLlmsText(aSite(site), FEED, entries)
    .map(({ text }) => text)
    .join('')
}

/** The text of each heading, quotation and line of a list, as CommonMark reads the document. */
function readBlocks(markdown: string): readonly string[] {
  const tokens = new MarkdownIt('commonmark').parse(markdown, {})
  return tokens
    .filter(({ type }) => type === 'inline')
    .map(({ children }) => (children ?? []).map(({ content }) => content).join(''))
}

const line = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          '#',
          '*',
          '_',
          '[',
          ']',
          '(',
          ')',
          '`',
          '<b>',
          '&amp;',
          '\\',
          '~',
          '- ',
          '1. ',
          'a',
          ' ',
          '!',
          '>',
        ),
      )
      .map((parts) => parts.join('')),
  )
  .map((text) => text.replaceAll(/[\s\p{C}]+/gu, ' ').trim())
  .filter((text) => text !== '')

describe('renderLlmsText', () => {
  it('gives the golden document', async () => {
    const entries = [
      renderLlmsEntry(
        anArticle({ title: 'Prezzi & «qualità» [video] <b>', summary: 'Che cosa *cambia* a snake_case.' }),
        'https://example.org/articles/prezzi-e-qualita.md',
      ),
      renderLlmsEntry(anArticle({ title: 'Rain', summary: '' }), 'https://example.org/articles/rain.md'),
    ]
    const document = renderLlmsText(aSite({ title: 'Strillone & amici' }), FEED, entries)
    await expect(document.map(({ text }) => text).join('')).toMatchFileSnapshot(
      join(import.meta.dirname, '../golden/llms.txt'),
    )
  })

  it('has neither a summary nor a list where there is nothing to say', () => {
    expect(render([], { description: '' })).toBe(`# Strillone

## Feed

- [RSS](https://example.org/feed.rss)
- [Atom](https://example.org/feed.atom)
- [JSON Feed](https://example.org/feed.json)
`)
  })

  it('says as Markdown what was written as plain text', () => {
    fc.assert(
      fc.property(line, line, line, (title, description, article) => {
        const blocks = readBlocks(render([article], { title, description }))
        expect(blocks).toEqual([
          title,
          description,
          'Feed',
          'RSS',
          'Atom',
          'JSON Feed',
          'Ultimi articoli',
          `${article}: ${article}`,
        ])
      }),
      { numRuns: 500 },
    )
  })
})

describe('renderLlmsEntry', () => {
  it.each(['Tutto [video] (con *foto*)', 'a](b)', '[x]'])(
    'is a link to whoever looks for one, for %s',
    (title) => {
      const { text } = renderLlmsEntry(anArticle({ title }), 'https://example.org/a(b)/uno.md')
      expect(LINK.exec(text.trimEnd())?.groups?.['url']).toBe('https://example.org/a%28b%29/uno.md')
    },
  )
})
