import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { ADDRESSES } from '../../model/addresses.ts'
import { describeFailure } from '../files/describe-failure.ts'
import { readTags, type ServedRelease } from './changed-feeds.ts'

const PAUSE_MILLISECONDS = 1_000
const TIMEOUT_MILLISECONDS = 15_000

const releaseSchema = z.object({ release: z.string() })

/** How the live site is asked. */
export interface VerifyOptions {
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
    // Whoever compresses on the way makes a tag weak, or strong (RFC 9110 §8.8.3.2 compares without).
    if (sent?.replace(/^W\//, '') !== `"${tag}"`) return `${url} has the ETag ${sent}, not "${tag}"`
  }
  return undefined
}

/** Bytes: ours has fifty. Whatever else is at the address may be of any size. */
const MOST_BYTES = 10_000

/** What an answer says in JSON; undefined where it says nothing in JSON, or too much. */
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
    // What is broken off or no JSON says nothing.
    return undefined
  }
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
    return `${url} cannot be asked: ${describeFailure(cause)}`
  }
}
