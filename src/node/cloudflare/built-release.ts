import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeAnyRelease } from '../../bundle/earlier-release.ts'
import { decodeEmbedded } from '../../bundle/embedded-codec.ts'
import { type CarriedLedger, decodeLedgerModule } from '../../bundle/ledger-module.ts'
import { decodeRelease } from '../../bundle/release-codec.ts'
import type { PackKey } from '../../model/pack.ts'
import type { Release } from '../../model/release.ts'
import { UsageError } from '../cli/command-line.ts'
import { isLocalBundle } from '../files/local-bundle.ts'

/** A release, and the packs that are part of the Worker itself. */
export interface DeployableRelease {
  readonly release: Release
  readonly embedded: ReadonlyMap<PackKey, Uint8Array>
  /** The ledger that the version carries. Absent in a preview, and in versions that an older Strillone has deployed. */
  readonly ledger?: CarriedLedger
}

/**
 * Reads the release in the folder of a bundle. Throws a UsageError if the folder has none, or if the bundle must not be
 * deployed.
 */
export async function readBuiltRelease(directory: string): Promise<DeployableRelease> {
  if (isLocalBundle(directory))
    throw new UsageError(`What is in ${directory} was built for this machine only. Run npm run build`)
  try {
    const read = (name: string) => readFile(join(directory, name))
    // Only the current format: the Worker in the same folder reads no other.
    const built = {
      release: decodeRelease(await read('release.bin')),
      embedded: decodeEmbedded(await read('hot.bin')),
    }
    const { release, ledger } = decodeLedgerModule(await read('ledger.bin'))
    const isMixed = !built.embedded.has(built.release.hotPack) || release !== built.release.id
    if (isMixed) throw new UsageError(renderMixed(directory))
    return { ...built, ...(ledger && { ledger }) }
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
    throw new UsageError(`There is no bundle in ${directory}. Run npm run build`, { cause })
  }
}

function renderMixed(directory: string): string {
  const told = `release.bin, hot.bin and ledger.bin in ${directory} are of two builds: one was killed, or two wrote there at the same time`
  return `${told}. Run npm run build`
}

/**
 * Decodes the two modules of a deployed Worker that hold a release, also of the format before this one. Throws a
 * RangeError if they do not hold one.
 */
export function decodeDeployable(release: Uint8Array, embedded: Uint8Array): DeployableRelease {
  return { release: decodeAnyRelease(release), embedded: decodeEmbedded(embedded) }
}

/**
 * Lists what a release reads from the store, without duplicates: its packs in the order of the release, and its ledger if
 * that is too large for the Worker.
 */
export function storedPacks({ release, embedded, ledger }: DeployableRelease): readonly PackKey[] {
  const large = ledger !== undefined && ledger.bytes === undefined ? [ledger.key] : []
  return [...release.packs.list().filter((key) => !embedded.has(key)), ...large]
}
