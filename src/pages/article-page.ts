import { html, raw } from 'hono/html'
import { articleUrl } from '../model/addresses.ts'
import { type Article, labelOf } from '../model/article.ts'
import { formatRfc3339 } from '../model/instant.ts'
import { localeOf } from './locales/locale-of.ts'
import { articleFacts } from './parts/article-facts.ts'
import { articleHeader } from './parts/article-header.ts'
import { downloads, players } from './parts/enclosures.ts'
import type { Markup } from './parts/markup.ts'
import { renderPage } from './parts/page-layout.ts'
import { pictureMarkup } from './parts/picture.ts'
import type { SiteContext } from './parts/site-context.ts'
import { describeNews } from './parts/structured-data.ts'
import { type Translation, translationLinks } from './parts/translations.ts'

/** The parts of an article's page around the article. */
export interface ArticleSurroundings {
  readonly siteContext: SiteContext
  /** The article's translations. */
  readonly translations: readonly Translation[]
}

/** Renders an article's own page. */
export function renderArticlePage(
  article: Article,
  { siteContext, translations }: ArticleSurroundings,
): string {
  const { site } = siteContext
  const url = articleUrl(site, article.slug)
  const canonical = article.canonical ?? url
  return renderPage(
    {
      title: labelOf(article),
      description: article.summary,
      language: article.language,
      kind: 'reading',
      canonical,
      // Search engines accept the translations of a page only from the canonical page.
      links: [
        ...(article.canonical === undefined ? translationLinks(article, translations, site) : []),
        html`<link rel="alternate" type="text/markdown" href="${url}.md">`,
      ],
      ...(article.image && { image: article.image }),
      article: {
        facts: openGraphFacts(article),
        otherLanguages: translations.map(({ language }) => language),
      },
      data: describeNews(article, canonical, site),
      main: articleMarkup(article, { siteContext, translations }),
    },
    siteContext,
  )
}

function articleMarkup(article: Article, { siteContext, translations }: ArticleSurroundings): Markup {
  const words = localeOf(siteContext.site.language)
  return html`<article>
${articleHeader(article, siteContext.site, translations)}
${leadPicture(article)}${players(article, words)}${articleContent(article, words.table)}
${downloads(article, words)}${articleFacts(article, siteContext.site)}
</article>`
}

/** Returns the article's picture, unless the content shows it. */
function leadPicture({ image, html: content }: Article): Markup | string {
  if (image === undefined || content.includes(`src="${image.url.replaceAll('&', '&amp;')}"`)) return ''
  return html`<p class="lead-picture">${pictureMarkup(image)}</p>\n`
}

/** Renders Open Graph's properties for articles (ogp.me, `article`). */
function openGraphFacts({
  published,
  updated,
  section,
  tags,
}: Article): readonly (readonly [property: string, value: string])[] {
  return [
    ['article:published_time', formatRfc3339(published)],
    ['article:modified_time', formatRfc3339(updated)],
    ...(section === undefined ? [] : [['article:section', section] as const]),
    ...tags.map((tag) => ['article:tag', tag] as const),
  ]
}

/**
 * Renders an article's content. Elements that may be wider than a phone can be scrolled by keyboard (WCAG 2.1.1), and
 * their overflow stays inside them. Sanitised HTML escapes every `<` outside of tags, so `<table` always begins a
 * table.
 */
export function articleContent({ html: content }: Article, tableName: string): Markup {
  const room = html`<div class="wide" role="group" aria-label="${tableName}" tabindex="0">`.toString()
  const marked = content
    .replaceAll('<table', `${room}<table`)
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<pre', '<pre tabindex="0"')
  return html`<div class="text">
${raw(marked)}
</div>`
}
