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

/** What the feeds and pages of a publication are rendered from, all but the articles' own pages. */
export interface ListContext {
  readonly publication: Publication
  readonly siteContext: SiteContext
  readonly formats: readonly FeedFormat[]
  readonly archive: Archive
  readonly terms: readonly PublishedTerm[]
  /** The same object for the same article in the same site context. */
  readonly fragmentsOf: (article: ArticleFacts) => FeedFragments
  /** The same article in other languages. */
  readonly translationsOf: (article: ArticleFacts) => readonly TranslationFacts[]
  /** The moment of the build. */
  readonly at: Instant
  readonly memory?: FeedCache | undefined
}
