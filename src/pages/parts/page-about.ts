import type { Image } from '../../model/article.ts'
import type { FeedDescription } from '../../model/feed-description.ts'
import type { Markup } from './markup.ts'
import type { Thing } from './structured-data.ts'

/** What a page's head tells of it. */
export interface PageAbout {
  /** Without the site's name. */
  readonly title: string
  readonly description: string
  /** A BCP 47 tag. */
  readonly language: string
  /** The absolute URL that the page is known by; none for a page that is at no address of its own. */
  readonly canonical?: string
  /** The page's own feed, where that is another one than the site's. */
  readonly feed?: FeedDescription
  /** What the page is shown with elsewhere, where that is another picture than the site's. */
  readonly image?: Image
  /** Of an article: what Open Graph wants to know of it, and which languages it is in beside its own. */
  readonly article?: {
    readonly facts: readonly (readonly [property: string, value: string])[]
    readonly otherLanguages: readonly string[]
  }
  readonly data?: Thing
  /** Further `<link>` elements. */
  readonly links?: readonly Markup[]
}
