import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeNews, structuredData } from '../../../src/pages/parts/structured-data.ts'
import { anArticle, aSite } from '../../support/an-article.ts'

function dataOf(markup: unknown): Record<string, unknown> {
  return JSON.parse(String(markup).replace(/^<script[^>]*>|<\/script>\n$/g, ''))
}

describe('structuredData', () => {
  it('ends its element nowhere but at its end, whatever a text says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('</script><!--<script>')), (name) => {
        const markup = String(structuredData({ '@type': 'Thing', name }))
        expect(markup.slice('<script '.length, -'</script>\n'.length)).not.toContain('<')
        expect(dataOf(markup)['name']).toBe(name)
      }),
    )
  })
})

describe('describeNews', () => {
  it('tells that the publisher wrote what nobody signed', () => {
    const data = describeNews(anArticle(), 'https://example.org/articles/uno', aSite())
    expect(data['author']).toEqual({
      '@type': 'Organization',
      name: 'Strillone',
      url: 'https://example.org/',
    })
  })

  it('never tells an e-mail address', () => {
    const article = anArticle({ authors: [{ name: 'Ada', email: 'ada@example.org' }] })
    expect(JSON.stringify(describeNews(article, 'https://example.org/x', aSite()))).not.toContain('ada@')
  })
})
