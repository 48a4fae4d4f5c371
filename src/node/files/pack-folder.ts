import { lstatSync, mkdirSync } from 'node:fs'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackKey } from '../../model/pack.ts'
import { isPackKey } from '../../model/pack.ts'
import { UsageError } from '../cli/command-line.ts'
import { isAbandoned, isOwnFile } from './own-file.ts'

/** The folder of a bundle's packs. Each pack is a file, named by its key. */
export function packFolder(directory: string): string {
  return join(directory, 'packs')
}

/**
 * Makes the folder of packs if there is none. Throws a UsageError if it is a link, because other files behind it would be
 * deleted, and the errors of the system.
 */
export function makePackFolder(directory: string): void {
  const folder = packFolder(directory)
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new UsageError(
      `${folder} is a link, and nothing is written through it. Name another folder with --out DIR`,
    )
  mkdirSync(folder, { recursive: true })
}

/** Deletes all files in the folder of packs, except the packs of the bundle and the files that another build is writing. */
export async function removeOtherPacks(
  directory: string,
  packs: ReadonlyMap<PackKey, unknown>,
): Promise<void> {
  const keys = new Set<string>(packs.keys())
  const others = (await readdir(packFolder(directory))).filter((name) => !keys.has(name))
  for (const name of others) {
    const path = join(packFolder(directory), name)
    if (isOwnFile(path) && !(await isAbandoned(path))) continue
    await rm(path, { recursive: true, force: true })
  }
}

/** Lists the keys of the packs in a bundle's folder, sorted. The list is empty if there is no such folder. */
export async function listPackKeys(directory: string): Promise<readonly PackKey[]> {
  const names = await readdir(packFolder(directory)).catch((): string[] => [])
  return names.filter(isPackKey).sort()
}

/** The total size of packs in a bundle's folder, in bytes. */
export async function sumPackBytes(directory: string, keys: readonly PackKey[]): Promise<number> {
  const sizes = await Promise.all(
    keys.map(async (key) => (await stat(join(packFolder(directory), key))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Reads a pack of the bundle in a folder. Rejects if it is not there. */
export function readPackFile(directory: string, key: PackKey): Promise<Uint8Array> {
  return readFile(join(packFolder(directory), key))
}
