import { embeddedStore, type PackStore } from '../../edge/packs/pack-store.ts'
import { type Instant, instant } from '../../model/instant.ts'
import { DEFAULT_OUT } from '../cli/project.ts'
import { readPackFile } from '../files/pack-folder.ts'
import type { ServedRelease } from '../live/changed-feeds.ts'
import type { Account } from './account.ts'
import type { DeployableRelease } from './built-release.ts'
import { listVersions, readVersion } from './deployed-versions.ts'

/**
 * What an earlier version of a Worker served at the moment of its upload. Resolves to undefined if Cloudflare no longer has
 * it, or if its release cannot be read. `packs` is the store of its packs.
 */
export async function serveVersion(
  account: Account,
  worker: string,
  version: string,
  packs: PackStore,
): Promise<ServedRelease | undefined> {
  const known = (await listVersions(account, worker)).find(({ id }) => id === version)
  if (known === undefined) return undefined
  try {
    const deployed = await readVersion(account, worker, version)
    return deployed && serve(deployed, packs, instant(known.created))
  } catch (cause) {
    // Another version of Strillone made it, in a format of its own.
    if (cause instanceof RangeError) return undefined
    throw cause
  }
}

/** The built release, as it would be served at a given moment. */
export function serveBuilt(built: DeployableRelease, at: Instant): ServedRelease {
  return serve(built, { read: (key) => readPackFile(DEFAULT_OUT, key) }, at)
}

function serve({ release, embedded }: DeployableRelease, behind: PackStore, at: Instant): ServedRelease {
  return { release, store: embeddedStore(embedded, behind), at }
}
