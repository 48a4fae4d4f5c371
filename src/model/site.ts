import type { Author, Image } from './article.ts'

/** The publisher and the settings of the publication: `site.yaml` with every default filled in. */
export interface Site {
  readonly title: string
  readonly description: string
  /** The canonical origin with the path of the publication, without a slash at its end: `https://example.org/news`. */
  readonly url: string
  /** The host of minted article ids (RFC 4151), even if another address overrides `url`. */
  readonly authority: string
  /** The year in which its ledger began. */
  readonly year: number
  /** A BCP 47 tag. */
  readonly language: string
  /** An IANA time zone: `Europe/Rome`. */
  readonly timezone: string
  readonly authors: readonly Author[]
  readonly copyright?: string | undefined
  /** A small square picture of the publication. */
  readonly icon?: Image
  /** A wide picture of the publication. */
  readonly image?: Image
  /** The WebSub hubs that announce changes: absolute URLs. */
  readonly hubs: readonly string[]
  readonly feed: FeedSettings
}

/** The limits and contents of feeds. */
export interface FeedSettings {
  /** The most articles in a feed. */
  readonly items: number
  /** The most bytes of its JSON Feed form. Older articles beyond it are left out. */
  readonly bytes: number
  /** Whether feeds hold whole articles or only their summaries. */
  readonly content: 'full' | 'summary'
  /** Whether readers that ask for it (`A-IM: feed`) get only the entries that they lack. */
  readonly deltas: boolean
  /** For how many days a feed names a withdrawn article, so that readers remove it too. */
  readonly tombstoneDays: number
}
