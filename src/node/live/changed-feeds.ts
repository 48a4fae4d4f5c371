import { openPack } from '../../bundle/verify-pack.ts'
import type { PackStore } from '../../edge/packs/pack-store.ts'
import { ReleaseReader } from '../../edge/packs/release-reader.ts'
import { continuedStem, stemUrl } from '../../model/addresses.ts'
import type { Instant } from '../../model/instant.ts'
import type { PackKey } from '../../model/pack.ts'
import type { Release } from '../../model/release.ts'
import type { Stem } from '../../model/resource.ts'
import { digest } from '../files/digest.ts'

/** A release as it is served at a given moment. */
export interface ServedRelease {
  readonly release: Release
  readonly store: PackStore
  readonly at: Instant
}

/**
 * Finds the feeds that differ between two releases. Resolves to their URLs, in each format, sorted. Without an earlier
 * release, all feeds count. A feed whose RSS alone differs does not count. Packs that both releases have are not read.
 * Rejects if a pack of the new release cannot be read.
 */
export async function findChangedFeeds(
  before: ServedRelease | undefined,
  after: ServedRelease,
): Promise<readonly string[]> {
  const known = new Set<PackKey>(before?.release.packs.list())
  const changed: string[] = []
  for (const stem of await listFeeds(after, known)) {
    // If the old feed cannot be read, it counts as changed.
    const were = before && (await readTags(before, stem).catch(() => undefined))
    const others = [...(await readTags(after, stem))].filter(([url, tag]) => were?.get(url) !== tag)
    // RSS has no content that Atom and JSON Feed lack. If the RSS alone differs, only its rendering has changed.
    if (!others.every(([url]) => url.endsWith('.rss'))) changed.push(...others.map(([url]) => url))
  }
  return changed.sort()
}

/**
 * Reads the ETag of each format of a feed. Resolves to a map from URL to ETag, which is empty if there is no such feed at
 * that moment.
 */
export async function readTags(
  { release, store, at }: ServedRelease,
  stem: Stem,
): Promise<ReadonlyMap<string, string>> {
  const shows = (await new ReleaseReader(release, store).find(stem, at))?.shows
  if (shows?.kind !== 'content') return new Map()
  const feeds = shows.representations.filter(({ form }) => form !== 'html')
  return new Map(feeds.map(({ form, etag }) => [stemUrl({ url: release.siteUrl }, stem, form), etag]))
}

/** The stems of all feeds in the packs of a release, except those in `passedOver`. */
async function listFeeds(
  { release, store }: ServedRelease,
  passedOver: ReadonlySet<PackKey>,
): Promise<readonly Stem[]> {
  const stems = new Set<Stem>()
  for (const pack of release.packs.list().filter((key) => !passedOver.has(key))) {
    const bytes = await store.read(pack)
    if (bytes === undefined) throw new Error(`The pack ${pack} is not there`)
    for (const { stem, versions } of openPack({ key: pack, bytes }, digest).values()) {
      const isFeed = versions.some(
        ({ shows }) => shows.kind === 'content' && shows.representations.some(({ form }) => form === 'rss'),
      )
      // Later versions are stored under their moment and their stem.
      if (isFeed) stems.add(continuedStem(stem))
    }
  }
  return [...stems]
}
