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

/** All that is made of one article alone. Of a large publication, the bytes are kept elsewhere. */
export interface RenderedArticle<Piece = Uint8Array> {
  readonly resources: readonly Resource<Piece>[]
  readonly fragments: FeedFragments
}

/** Renders an article under its addresses, and as lists will carry it. */
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

/** An article under its address, and the way to it from each address that it had before. */
function renderAddresses(
  article: Article,
  translations: readonly TranslationFacts[],
  { siteContext, at }: RenderContext,
): readonly Rendered[] {
  const spans = articleSpans(article, at)
  if (spans.length === 0) return []
  const location = articleUrl(siteContext.site, article.slug)
  const gone = { kind: 'gone' } as const
  // What it says of its translations changes with them.
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

/** From when on an article is shown, and from when on it is gone; before the first it has never been there. */
function articleSpans(
  { published, firstPublished, expires }: Article,
  at: Instant,
): readonly { readonly from: Instant; readonly isShown: boolean }[] {
  if (expires !== undefined && expires <= laterOf(at, published)) {
    return firstPublished <= at ? [{ from: EPOCH, isShown: false }] : []
  }
  // What was shown once and is dated ahead by now is not unknown until then.
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
