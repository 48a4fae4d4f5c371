import { embeddedStore, type PackStore } from '../../edge/packs/pack-store.ts'
import { type Instant, instant } from '../../model/instant.ts'
import { DEFAULT_OUT } from '../cli/project.ts'
import { readPackFile } from '../files/pack-folder.ts'
import type { ServedRelease } from '../live/changed-feeds.ts'
import type { Account } from './account.ts'
import type { DeployableRelease } from './built-release.ts'
import { listVersions, readVersion } from './deployed-versions.ts'

/** What a version of a Worker serves, as it was when it was uploaded; nothing where that is no release that can be read. */
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
    // A format of an earlier or a later time.
    if (cause instanceof RangeError) return undefined
    throw cause
  }
}

/** The release that is built, as it would be served at a moment. */
export function serveBuilt(built: DeployableRelease, at: Instant): ServedRelease {
  return serve(built, { read: (key) => readPackFile(DEFAULT_OUT, key) }, at)
}

function serve({ release, embedded }: DeployableRelease, behind: PackStore, at: Instant): ServedRelease {
  return { release, store: embeddedStore(embedded, behind), at }
}
