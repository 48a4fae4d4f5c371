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
 * Pings each hub of a site with the feeds that have changed since its last successful ping, whatever happened in between. A hub
 * that does not answer is a warning. Rejects with a UsageError if Cloudflare does not answer.
 */
export async function tellHubs(live: LiveVersion): Promise<void> {
  for (const hub of live.served.release.hubs) await tellHub(hub, live)
}

async function tellHub(hub: string, live: LiveVersion): Promise<void> {
  const topics = await findChangedFeeds(await servedWhenTold(hub, live), live.served)
  const untold = await pingHubs([hub], topics)
  print(`${hub} is told of changed feeds: ${topics.length - untold.length} of ${topics.length}`)
  for (const { topic, reason } of untold) printError(`warning ${hub} was not told of ${topic}: ${reason}`)
  // The next deployment sends the failed topics again, and the others with them: a repeated ping does no harm.
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
