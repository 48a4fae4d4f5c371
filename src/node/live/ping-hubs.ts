import { setTimeout as pause } from 'node:timers/promises'
import { parseHttpDate } from '../../edge/http/http-date.ts'
import type { Instant } from '../../model/instant.ts'
import { readNow } from '../cli/read-moment.ts'
import { mapConcurrently } from '../files/map-concurrently.ts'
import { type PingOutcome, sendPing } from './send-ping.ts'

/** How often a hub is told of one topic until it is given up. */
const TRIES = 5

/** How many topics a hub is told of at a time: it fetches each of them, and from us. */
const CONCURRENCY = 4

const PAUSE_MILLISECONDS = 1_000
const TIMEOUT_MILLISECONDS = 15_000

/** A hub that was not told of a topic. */
export interface UntoldHub {
  readonly hub: string
  readonly topic: string
  /** Completes "The hub …": `answers 400: no such topic`. */
  readonly reason: string
}

/** How hubs are told. */
export interface PingOptions {
  /** The first pause before a hub is told again; each further one is twice as long. More, where the hub asks for more. */
  readonly pauseMilliseconds?: number
  /** How long a hub has for its answer. */
  readonly timeoutMilliseconds?: number
  readonly onTold?: (hub: string, topic: string) => void
  /** Told of what is to be tried again, and after how long. */
  readonly onRetry?: (untold: UntoldHub, waitMilliseconds: number) => void
}

/**
 * Tells each hub that each topic has changed (WebSub §6), the hubs side by side, so that none waits for another. To be
 * called once the topics are served as they are now: a hub fetches them at once, and distributes nothing where it finds
 * the old bytes. Resolves to what was not told, after all tries. Never rejects.
 */
export async function pingHubs(
  hubs: readonly string[],
  topics: readonly string[],
  options: PingOptions = {},
): Promise<readonly UntoldHub[]> {
  const untold = await Promise.all(
    [...new Set(hubs)].map((hub) => pingHub(hub, [...new Set(topics)], options)),
  )
  return untold.flat()
}

async function pingHub(
  hub: string,
  topics: readonly string[],
  options: PingOptions,
): Promise<readonly UntoldHub[]> {
  // Hundreds of feeds can change at once. With a hub on which all tries were spent, each further topic is tried once, until
  // one is taken; a hub that did not even answer is not asked again.
  let tries = TRIES
  let silence = ''
  const results = await mapConcurrently(topics, CONCURRENCY, async (topic): Promise<readonly UntoldHub[]> => {
    if (tries === 0) return [{ hub, topic, reason: silence }]
    const spent = tries
    const outcome = await pingUntilTaken(hub, topic, tries, options)
    if (outcome.kind === 'told') {
      tries = TRIES
      options.onTold?.(hub, topic)
      return []
    }
    if (outcome.kind === 'failing') tries = 1
    if (outcome.kind === 'silent' && spent === TRIES) {
      tries = 0
      silence = outcome.reason
    }
    return [{ hub, topic, reason: outcome.reason }]
  })
  return results.flat()
}

/** Tells a hub of a topic until it takes or refuses it, so many times at most. */
async function pingUntilTaken(
  hub: string,
  topic: string,
  tries: number,
  {
    pauseMilliseconds = PAUSE_MILLISECONDS,
    timeoutMilliseconds = TIMEOUT_MILLISECONDS,
    onRetry,
  }: PingOptions,
): Promise<PingOutcome> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await sendPing(hub, topic, timeoutMilliseconds)
    if (outcome.kind === 'told' || outcome.kind === 'refused' || attempt >= tries) return outcome
    const asked = outcome.kind === 'failing' ? parseRetryAfter(outcome.retryAfter, readNow()) : 0
    const wait = Math.max(asked, pauseMilliseconds * 2 ** (attempt - 1))
    onRetry?.({ hub, topic, reason: outcome.reason }, wait)
    await pause(wait)
  }
}

/** Nobody watches a deployment for longer than this because of one header. */
const MOST_MILLISECONDS = 60_000

/**
 * How long a `Retry-After` asks to wait, in milliseconds: it is of seconds, or a date (RFC 9110 §10.2.3). A minute at the
 * most; 0 where it is not sent, is neither, or has passed.
 */
export function parseRetryAfter(header: string | null, now: Instant): number {
  const date = parseHttpDate(header)
  const asked = date === undefined ? Number(/^\d+$/.exec(header ?? '')?.[0] ?? 0) * 1000 : date - now
  return Math.min(Math.max(asked, 0), MOST_MILLISECONDS)
}
