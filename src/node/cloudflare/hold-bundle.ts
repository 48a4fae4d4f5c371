import { UsageError } from '../cli/command-line.ts'
import { DEFAULT_OUT } from '../cli/project.ts'
import { claimBundle } from '../files/write-bundle.ts'
import { type DeployableRelease, readBuiltRelease } from './built-release.ts'

/**
 * Calls `use` while no build can replace the bundle: its packs are read one by one, and wrangler reads its release from two
 * files. Rejects as `use` does, and with a UsageError if another release is built by now or is being written.
 */
export async function holdBundle<T>(built: DeployableRelease, use: () => Promise<T>): Promise<T> {
  const claim = await claimBundle(DEFAULT_OUT)
  try {
    await assertStillBuilt(built)
    return await use()
  } finally {
    await claim.release()
  }
}

/** Throws a UsageError if another release is built by now. Older versions of the build do not wait for a claim. */
export async function assertStillBuilt({ release }: DeployableRelease): Promise<void> {
  const { id } = (await readBuiltRelease(DEFAULT_OUT)).release
  if (id === release.id) return
  throw new UsageError(
    `Something else was built into ${DEFAULT_OUT} meanwhile. Nothing is uploaded. Run this again`,
  )
}
