import type { Article, Author, Image } from './article.ts'
import type { Instant } from './instant.ts'
import type { Fragment } from './rendition.ts'

/** The facts about a format that links to a feed need. */
export interface FeedFormatFacts {
  /** The URL's extension that selects it. */
  readonly form: string
  /** Its name for people. */
  readonly name: string
  /** Its Content-Type. */
  readonly type: string
}

/** A feed's absolute URLs by form: a page for people, and each format. Formats refer to these three. */
export interface FeedUrls {
  readonly html: string
  readonly rss: string
  readonly atom: string
  readonly json: string
  readonly [form: string]: string
}

/** The description of a feed, in any form. */
export interface FeedDescription {
  readonly title: string
  readonly description: string
  /** An IRI that never changes (RFC 4287 §4.2.6). */
  readonly id: string
  /** The absolute URL of the site's page that the feed belongs to. */
  readonly home: string
  readonly self: FeedUrls
  /** The formats that it is published in. */
  readonly formats: readonly FeedFormatFacts[]
  readonly language: string
  /** The latest moment at which one of its articles was updated or withdrawn. Absent if it never had an article. */
  readonly updated?: Instant
  /** The feed did not exist before this moment. It is the date of a feed that never had an article. */
  readonly begun: Instant
  /** At least one, because Atom requires it. */
  readonly authors: readonly Author[]
  readonly copyright?: string
  readonly icon?: Image
  readonly image?: Image
  readonly content: 'full' | 'summary'
  /** The WebSub hubs that announce its changes: absolute URLs. */
  readonly hubs: readonly string[]
  /** Its links to older and newer documents (RFC 5005 §4). */
  readonly archive: ArchiveLinks
  /** The withdrawn articles that readers should remove, with the moments of withdrawal. */
  readonly tombstones: readonly {
    readonly id: string
    readonly atomId?: string
    readonly when: Instant
  }[]
}

/** The place of a feed among the documents that together hold all articles ever published; absolute URLs by form. */
export interface ArchiveLinks {
  /** Whether the document is itself an archive, which no longer changes once it is full. */
  readonly isArchive: boolean
  /** For an archive: the feed that people subscribe to. */
  readonly current?: FeedUrls
  /** The archives of older and of newer articles. */
  readonly previous?: FeedUrls
  readonly next?: FeedUrls
}

/** The settings that an article's fragments depend on: the same in every feed of a site. */
export type EntrySettings = Pick<FeedDescription, 'language' | 'content'>

/** An article with its address in feeds. */
export interface FeedArticle {
  readonly article: Article
  /** The absolute URL of its page. */
  readonly url: string
}

/** A feed in one form, in the pieces from which any narrower feed can be assembled. */
export interface FeedDocument {
  /** In pieces: the parts that change with every version are separate. */
  readonly head: readonly string[]
  /** Each article's fragment, in order. */
  readonly entries: readonly Fragment[]
  /** The text between two fragments, if any. */
  readonly separator?: Fragment
  readonly tail: string
}
