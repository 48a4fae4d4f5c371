import { print, printError } from '../cli/print.ts'
import { digest } from '../files/digest.ts'
import { findChangedFeeds, type ServedRelease } from '../live/changed-feeds.ts'
import { pingHubs } from '../live/ping-hubs.ts'
import type { Destination } from './deploy-version.ts'
import { serveVersion } from './served-releases.ts'

/** A version that is live, and where it is. */
export interface LiveVersion extends Destination {
  readonly id: string
  readonly served: ServedRelease
}

/**
 * Tells each hub of a site which feeds have changed since it was told last, whatever was deployed and went wrong in
 * between. A hub that cannot be told is a warning. Rejects with a UsageError where Cloudflare cannot be asked.
 */
export async function tellHubs(live: LiveVersion): Promise<void> {
  for (const hub of live.served.release.hubs) await tellHub(hub, live)
}

async function tellHub(hub: string, live: LiveVersion): Promise<void> {
  const topics = await findChangedFeeds(await servedWhenTold(hub, live), live.served)
  const untold = await pingHubs([hub], topics)
  print(`${hub} is told of changed feeds: ${topics.length - untold.length} of ${topics.length}`)
  for (const { topic, reason } of untold) printError(`warning ${hub} was not told of ${topic}: ${reason}`)
  // What it was not told of is told the next time, with all that it was told of now: that does no harm.
  if (topics.length > 0 && untold.length === 0) await live.storage.writeNote(noteOf(hub), live.id)
}

async function servedWhenTold(
  hub: string,
  { account, config, storage }: LiveVersion,
): Promise<ServedRelease | undefined> {
  const version = await storage.readNote(noteOf(hub))
  return version === undefined ? undefined : serveVersion(account, config.worker, version, storage)
}

/** Under which name the storage keeps which version a hub was told of last. No pack is called so, and no name is too long. */
function noteOf(hub: string): string {
  return `told-${digest(new TextEncoder().encode(hub))}`
}
