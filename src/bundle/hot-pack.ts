import type { BytesOrRef } from '../model/blob.ts'
import { EPOCH } from '../model/instant.ts'
import type { Resource, Stem } from '../model/resource.ts'
import { weighResource } from './resource-weight.ts'

/**
 * Copies the first version of resources for the pack inside the Worker: in the order of `stems`, as many as fit in
 * `limit` bytes. A resource that does not fit is skipped, and the next is tried. A copy holds until the resource
 * changes.
 */
export function copyHotResources<Piece extends BytesOrRef>(
  resources: readonly Resource<Piece>[],
  stems: readonly Stem[],
  limit: number,
): readonly Resource<Piece>[] {
  const byStem = new Map(resources.map((resource) => [resource.stem, resource]))
  const copies: Resource<Piece>[] = []
  let weight = 0
  for (const stem of stems) {
    const copy = copyFirst(byStem.get(stem))
    if (copy === undefined || weight + weighResource(copy) > limit) continue
    copies.push(copy)
    weight += weighResource(copy)
  }
  return copies
}

function copyFirst<Piece>(resource: Resource<Piece> | undefined): Resource<Piece> | undefined {
  const [first, second] = resource?.versions ?? []
  // A resource that is not shown yet is only in its own pack.
  if (resource === undefined || first === undefined || first.from > EPOCH) return undefined
  return {
    stem: resource.stem,
    versions: [first],
    later: second === undefined ? resource.later.slice(0, 1) : [second.from],
  }
}
