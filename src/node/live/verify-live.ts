import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { ADDRESSES } from '../../model/addresses.ts'
import { describeFailure } from '../files/describe-failure.ts'
import { readTags, type ServedRelease } from './changed-feeds.ts'

const PAUSE_MILLISECONDS = 1_000
const TIMEOUT_MILLISECONDS = 15_000

const releaseSchema = z.object({ release: z.string() })

/** How to check the live site. */
export interface VerifyOptions {
  /** How long to wait for the deployment. */
  readonly patienceMilliseconds: number
  /** Called with the reason why the site is not as expected, whenever the reason changes. */
  readonly onWaiting?: (reason: string) => void
}

/**
 * Requests a live site until it serves a release, and the main feed of that release in each format. Resolves to undefined,
 * or to the reason why it still does not when the time is over. Rejects if a pack of the release cannot be read.
 */
export async function verifyLive(
  served: () => ServedRelease,
  options: VerifyOptions,
): Promise<string | undefined> {
  const { patienceMilliseconds, onWaiting = () => {} } = options
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
  const found = releaseSchema.safeParse(await readJson(answer)).data?.release
  if (found === undefined) return `${address} is not answered by this Worker`
  if (found !== id) return `${siteUrl} still serves release ${found}, not ${id}`
  for (const [url, tag] of await readTags(served, ADDRESSES.feed.stem)) {
    const feed = await ask(url)
    if (typeof feed === 'string') return feed
    await feed.body?.cancel()
    const sent = feed.headers.get('ETag')
    // A proxy that compresses may make a strong tag weak. The weak comparison ignores that (RFC 9110 §8.8.3.2).
    if (sent?.replace(/^W\//, '') !== `"${tag}"`) return `${url} has the ETag ${sent}, not "${tag}"`
  }
  return undefined
}

/** Bytes. Our own answer has fifty, but another server may send any number. */
const MOST_BYTES = 10_000

/** Parses an answer as JSON. Resolves to undefined if it is not JSON, or too large. */
async function readJson(answer: Response): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of answer.body ?? []) {
      const bytes: Uint8Array = chunk
      length += bytes.length
      if (length > MOST_BYTES) return undefined
      chunks.push(bytes)
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    // An interrupted answer, or not JSON.
    return undefined
  }
}

/** Sends a GET that no cache may answer. Resolves to the answer, or to the reason why there is none. */
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
    return `${url} cannot be asked: ${describeFailure(cause)}`
  }
}
