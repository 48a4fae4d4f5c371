import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { FEED_STEM } from '../../src/model/stems.ts'
import { readTags, type ServedRelease } from './changed-feeds.ts'

const PAUSE_MILLISECONDS = 1_000
const TIMEOUT_MILLISECONDS = 15_000

const releaseSchema = z.object({ release: z.string() })

/** How the live site is asked. */
export interface Verifying {
  /** How long a deployment may take to arrive. */
  readonly patienceMilliseconds: number
  /** Told why the site is not yet as it is to be, each time that this is another reason. */
  readonly onWaiting?: (reason: string) => void
}

/**
 * Asks a live site until it serves a release, and the main feed in each form as the release has it. Resolves to nothing, or to why it
 * does not, once the patience is at its end.
 */
export async function verifyLive(
  served: () => ServedRelease,
  verifying: Verifying,
): Promise<string | undefined> {
  const { patienceMilliseconds, onWaiting = () => {} } = verifying
  const deadline = performance.now() + patienceMilliseconds
  let told: string | undefined
  for (;;) {
    const reason = await findDifference(served())
    if (reason === undefined || performance.now() >= deadline) return reason
    if (reason !== told) onWaiting(reason)
    told = reason
    await pause(PAUSE_MILLISECONDS)
  }
}

async function findDifference(served: ServedRelease): Promise<string | undefined> {
  const { siteUrl, id } = served.release
  const address = `${siteUrl}/release.json`
  const answer = await ask(address)
  if (typeof answer === 'string') return answer
  const found = releaseSchema.safeParse(await answer.json().catch(() => undefined)).data?.release
  if (found === undefined) return `${address} is not answered by this Worker`
  if (found !== id) return `${siteUrl} still serves release ${found}, not ${id}`
  for (const [url, tag] of await readTags(served, FEED_STEM)) {
    const feed = await ask(url)
    if (typeof feed === 'string') return feed
    await feed.body?.cancel()
    const sent = feed.headers.get('ETag')
    // Whoever compresses on the way makes a tag weak, or strong (RFC 9110 §8.8.3.2 compares without).
    if (sent?.replace(/^W\//, '') !== `"${tag}"`) return `${url} has the ETag ${sent}, not "${tag}"`
  }
  return undefined
}

/** The answer to a GET that no cache gives, or why there is none that could be used. */
async function ask(url: string): Promise<Response | string> {
  try {
    const response = await fetch(url, {
      headers: { 'Cache-Control': 'no-cache', 'User-Agent': 'Strillone (deploy)' },
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    })
    if (response.ok) return response
    await response.body?.cancel()
    return `${url} answers ${response.status}`
  } catch (cause) {
    const { message } =
      cause instanceof Error && cause.cause instanceof Error ? cause.cause : Error(String(cause))
    return `${url} cannot be asked: ${message}`
  }
}
