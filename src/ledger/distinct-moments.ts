import { type Instant, instant, LAST_INSTANT } from '../model/instant.ts'

/** The moment that an article should get. */
export interface WantedMoment {
  /** Identifies the article. */
  readonly key: string
  readonly moment: Instant
}

/**
 * Gives each key a moment of its own. Validators and some readers treat two entries with the same moment as a mistake. The
 * `kept` moments stay; if two are the same, only the first one stays. Each other key gets the first free millisecond from
 * its wanted moment on, up to the end of time. Of keys with the same wanted moment, the first goes first.
 */
export function distinctMoments(
  kept: readonly WantedMoment[],
  wanted: readonly WantedMoment[],
): ReadonlyMap<string, Instant> {
  const moments = new Map<string, Instant>()
  const taken = new Set<number>()
  const late: WantedMoment[] = []
  for (const { key, moment } of kept) {
    if (taken.has(moment)) late.push({ key, moment })
    else moments.set(key, moment)
    taken.add(moment)
  }
  let last = Number.NEGATIVE_INFINITY
  for (const { key, moment } of [...late, ...wanted].sort((a, b) => a.moment - b.moment)) {
    let free = Math.max(moment, last + 1)
    while (taken.has(free)) free += 1
    last = Math.min(free, LAST_INSTANT)
    moments.set(key, instant(last))
  }
  return moments
}
