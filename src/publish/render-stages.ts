import type { PackMemory } from '../bundle/bundle.ts'
import { represent } from '../bundle/represent.ts'
import type { ArticleContent, ArticleFacts } from '../model/article.ts'
import type { BytesOrRef, LoadBlob } from '../model/blob.ts'
import type { Rendered } from '../model/rendition.ts'
import type { Resource } from '../model/resource.ts'
import type { FeedCache } from './feed-cache.ts'
import { type RenderedArticle, renderArticle } from './render-article.ts'
import { type RenderContext, representSettings } from './render-context.ts'
import type { TranslationFacts } from './translations.ts'

/** An article to render. */
export interface ArticleTask<Content extends object = object> {
  readonly article: ArticleFacts & Content
  /** The article's translations. */
  readonly translations: readonly TranslationFacts[]
}

/**
 * The steps of publishing that handle each article and each list on its own. An implementation may divide them among
 * threads and cache their results; the bytes are the same.
 */
export interface RenderStages<Content extends object = ArticleContent> {
  /** Renders each article like `renderArticle`, in the order of the tasks. */
  readonly articles: (
    tasks: readonly ArticleTask<Content>[],
    context: RenderContext,
  ) => Promise<readonly RenderedArticle<BytesOrRef>[]>
  /** Represents lists and files like `represent`. Their order does not matter. */
  readonly lists: (
    rendered: readonly Rendered[],
    context: RenderContext,
  ) => Promise<readonly Resource<BytesOrRef>[]>
  /** Loads blobs. Required if bytes are stored elsewhere. */
  readonly loadBlob?: LoadBlob
  /** The feeds of the folder's previous publication. */
  readonly feeds?: FeedCache | undefined
  /** The packs of earlier builds. */
  readonly packs?: PackMemory
}

/** Runs the steps one after another, in this thread. */
export const inProcess: RenderStages = {
  articles: async (tasks, context) =>
    tasks.map(({ article, translations }) => renderArticle(article, translations, context)),
  lists: async (rendered, context) => rendered.map((each) => represent(each, representSettings(context))),
}
