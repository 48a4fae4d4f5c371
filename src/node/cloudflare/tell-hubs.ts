import { print, printError } from '../cli/print.ts'
import { digest } from '../files/digest.ts'
import { findChangedFeeds, type ServedRelease } from '../live/changed-feeds.ts'
import { pingHubs } from '../live/ping-hubs.ts'
import type { Destination } from './deploy-version.ts'
import { serveVersion } from './served-releases.ts'

/** A live version, and where it is deployed. */
export interface LiveVersion extends Destination {
  readonly id: string
  readonly served: ServedRelease
}

/**
 * Pings each hub of a site with the feeds that have changed since the last successful ping of this hub. A hub that does not
 * answer causes a warning. Rejects with a UsageError if Cloudflare does not answer.
 */
export async function tellHubs(live: LiveVersion): Promise<void> {
  for (const hub of live.served.release.hubs) await tellHub(hub, live)
}

async function tellHub(hub: string, live: LiveVersion): Promise<void> {
  const topics = await findChangedFeeds(await servedWhenTold(hub, live), live.served)
  const untold = await pingHubs([hub], topics)
  print(`${hub} accepted the pings for ${topics.length - untold.length} of ${topics.length} changed feeds`)
  for (const { topic, reason } of untold)
    printError(`warning ${hub} did not accept the ping for ${topic}: ${reason}`)
  // After a failure, the next deployment pings all changed feeds again: a repeated ping does no harm.
  if (topics.length > 0 && untold.length === 0) await live.storage.writeNote(noteOf(hub), live.id)
}

async function servedWhenTold(
  hub: string,
  { account, config, storage }: LiveVersion,
): Promise<ServedRelease | undefined> {
  const version = await storage.readNote(noteOf(hub))
  return version === undefined ? undefined : serveVersion(account, config.worker, version, storage)
}

/**
 * The name of the note that says at which version a hub was last pinged. No pack has such a name, and the name is never too
 * long.
 */
function noteOf(hub: string): string {
  return `told-${digest(new TextEncoder().encode(hub))}`
}
