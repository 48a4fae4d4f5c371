import type { Instant } from './instant.ts'
import type { PackKey } from './pack.ts'
import type { Stem } from './resource.ts'

/** The whole publication as deployed: the pack of each stem, and the moments of planned changes. */
export interface Release {
  /** Identifies the release: 32 hexadecimal digits, the same for the same contents. */
  readonly id: string
  /** The site's canonical URL, without a slash at its end. */
  readonly siteUrl: string
  /** The most entries that `?limit=` may ask of a feed. */
  readonly feedItems: number
  /** Whether readers that ask for it get only the entries that they lack (RFC 3229, `A-IM: feed`). */
  readonly deltas: boolean
  /** Whether it is a preview for people who know its address. Search engines must not index it. */
  readonly preview: boolean
  /** The WebSub hubs that announce changes in the feeds: absolute URLs. */
  readonly hubs: readonly string[]
  /** When any part of the publication last changed before the build: the Last-Modified of lists. */
  readonly changed: Instant
  /** The moments after the build at which a part of it changes without a deployment, in ascending order. */
  readonly moments: readonly Instant[]
  /** The pack inside the Worker: copies of the most requested resources. */
  readonly hotPack: PackKey
  /** All other packs, which hold every resource. */
  readonly packs: PackFinder
}

/** Finds the pack of a stem. */
export interface PackFinder {
  /** Lists all packs, without duplicates. */
  list(): readonly PackKey[]
  /** Returns the only pack that may hold the stem. Undefined if the release has nothing under it. */
  find(stem: Stem): PackKey | undefined
}
