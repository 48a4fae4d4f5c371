import { represent } from '../bundle/represent.ts'
import { ADDRESSES, articleUrl } from '../model/addresses.ts'
import { type Article, isShown, labelOf } from '../model/article.ts'
import { EPOCH, type Instant, laterOf } from '../model/instant.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import type { Rendered, RenderedContent, RenderedVersion } from '../model/rendition.ts'
import type { Resource } from '../model/resource.ts'
import { renderArticleJson } from '../pages/article-json.ts'
import { renderArticleMarkdown } from '../pages/article-markdown.ts'
import { renderArticlePage } from '../pages/article-page.ts'
import { type FeedFragments, renderFragments } from './feed-fragments.ts'
import { type RenderContext, representSettings } from './render-context.ts'
import { momentsOf } from './timeline.ts'
import type { TranslationFacts } from './translations.ts'

/** Everything that is rendered from one article alone. In a large publication the bytes are stored elsewhere. */
export interface RenderedArticle<Piece = Uint8Array> {
  readonly resources: readonly Resource<Piece>[]
  readonly fragments: FeedFragments
}

/** Renders an article: the resources at its addresses, and its fragments for lists. */
export function renderArticle(
  article: Article,
  translations: readonly TranslationFacts[],
  context: RenderContext,
): RenderedArticle {
  const settings = representSettings(context)
  return {
    resources: renderAddresses(article, translations, context).map((each) => represent(each, settings)),
    fragments: renderFragments(article, context.siteContext.site, context.formats),
  }
}

/** Renders an article at its address, and redirects from its earlier addresses. */
function renderAddresses(
  article: Article,
  translations: readonly TranslationFacts[],
  { siteContext, at }: RenderContext,
): readonly Rendered[] {
  const spans = articleSpans(article, at)
  if (spans.length === 0) return []
  const location = articleUrl(siteContext.site, article.slug)
  const gone = { kind: 'gone' } as const
  // The links to its translations change when those appear or disappear.
  const moments = momentsOf(translations, []).filter((moment) => moment > at && isShown(article, moment))
  const versions = [...new Set([...spans.map(({ from }) => from), ...moments])]
    .sort((a, b) => a - b)
    .map((from): RenderedVersion => {
      const isThere = spans.findLast((span) => span.from <= from)?.isShown === true
      return {
        from,
        shows: isThere ? renderForms(article, translations, laterOf(from, at), siteContext) : gone,
      }
    })
  return [
    { stem: ADDRESSES.article.stemOf(article.slug), versions },
    ...article.formerSlugs.map((slug) => ({
      stem: ADDRESSES.article.stemOf(slug),
      versions: spans.map(
        (span): RenderedVersion => ({
          from: span.from,
          shows: span.isShown ? { kind: 'moved', location } : gone,
        }),
      ),
    })),
  ]
}

/**
 * Returns the moments from which an article is shown and from which it is gone. Before the first of them it does not
 * exist.
 */
function articleSpans(
  { published, firstPublished, expires }: Article,
  at: Instant,
): readonly { readonly from: Instant; readonly isShown: boolean }[] {
  if (expires !== undefined && expires <= laterOf(at, published)) {
    return firstPublished <= at ? [{ from: EPOCH, isShown: false }] : []
  }
  // An article that was shown before and now has a later date is gone until then, not unknown.
  const before = published > at && firstPublished <= at ? [{ from: EPOCH, isShown: false }] : []
  const after = expires === undefined ? [] : [{ from: expires, isShown: false }]
  return [...before, { from: published > at ? published : EPOCH, isShown: true }, ...after]
}

function renderForms(
  article: Article,
  translations: readonly TranslationFacts[],
  moment: Instant,
  siteContext: RenderContext['siteContext'],
): RenderedContent {
  const { site } = siteContext
  const url = articleUrl(site, article.slug)
  const shown = translations
    .filter((translation) => isShown(translation, moment))
    .map((translation) => ({
      language: translation.language,
      url: articleUrl(site, translation.slug),
      title: labelOf(translation),
    }))
  const lastModified = laterOf(article.updated, article.changed)
  const page = renderArticlePage(article, { siteContext, translations: shown })
  return {
    kind: 'content',
    renditions: [
      { form: 'html', type: MEDIA_TYPES.html, lastModified, body: page },
      { form: 'json', type: MEDIA_TYPES.json, lastModified, body: renderArticleJson(article, url) },
      { form: 'md', type: MEDIA_TYPES.markdown, lastModified, body: renderArticleMarkdown(article, url) },
    ],
  }
}
