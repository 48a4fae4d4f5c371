import type { Author, Image } from './article.ts'

/** Who publishes, and how: what `site.yaml` says, with every default filled in. */
export interface Site {
  readonly title: string
  readonly description: string
  /** The canonical origin, with the path below which it is published, without a final slash: `https://example.org/news`. */
  readonly url: string
  /** The host that article ids are minted under (RFC 4151), whatever `url` is overridden with. */
  readonly authority: string
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
  /** The WebSub hubs that tell of changes: absolute URLs. */
  readonly hubs: readonly string[]
  readonly feed: FeedSettings
}

/** How much a feed holds. */
export interface FeedSettings {
  /** The most articles in a feed. */
  readonly items: number
  /** The most bytes of its JSON Feed form: older articles beyond it are left out. */
  readonly bytes: number
  /** Whether feeds hold whole articles or only their summaries. */
  readonly content: 'full' | 'summary'
  /** Whether readers that ask for it (`A-IM: feed`) get only the entries that they lack. */
  readonly deltas: boolean
  /** For how many days a feed names what was withdrawn, so that readers take it away too. */
  readonly tombstoneDays: number
}
