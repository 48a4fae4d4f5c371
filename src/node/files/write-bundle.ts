import { closeSync, constants, lstatSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bundle, KnownPack, PackSink } from '../../bundle/bundle.ts'
import { encodeEmbedded } from '../../bundle/embedded-codec.ts'
import { encodeLedgerModule } from '../../bundle/ledger-module.ts'
import { decodeRelease } from '../../bundle/release-codec.ts'
import type { PackKey } from '../../model/pack.ts'
import { UsageError } from '../cli/command-line.ts'
import type { SealedLedger } from './carried-ledger.ts'
import { type Claim, claimPlace } from './claim-place.ts'
import { describeRefusal } from './describe-failure.ts'
import { isLocalBundle, removeLocalMark, removeMarkedBundle, stageLocalMark } from './local-bundle.ts'
import { ownPath } from './own-file.ts'
import { makePackFolder, packFolder, removeOtherPacks } from './pack-folder.ts'
import { hasCode, renderTakenAway, type StagedFile, stageFile } from './staged-file.ts'

/** Moved to its place last. If it is there, the rest is too. */
const RELEASE = 'release.bin'

/**
 * Writes a bundle into a folder: each pack as its own file as soon as it is made, then `hot.bin`, `ledger.bin` and
 * `release.bin` for the Worker. First it writes all files under temporary names, so that a failed build leaves the old
 * bundle as it was. While it moves them, no other build can write there, so the folder never mixes two bundles. Other files
 * in the folder stay. All methods throw a UsageError if the system refuses.
 */
export class BundleWriter implements PackSink {
  readonly #directory: string
  readonly #isLocal: boolean
  /** Paths of the packs that are written beside their places. */
  readonly #written = new Map<PackKey, string>()

  /** `isLocal` marks a bundle that must not leave this machine. */
  constructor(directory: string, isLocal = false) {
    this.#directory = directory
    this.#isLocal = isLocal
  }

  /** Whether the folder already has a pack. Its name and length are enough, because only packs have such names. */
  readonly has = ({ key, size }: KnownPack): boolean => {
    return lstatSync(join(packFolder(this.#directory), key), { throwIfNoEntry: false })?.size === size
  }

  /** Writes a pack, unless the folder already has it. */
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
   * Moves all files to their places. `stageFirst` writes a file that must be moved first. `ledger` goes into the Worker.
   * Rejects with the errors of `stageFirst` and of its commit, and with a UsageError if another build writes to the folder
   * at the same time.
   */
  async finish(bundle: Bundle, stageFirst?: () => Promise<StagedFile>, ledger?: SealedLedger): Promise<void> {
    const directory = this.#directory
    const staged: StagedFile[] = []
    try {
      if (stageFirst) staged.push(await stageFirst())
      makePackFolder(directory)
      const sizes = this.#putLarge(bundle, ledger)
      if (this.#isLocal) staged.push(await stageLocalMark(directory))
      staged.push({ commit: async () => this.#putPacks(), discard: async () => {} })
      staged.push(await stageFile(join(directory, 'hot.bin'), encodeEmbedded(bundle.embedded)))
      const module = { release: decodeRelease(bundle.release).id, ...(ledger && { ledger: ledger.carried }) }
      staged.push(await stageFile(join(directory, 'ledger.bin'), encodeLedgerModule(module)))
      staged.push(await stageFile(join(directory, RELEASE), bundle.release))
      const claim = await claimBundle(directory)
      try {
        this.#assertComplete(sizes)
        for (const file of staged) await file.commit()
        await removeOtherPacks(directory, sizes)
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

  /** Deletes the files that are not in their places yet. */
  discard(): void {
    for (const part of this.#written.values()) rmSync(part, { force: true })
  }

  /** Stores a ledger that is too large for the Worker with the packs. Returns the sizes of all stored values. */
  #putLarge({ sizes }: Bundle, ledger: SealedLedger | undefined): Bundle['sizes'] {
    if (ledger === undefined || ledger.carried.bytes !== undefined) return sizes
    const { key } = ledger.carried
    this.put({ key, bytes: ledger.bytes })
    return new Map([...sizes, [key, ledger.bytes.length]])
  }

  #putPacks(): void {
    try {
      for (const [key, part] of this.#written) renameSync(part, join(packFolder(this.#directory), key))
    } catch (cause) {
      if (!hasCode(cause, 'ENOENT')) throw cause
      throw new UsageError(renderTakenAway(packFolder(this.#directory)), { cause })
    }
  }

  /** Another build may have deleted a pack that was already there, because its own bundle does not need it. */
  #assertComplete(sizes: Bundle['sizes']): void {
    const isThere = (key: PackKey, size: number) => {
      const part = this.#written.get(key)
      const written = part === undefined ? undefined : lstatSync(part, { throwIfNoEntry: false })
      return written?.size === size || this.has({ key, size })
    }
    if ([...sizes].every(([key, size]) => isThere(key, size))) return
    throw new UsageError(`Another build has written to ${this.#directory} since this one began. Build again`)
  }
}

/** Claims the bundle in a folder, so that no build changes it. Throws as `claimPlace` does. */
export function claimBundle(directory: string): Promise<Claim> {
  return claimPlace(join(directory, RELEASE), directory)
}

/**
 * Deletes a bundle that is only for this machine, so that it is not deployed if the next build fails. Resolves to whether
 * there was one. Throws a UsageError if the system refuses, and as `claimPlace` does.
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

/** Whether a folder holds a complete bundle. */
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

/** Flags that replace a file's content and make each write wait for the disk. */
const WAITING = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_SYNC

/** Writes a file and returns when it is on the disk. Throws if the system refuses. */
export function writeToDisk(path: string, bytes: Uint8Array): void {
  if (process.permission === undefined) {
    writeFileSync(path, bytes, { flush: true })
    return
  }
  // In a process with restricted permissions, Node forbids fsync.
  const descriptor = openSync(path, WAITING)
  try {
    writeFileSync(descriptor, bytes)
  } finally {
    closeSync(descriptor)
  }
}
