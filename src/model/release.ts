import type { Instant } from './instant.ts'
import type { PackKey } from './pack.ts'
import type { Stem } from './resource.ts'

/** The whole publication as it is deployed: from which moment which pack holds what. */
export interface Release {
  /** The site's canonical URL, without a final slash. */
  readonly siteUrl: string
  /** The most entries that `?limit=` may ask of a feed. */
  readonly feedItems: number
  /** Whether readers that ask for it get only the entries that they lack (RFC 3229, `A-IM: feed`). */
  readonly deltas: boolean
  /** The WebSub hubs that tell of changes in the feeds: absolute URLs. */
  readonly hubs: readonly string[]
  /** The pack that rides inside the Worker: copies of what is asked for most. */
  readonly hotPack: PackKey
  /** The moment from which the hot copy of a stem no longer holds. Absent: it holds for ever. */
  readonly hotUntil: ReadonlyMap<Stem, Instant>
  /** By rising `from`; the first begins with the epoch. */
  readonly timeline: readonly Table[]
}

/** What holds from a moment on. The first table of a release is complete, a later one has only what differs. */
export interface Table {
  readonly from: Instant
  readonly leaves: readonly Leaf[]
}

/** The pack of all stems whose hash begins with `prefix`. */
export interface Leaf {
  /** Binary digits, the highest first; none for the root. */
  readonly prefix: string
  readonly pack: PackKey
}
