import type { Instant } from '../model/instant.ts'
import type { Resource, Stem } from '../model/resource.ts'

/**
 * Where a resource goes on from a moment on. No request can ask for it: the path of every URL begins with a slash.
 */
export function continuationStem(stem: Stem, from: Instant): Stem {
  return `${from}${stem}` as Stem
}

/** From which of its later moments on a resource is to be looked for elsewhere, if it is. */
export function continuedFrom({ later }: Resource, now: Instant): Instant | undefined {
  return later.findLast((from) => from <= now)
}
