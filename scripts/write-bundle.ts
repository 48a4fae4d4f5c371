import { access, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bundle } from '../src/bundle/bundle.ts'
import { encodeEmbedded } from '../src/bundle/embedded-codec.ts'
import { UsageError } from './command-line.ts'
import { describeRefusal } from './describe-refusal.ts'
import { findUnwritten, packFolder, removeOtherPacks } from './pack-folder.ts'
import { type StagedFile, stageFile } from './staged-file.ts'

/** Put in its place last: where it stands, the rest does too. */
const RELEASE = 'release.bin'

/**
 * Writes a bundle into a folder: its packs, a file each, then `hot.bin` and `release.bin` for the Worker. All of it is
 * written before anything is put in its place, so that what stood there before stays where something cannot be written.
 * Files that are no part of a bundle stay. `stageFirst` writes what must be in its place before any of it is. Throws a
 * UsageError where the system refuses, and what `stageFirst` and its commit reject with.
 */
export async function writeBundle(
  bundle: Bundle,
  directory: string,
  stageFirst?: () => Promise<StagedFile>,
): Promise<void> {
  const staged: StagedFile[] = []
  try {
    if (stageFirst) staged.push(await stageFirst())
    await mkdir(packFolder(directory), { recursive: true })
    for (const { key, bytes } of await findUnwritten(directory, bundle.packs)) {
      staged.push(await stageFile(join(packFolder(directory), key), bytes))
    }
    staged.push(await stageFile(join(directory, 'hot.bin'), encodeEmbedded(bundle.embedded)))
    staged.push(await stageFile(join(directory, RELEASE), bundle.release))
    for (const file of staged) await file.commit()
    await removeOtherPacks(directory, bundle.packs)
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
    const message = `Cannot write to ${directory}: ${describeRefusal(cause)}. Name a folder with --out DIR`
    throw new UsageError(message, { cause })
  } finally {
    for (const file of staged) await file.discard()
  }
}

/** Whether a folder holds a bundle that was written whole. */
export async function holdsBundle(directory: string): Promise<boolean> {
  return access(join(directory, RELEASE)).then(
    () => true,
    () => false,
  )
}
