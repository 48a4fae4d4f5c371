import type { Resource } from '../model/resource.ts'

/** What a representation and a resource weigh beside their bodies: their names, types and validators. */
const OVERHEAD_BYTES = 128

/** About how many bytes a resource takes in a pack. */
export function weighResource(resource: Resource): number {
  if (resource.kind !== 'content') return OVERHEAD_BYTES
  return resource.representations.reduce(
    (sum, { body }) => sum + body.length + OVERHEAD_BYTES,
    OVERHEAD_BYTES,
  )
}
