import type { ArticleFacts } from '../model/article.ts'
import type { FeedFormat } from '../model/feed-format.ts'
import type { Instant } from '../model/instant.ts'
import type { Publication } from '../model/publication.ts'
import type { SiteContext } from '../pages/parts/site-context.ts'
import type { Archive } from './archive.ts'
import type { FeedCache } from './feed-cache.ts'
import type { FeedFragments } from './feed-fragments.ts'
import type { PublishedTerm } from './published-terms.ts'
import type { TranslationFacts } from './translations.ts'

/** The context in which all feeds and pages of a publication are rendered, except the articles' own pages. */
export interface ListContext {
  readonly publication: Publication
  readonly siteContext: SiteContext
  readonly formats: readonly FeedFormat[]
  readonly archive: Archive
  readonly terms: readonly PublishedTerm[]
  /** Returns an article's fragments. For the same article and site context the result is the same object. */
  readonly fragmentsOf: (article: ArticleFacts) => FeedFragments
  /** Returns the translations of an article. */
  readonly translationsOf: (article: ArticleFacts) => readonly TranslationFacts[]
  /** The moment of the build. */
  readonly at: Instant
  readonly memory?: FeedCache | undefined
}
