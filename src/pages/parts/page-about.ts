import type { Image } from '../../model/article.ts'
import type { FeedDescription } from '../../model/feed-description.ts'
import type { Markup } from './markup.ts'
import type { Thing } from './structured-data.ts'

/** The facts in a page's head. */
export interface PageAbout {
  /** Without the site's name. */
  readonly title: string
  readonly description: string
  /** A BCP 47 tag. */
  readonly language: string
  /** The page's canonical absolute URL. Absent for a page without an address of its own. */
  readonly canonical?: string
  /** The page's own feed, if it differs from the site's. */
  readonly feed?: FeedDescription
  /** The picture for previews of the page, if it differs from the site's. */
  readonly image?: Image
  /** For an article: its Open Graph properties, and the languages of its translations. */
  readonly article?: {
    readonly facts: readonly (readonly [property: string, value: string])[]
    readonly otherLanguages: readonly string[]
  }
  readonly data?: Thing
  /** Further `<link>` elements. */
  readonly links?: readonly Markup[]
}
