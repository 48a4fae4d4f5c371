import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeAnyRelease } from '../../bundle/earlier-release.ts'
import { decodeEmbedded } from '../../bundle/embedded-codec.ts'
import { decodeRelease } from '../../bundle/release-codec.ts'
import type { PackKey } from '../../model/pack.ts'
import type { Release } from '../../model/release.ts'
import { UsageError } from '../cli/command-line.ts'
import { isLocalBundle } from '../files/local-bundle.ts'

/** A release, and the packs that are part of the Worker itself. */
export interface DeployableRelease {
  readonly release: Release
  readonly embedded: ReadonlyMap<PackKey, Uint8Array>
}

/**
 * Reads the release in the folder of a bundle. Throws a UsageError if the folder has none, or if the bundle must not be
 * deployed.
 */
export async function readBuiltRelease(directory: string): Promise<DeployableRelease> {
  if (isLocalBundle(directory))
    throw new UsageError(`What is in ${directory} was built for this machine only. Run npm run build`)
  try {
    const [release, embedded] = await Promise.all(
      ['release.bin', 'hot.bin'].map((name) => readFile(join(directory, name))),
    )
    if (release === undefined || embedded === undefined) throw new RangeError('Two files were read')
    // Only the format that the Worker beside it reads.
    const built = { release: decodeRelease(release), embedded: decodeEmbedded(embedded) }
    if (!built.embedded.has(built.release.hotPack)) throw new UsageError(renderMixed(directory))
    return built
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
    throw new UsageError(`There is no bundle in ${directory}. Run npm run build`, { cause })
  }
}

function renderMixed(directory: string): string {
  const told = `release.bin and hot.bin in ${directory} are of two builds: one was killed, or two wrote there at the same time`
  return `${told}. Run npm run build`
}

/**
 * Decodes the two modules of a deployed Worker that hold a release, also of the format before this one. Throws a
 * RangeError if they do not hold one.
 */
export function decodeDeployable(release: Uint8Array, embedded: Uint8Array): DeployableRelease {
  return { release: decodeAnyRelease(release), embedded: decodeEmbedded(embedded) }
}

/** The packs that a release reads from the store: each once. */
export function storedPacks({ release, embedded }: DeployableRelease): readonly PackKey[] {
  return release.packs.list().filter((key) => !embedded.has(key))
}
