import { setTimeout as pause } from 'node:timers/promises'
import { parseHttpDate } from '../../edge/http/http-date.ts'
import type { Instant } from '../../model/instant.ts'
import { readNow } from '../cli/read-moment.ts'
import { mapConcurrently } from '../files/map-concurrently.ts'
import { type PingOutcome, sendPing } from './send-ping.ts'

/** How often a hub gets the ping for a topic before it is given up. */
const TRIES = 5

/** Pings at a time for one hub. The hub then fetches each topic from our server. */
const CONCURRENCY = 4

const PAUSE_MILLISECONDS = 1_000
const TIMEOUT_MILLISECONDS = 15_000

/** A topic for which a hub did not accept the ping. */
export interface UntoldHub {
  readonly hub: string
  readonly topic: string
  /** Completes "The hub …": `answers 400: no such topic`. */
  readonly reason: string
}

/** How to ping hubs. */
export interface PingOptions {
  /** The first pause before another attempt. Each further one is twice as long, or longer if the hub asks for that. */
  readonly pauseMilliseconds?: number
  /** How long to wait for an answer. */
  readonly timeoutMilliseconds?: number
  readonly onTold?: (hub: string, topic: string) => void
  /** Called before another attempt, with the time until then. */
  readonly onRetry?: (untold: UntoldHub, waitMilliseconds: number) => void
}

/**
 * Pings each hub for each topic that has changed (WebSub §6). The hubs do not wait for one another. Call it when the topics
 * are served in their new form: a hub fetches them at once, and distributes nothing if it finds the old bytes. Resolves to
 * the pings that failed after all attempts. Never rejects.
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
  // Hundreds of feeds can change at once. If a hub failed all attempts for one topic, it gets a single attempt for each
  // further topic, until one succeeds. If it did not even answer, it gets no more.
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

/** Pings a hub for a topic until it accepts or refuses the ping, with a limited number of attempts. */
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

/** The longest pause. A user is waiting for the deployment to end. */
const MOST_MILLISECONDS = 60_000

/**
 * Parses a `Retry-After`: seconds, or a date (RFC 9110 §10.2.3). Gives milliseconds, at most a minute. Gives 0 if the
 * header is absent, invalid, or in the past.
 */
export function parseRetryAfter(header: string | null, now: Instant): number {
  const date = parseHttpDate(header)
  const asked = date === undefined ? Number(/^\d+$/.exec(header ?? '')?.[0] ?? 0) * 1000 : date - now
  return Math.min(Math.max(asked, 0), MOST_MILLISECONDS)
}
