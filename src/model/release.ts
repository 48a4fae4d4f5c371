import type { Instant } from './instant.ts'
import type { PackKey } from './pack.ts'

/** The whole publication as it is deployed: which pack holds what, and when it changes by itself. */
export interface Release {
  /** Tells it from every other: 32 hexadecimal digits, the same for the same contents. */
  readonly id: string
  /** The site's canonical URL, without a final slash. */
  readonly siteUrl: string
  /** The most entries that `?limit=` may ask of a feed. */
  readonly feedItems: number
  /** Whether readers that ask for it get only the entries that they lack (RFC 3229, `A-IM: feed`). */
  readonly deltas: boolean
  /** Whether it is only looked at beforehand, by those who know the address: search engines are told to pass over it. */
  readonly preview: boolean
  /** The WebSub hubs that tell of changes in the feeds: absolute URLs. */
  readonly hubs: readonly string[]
  /** When anything of the publication last changed before it was built: what lists articles is as new as this. */
  readonly changed: Instant
  /** The moments after the build at which something of it changes by itself, rising. */
  readonly moments: readonly Instant[]
  /** The pack that rides inside the Worker: copies of what is asked for most. */
  readonly hotPack: PackKey
  /** In the order of their prefixes. Each stem belongs to one of them. */
  readonly leaves: readonly Leaf[]
}

/** The pack of all stems whose hash begins with `prefix`. */
export interface Leaf {
  /** Binary digits, the highest first; none for the root. */
  readonly prefix: string
  readonly pack: PackKey
}
