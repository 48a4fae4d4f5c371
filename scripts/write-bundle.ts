import { lstatSync, renameSync, rmSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bundle, KnownPack, PackSink, ReleasedBundle } from '../src/bundle/bundle.ts'
import { encodeEmbedded } from '../src/bundle/embedded-codec.ts'
import type { PackKey } from '../src/model/pack.ts'
import { UsageError } from './command-line.ts'
import { describeRefusal } from './describe-refusal.ts'
import { makePackFolder, packFolder, removeOtherPacks } from './pack-folder.ts'
import { type StagedFile, stageFile } from './staged-file.ts'
import { writeToDisk } from './write-to-disk.ts'

/** Put in its place last: where it stands, the rest does too. */
const RELEASE = 'release.bin'

/**
 * Writes a bundle into a folder: its packs, a file each, as they are made, then `hot.bin` and `release.bin` for the Worker.
 * All of it is written before anything is put in its place, so that what stood there before stays where something cannot
 * be written. Files that are no part of a bundle stay. All of it throws a UsageError where the system refuses.
 */
export class BundleWriter {
  readonly #directory: string
  readonly #written = new Set<PackKey>()

  constructor(directory: string) {
    this.#directory = directory
  }

  /** Whether the folder has a pack already: a file of that name and length is the pack, nothing else has its name. */
  readonly has = ({ key, size }: KnownPack): boolean => {
    return lstatSync(join(packFolder(this.#directory), key), { throwIfNoEntry: false })?.size === size
  }

  /** Writes a pack, unless the folder has it. */
  readonly pack: PackSink = ({ key, bytes }) => {
    try {
      if (this.has({ key, size: bytes.length })) return
      makePackFolder(this.#directory)
      this.#written.add(key)
      writeToDisk(this.#partOf(key), bytes)
    } catch (cause) {
      throw cause instanceof UsageError ? cause : refusal(this.#directory, cause)
    }
  }

  /**
   * Puts everything in its place. `stageFirst` writes what must be in its place before any of it is; what that and its
   * commit reject with comes through.
   */
  async finish(bundle: ReleasedBundle, stageFirst?: () => Promise<StagedFile>): Promise<void> {
    const directory = this.#directory
    const staged: StagedFile[] = []
    try {
      if (stageFirst) staged.push(await stageFirst())
      makePackFolder(directory)
      staged.push({ commit: async () => this.#putPacks(bundle), discard: async () => {} })
      staged.push(await stageFile(join(directory, 'hot.bin'), encodeEmbedded(bundle.embedded)))
      staged.push(await stageFile(join(directory, RELEASE), bundle.release))
      for (const file of staged) await file.commit()
      await removeOtherPacks(directory, bundle.sizes)
      this.#assertThere(bundle)
    } catch (cause) {
      throw cause instanceof UsageError ? cause : refusal(directory, cause)
    } finally {
      for (const file of staged) await file.discard()
      this.discard()
    }
  }

  /** Takes away what was written and is not in its place. */
  discard(): void {
    for (const key of this.#written) rmSync(this.#partOf(key), { force: true })
  }

  #putPacks(bundle: ReleasedBundle): void {
    for (const key of this.#written) renameSync(this.#partOf(key), join(packFolder(this.#directory), key))
    this.#assertThere(bundle)
  }

  /** A pack that was there may be gone: whoever builds something else into the folder takes away what that does not need. */
  #assertThere({ sizes }: ReleasedBundle): void {
    if ([...sizes].every(([key, size]) => this.has({ key, size }))) return
    throw new UsageError(`Another build writes to ${this.#directory} at the same time. Build again`)
  }

  #partOf(key: PackKey): string {
    return join(packFolder(this.#directory), `.${key}.part`)
  }
}

/** Writes a whole bundle, likewise. */
export async function writeBundle(
  { packs, release, embedded }: Bundle,
  directory: string,
  stageFirst?: () => Promise<StagedFile>,
): Promise<void> {
  const writer = new BundleWriter(directory)
  const sizes = new Map(packs.map(({ key, bytes }) => [key, bytes.length]))
  try {
    for (const pack of packs) writer.pack(pack)
    await writer.finish({ release, embedded, sizes }, stageFirst)
  } finally {
    writer.discard()
  }
}

/** Whether a folder holds a bundle that was written whole. */
export async function holdsBundle(directory: string): Promise<boolean> {
  return access(join(directory, RELEASE)).then(
    () => true,
    () => false,
  )
}

function refusal(directory: string, cause: unknown): UsageError {
  return new UsageError(
    `Cannot write to ${directory}: ${describeRefusal(cause)}. Name a folder with --out DIR`,
    { cause },
  )
}
