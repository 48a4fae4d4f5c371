import type { Instant } from '../model/instant.ts'
import type { Resource, Stem } from '../model/resource.ts'
import type { Snapshot } from './bundle.ts'
import { weighResource } from './resource-weight.ts'

/**
 * The resources of the first state that ride inside the Worker: in the order of `stems`, as many as fit in `limit`
 * bytes. One that does not fit is passed over, and the next tried.
 */
export function chooseHotResources(
  snapshots: readonly Snapshot[],
  stems: readonly Stem[],
  limit: number,
): readonly Resource[] {
  const resources = byStem(snapshots[0])
  const chosen: Resource[] = []
  let weight = 0
  for (const stem of stems) {
    const resource = resources.get(stem)
    if (resource === undefined || weight + weighResource(resource) > limit) continue
    chosen.push(resource)
    weight += weighResource(resource)
  }
  return chosen
}

/** For each hot resource that a later state changes or no longer has, the first such moment. */
export function findHotUntil(
  snapshots: readonly Snapshot[],
  hot: readonly Resource[],
): ReadonlyMap<Stem, Instant> {
  const until = new Map<Stem, Instant>()
  for (const snapshot of snapshots.slice(1)) {
    const resources = byStem(snapshot)
    for (const resource of hot) {
      if (!until.has(resource.stem) && !isSameResource(resource, resources.get(resource.stem))) {
        until.set(resource.stem, snapshot.from)
      }
    }
  }
  return until
}

function byStem(snapshot: Snapshot | undefined): ReadonlyMap<Stem, Resource> {
  return new Map((snapshot?.resources ?? []).map((resource) => [resource.stem, resource]))
}

/** Whether a client could not tell the two apart: the same forms with the same validators. */
function isSameResource(a: Resource, b: Resource | undefined): boolean {
  if (a === b) return true
  if (a.kind !== 'content' || b?.kind !== 'content') return false
  return describe(a) === describe(b)
}

function describe(resource: Extract<Resource, { kind: 'content' }>): string {
  return resource.representations
    .map(({ form, etag, lastModified }) => `${form} ${etag} ${lastModified}`)
    .join('\n')
}
