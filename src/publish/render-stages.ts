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

/** An article that is to be rendered. */
export interface ArticleTask<Content extends object = object> {
  readonly article: ArticleFacts & Content
  /** The same article in other languages. */
  readonly translations: readonly TranslationFacts[]
}

/**
 * The steps of publishing that each article and each list takes alone. Whoever carries them out may divide them among
 * threads and remember their outcomes: the bytes are the same.
 */
export interface RenderStages<Content extends object = ArticleContent> {
  /** Renders each article, in the order of the tasks, as `renderArticle` does. */
  readonly articles: (
    tasks: readonly ArticleTask<Content>[],
    context: RenderContext,
  ) => Promise<readonly RenderedArticle<BytesOrRef>[]>
  /** Represents lists and files, in any order, as `represent` does. */
  readonly lists: (
    rendered: readonly Rendered[],
    context: RenderContext,
  ) => Promise<readonly Resource<BytesOrRef>[]>
  /** Needed where bytes are kept elsewhere. */
  readonly loadBlob?: LoadBlob
  /** Knows what feeds showed when the same folder was published before. */
  readonly feeds?: FeedCache | undefined
  /** Knows packs that were made before. */
  readonly packs?: PackMemory
}

/** The steps one after another, in this thread. */
export const inProcess: RenderStages = {
  articles: async (tasks, context) =>
    tasks.map(({ article, translations }) => renderArticle(article, translations, context)),
  lists: async (rendered, context) => rendered.map((each) => represent(each, representSettings(context))),
}
