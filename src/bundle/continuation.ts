import type { Instant } from '../model/instant.ts'
import type { Resource } from '../model/resource.ts'

/** Returns the latest moment up to now from which another stem holds the resource. Undefined if this one still does. */
export function continuedFrom({ later }: Resource, now: Instant): Instant | undefined {
  return later.findLast((from) => from <= now)
}
