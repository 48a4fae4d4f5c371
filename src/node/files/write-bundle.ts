import { closeSync, constants, lstatSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bundle, KnownPack, PackSink } from '../../bundle/bundle.ts'
import { encodeEmbedded } from '../../bundle/embedded-codec.ts'
import type { PackKey } from '../../model/pack.ts'
import { UsageError } from '../cli/command-line.ts'
import { type Claim, claimPlace } from './claim-place.ts'
import { describeRefusal } from './describe-failure.ts'
import { isLocalBundle, removeLocalMark, removeMarkedBundle, stageLocalMark } from './local-bundle.ts'
import { ownPath } from './own-file.ts'
import { makePackFolder, packFolder, removeOtherPacks } from './pack-folder.ts'
import { hasCode, renderTakenAway, type StagedFile, stageFile } from './staged-file.ts'

/** Put in its place last: where it stands, the rest does too. */
const RELEASE = 'release.bin'

/**
 * Writes a bundle into a folder: its packs, a file each, as they are made, then `hot.bin` and `release.bin` for the Worker.
 * All of it is written before anything is put in its place, so that what stood there before stays where something cannot
 * be written. It is alone in the folder while it puts things in their places, so of two builds at once the folder has the
 * one or the other. Files that are no part of a bundle stay. All of it throws a UsageError where the system refuses.
 */
export class BundleWriter implements PackSink {
  readonly #directory: string
  readonly #isLocal: boolean
  /** Where packs were written beside their places. */
  readonly #written = new Map<PackKey, string>()

  /** What does not leave this machine bears a mark. */
  constructor(directory: string, isLocal = false) {
    this.#directory = directory
    this.#isLocal = isLocal
  }

  /** Whether the folder has a pack already: a file of that name and length is the pack, nothing else has its name. */
  readonly has = ({ key, size }: KnownPack): boolean => {
    return lstatSync(join(packFolder(this.#directory), key), { throwIfNoEntry: false })?.size === size
  }

  /** Writes a pack, unless the folder has it. */
  readonly put: PackSink['put'] = ({ key, bytes }) => {
    try {
      if (this.has({ key, size: bytes.length })) return
      makePackFolder(this.#directory)
      const part = ownPath(join(packFolder(this.#directory), key), 'part')
      this.#written.set(key, part)
      writeToDisk(part, bytes)
    } catch (cause) {
      throw cause instanceof UsageError ? cause : refusal(this.#directory, cause)
    }
  }

  /**
   * Puts everything in its place. `stageFirst` writes what must be in its place before any of it is; what that and its
   * commit reject with comes through. Throws a UsageError where another build does so at the same time.
   */
  async finish(bundle: Bundle, stageFirst?: () => Promise<StagedFile>): Promise<void> {
    const directory = this.#directory
    const staged: StagedFile[] = []
    try {
      if (stageFirst) staged.push(await stageFirst())
      makePackFolder(directory)
      if (this.#isLocal) staged.push(await stageLocalMark(directory))
      staged.push({ commit: async () => this.#putPacks(), discard: async () => {} })
      staged.push(await stageFile(join(directory, 'hot.bin'), encodeEmbedded(bundle.embedded)))
      staged.push(await stageFile(join(directory, RELEASE), bundle.release))
      const claim = await claimBundle(directory)
      try {
        this.#assertComplete(bundle)
        for (const file of staged) await file.commit()
        await removeOtherPacks(directory, bundle.sizes)
        if (!this.#isLocal) await removeLocalMark(directory)
      } finally {
        await claim.release()
      }
    } catch (cause) {
      throw cause instanceof UsageError ? cause : refusal(directory, cause)
    } finally {
      for (const file of staged) await file.discard()
      this.discard()
    }
  }

  /** Takes away what was written and is not in its place. */
  discard(): void {
    for (const part of this.#written.values()) rmSync(part, { force: true })
  }

  #putPacks(): void {
    try {
      for (const [key, part] of this.#written) renameSync(part, join(packFolder(this.#directory), key))
    } catch (cause) {
      if (!hasCode(cause, 'ENOENT')) throw cause
      throw new UsageError(renderTakenAway(packFolder(this.#directory)), { cause })
    }
  }

  /** A pack that was there may be gone: whoever builds something else into the folder takes away what that does not need. */
  #assertComplete({ sizes }: Bundle): void {
    const isThere = (key: PackKey, size: number) => {
      const part = this.#written.get(key)
      const written = part === undefined ? undefined : lstatSync(part, { throwIfNoEntry: false })
      return written?.size === size || this.has({ key, size })
    }
    if ([...sizes].every(([key, size]) => isThere(key, size))) return
    throw new UsageError(`Another build has written to ${this.#directory} since this one began. Build again`)
  }
}

/** The right to be alone with the bundle in a folder, so that it stays what it is. Throws as claimPlace does. */
export function claimBundle(directory: string): Promise<Claim> {
  return claimPlace(join(directory, RELEASE), directory)
}

/**
 * Takes a bundle away that is for this machine only, so that nothing deploys it where the build that would replace it does not
 * succeed. Resolves to whether there was one. Throws a UsageError where the system refuses, and as claimPlace does.
 */
export async function removeLocalBundle(directory: string): Promise<boolean> {
  if (!isLocalBundle(directory)) return false
  try {
    const claim = await claimBundle(directory)
    await removeMarkedBundle(directory).finally(claim.release)
    return true
  } catch (cause) {
    throw cause instanceof UsageError ? cause : refusal(directory, cause)
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

/** As a file is opened that is written anew, where each write waits for the disk. */
const WAITING = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_SYNC

/** Writes a file that is on the disk once this returns. Throws where the system refuses. */
export function writeToDisk(path: string, bytes: Uint8Array): void {
  if (process.permission === undefined) {
    writeFileSync(path, bytes, { flush: true })
    return
  }
  // In a process apart Node lets nobody call fsync.
  const descriptor = openSync(path, WAITING)
  try {
    writeFileSync(descriptor, bytes)
  } finally {
    closeSync(descriptor)
  }
}
