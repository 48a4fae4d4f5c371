import { type RepresentSettings, represent } from '../bundle/represent.ts'
import type { Article } from '../model/article.ts'
import type { Resource } from '../model/resource.ts'
import { type FeedFragments, renderFragments } from './feed-fragments.ts'
import { type ArticleContext, renderArticle } from './render-article.ts'

/** All that is made of one article alone. Of a large publication, the bytes are elsewhere. */
export interface PressedArticle<Piece = Uint8Array> {
  readonly resources: readonly Resource<Piece>[]
  readonly fragments: FeedFragments
}

/** Renders an article under its addresses, and as lists will carry it. */
export function pressArticle(
  article: Article,
  context: ArticleContext,
  settings: RepresentSettings,
): PressedArticle {
  return {
    resources: renderArticle(article, context).map((rendered) => represent(rendered, settings)),
    fragments: renderFragments(article, context.frame.site),
  }
}
