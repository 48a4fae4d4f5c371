import { describe, expect, it } from 'vitest'
import { articleList, fillList, renderListItem } from '../../../src/pages/parts/article-list.ts'
import { markupText } from '../../../src/pages/parts/markup.ts'
import { anArticle, aSite } from '../../support/an-article.ts'

const site = aSite()

describe('fillList', () => {
  it('gives the same item to every page, as a piece of its own', () => {
    const item = renderListItem(anArticle(), site)
    const pieces = fillList(markupText(articleList([item], site)), [item])
    expect(pieces).toHaveLength(3)
    expect(pieces[1]).toBe(item)
    expect(pieces.map(({ text }) => text).join('')).not.toContain('\0')
  })

  it('gives a page without a list as one piece', () => {
    const pieces = fillList(markupText(articleList([], site)), [])
    expect(pieces.map(({ text }) => text).join('')).toContain('Non è ancora stato pubblicato nulla.')
    expect(pieces).toHaveLength(1)
  })
})

describe('renderListItem', () => {
  it('tells its language where it is another one than the site’s, and the site’s for the rest', () => {
    expect(renderListItem(anArticle(), site).text).not.toContain('lang=')
    const { text } = renderListItem(anArticle({ language: 'ar' }), site)
    expect(text).toContain('<li lang="ar" dir="rtl">')
    expect(text).toContain('<p class="byline" lang="it" dir="ltr">')
  })

  it('says nothing for a picture, whose title stands beside it', () => {
    const image = { url: 'https://example.org/a.jpg', alt: 'La piazza', width: 3, height: 2 }
    expect(renderListItem(anArticle({ image }), site).text).toContain(
      '<img src="https://example.org/a.jpg" alt="" width="3" height="2" loading="lazy" decoding="async">',
    )
  })
})
