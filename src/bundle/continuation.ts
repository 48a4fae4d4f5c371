import type { Instant } from '../model/instant.ts'
import type { Resource } from '../model/resource.ts'

/** From which of its later moments on a resource is to be looked for elsewhere, if it is. */
export function continuedFrom({ later }: Resource, now: Instant): Instant | undefined {
  return later.findLast((from) => from <= now)
}
