import { findChangedFeeds, type ServedRelease } from '../live/changed-feeds.ts'
import { pingHubs } from '../live/ping-hubs.ts'
import type { Account } from './account.ts'
import type { PackNamespace } from './pack-namespace.ts'
import { serveVersion } from './served-releases.ts'

/** Under which name the namespace keeps of which version the hubs were told last. No pack is called so. */
const NOTE = 'hubs-told'

/** A version that is live, and where it is. */
export interface LiveVersion {
  readonly id: string
  readonly served: ServedRelease
  readonly account: Account
  readonly worker: string
  readonly namespace: PackNamespace
}

/**
 * Tells the hubs of a site which feeds have changed since they were told last, whatever was deployed and went wrong in
 * between. A hub that cannot be told is a warning. Rejects with a UsageError where Cloudflare cannot be asked.
 */
export async function tellHubs(live: LiveVersion): Promise<void> {
  const { hubs } = live.served.release
  const topics = await findChangedFeeds(await servedWhenTold(live), live.served)
  const untold = await pingHubs(hubs, topics)
  const all = topics.length * hubs.length
  console.log(`Hubs told of changed feeds: ${all - untold.length} of ${all}`)
  for (const { hub, topic, reason } of untold)
    console.error(`warning ${hub} was not told of ${topic}: ${reason}`)
  if (topics.length > 0 && untold.length < all) await live.namespace.writeNote(NOTE, live.id)
}

async function servedWhenTold({
  account,
  worker,
  namespace,
}: LiveVersion): Promise<ServedRelease | undefined> {
  const version = await namespace.readNote(NOTE)
  return version === undefined ? undefined : serveVersion(account, worker, version, namespace)
}
