import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/model/article.ts'
import { instant } from '../../src/model/instant.ts'
import { renderArticlePage } from '../../src/pages/article-page.ts'
import { anArticle } from '../support/an-article.ts'
import { sampleFrame, sampleSite } from './sample-pages.ts'

const siteContext = sampleFrame(sampleSite())
const TRANSLATION = { language: 'en', url: 'https://example.org/articles/one', title: 'The first' }

function render(
  overrides: Partial<Article> = {},
  translations: readonly (typeof TRANSLATION)[] = [],
): string {
  return renderArticlePage(anArticle({ enclosures: [], ...overrides }), { siteContext, translations })
}

describe('renderArticlePage', () => {
  it('shows the lead picture once, where the content begins with the same one', () => {
    const image = { url: 'https://pictures.example/a.jpg?x=1&y=2' }
    const html = '<p><img src="https://pictures.example/a.jpg?x=1&amp;y=2" alt="x"></p>'
    expect(render({ image })).toContain('class="lead-picture"')
    expect(render({ image, html })).not.toContain('class="lead-picture"')
  })

  it('tells when it was updated, if that was on another day in the time zone of the site', () => {
    const published = instant(Date.UTC(2025, 11, 28, 8))
    expect(render({ published, updated: instant(Date.UTC(2025, 11, 28, 22)) })).not.toContain('Aggiornato')
    expect(render({ published, updated: instant(Date.UTC(2025, 11, 28, 23, 30)) })).toContain(
      'Aggiornato il <time datetime="2025-12-28T23:30:00.000Z">29 dicembre 2025</time>',
    )
  })

  it('names every language of it, and the site’s for those who read none', () => {
    const links = render({}, [TRANSLATION]).match(/<link rel="alternate" hreflang[^>]*>/g)
    expect(links).toEqual([
      '<link rel="alternate" hreflang="it" href="https://example.org/articles/uno">',
      '<link rel="alternate" hreflang="en" href="https://example.org/articles/one">',
      '<link rel="alternate" hreflang="x-default" href="https://example.org/articles/uno">',
    ])
  })

  it('names no other language where the article belongs to another page', () => {
    const page = render({ canonical: 'https://altrove.example/uno' }, [TRANSLATION])
    expect(page).toContain('<link rel="canonical" href="https://altrove.example/uno">')
    expect(page).not.toContain('<link rel="alternate" hreflang')
    expect(page).toContain('<a href="https://example.org/articles/one" hreflang="en"')
  })

  it('lets wide things be moved by keyboard, and keeps them balanced', () => {
    const html = '<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table><pre>y</pre>'
    const page = render({ html })
    expect(page.match(/<div class="wide"[^>]*tabindex="0"><table>/g)).toHaveLength(2)
    expect(page.match(/<\/table><\/div>/g)).toHaveLength(2)
    expect(page).toContain('<pre tabindex="0">y</pre>')
  })
})
