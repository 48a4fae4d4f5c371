import { access, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { renderBulkFiles } from '../src/bundle/bulk-file.ts'
import type { Bundle } from '../src/bundle/bundle.ts'
import { encodeEmbedded } from '../src/bundle/embedded-codec.ts'
import { UsageError } from './command-line.ts'
import { describeRefusal } from './describe-refusal.ts'
import { type StagedFile, stageFile } from './staged-file.ts'

/** Put in its place last: where it stands, the rest does too. */
const RELEASE = 'release.bin'

/**
 * Writes a bundle into a folder: `packs-001.json` … for `wrangler kv bulk put`, then `hot.bin` and `release.bin` for the
 * Worker. All of it is written before anything is put in its place, so that what stood there before stays where
 * something cannot be written. Other files stay. `stageFirst` writes what must be in its place before any of it is.
 * Throws a UsageError where the system refuses, and what `stageFirst` and its commit reject with.
 */
export async function writeBundle(
  bundle: Bundle,
  directory: string,
  stageFirst?: () => Promise<StagedFile>,
): Promise<void> {
  const bulk = renderBulkFiles(bundle.packs).map((text, index) => [bulkFileName(index), text] as const)
  const names = new Set(bulk.map(([name]) => name))
  const files = [...bulk, ['hot.bin', encodeEmbedded(bundle.embedded)], [RELEASE, bundle.release]] as const
  const staged: StagedFile[] = []
  try {
    if (stageFirst) staged.push(await stageFirst())
    await mkdir(directory, { recursive: true })
    for (const [name, contents] of files) staged.push(await stageFile(join(directory, name), contents))
    for (const file of staged) await file.commit()
    for (const name of await readdir(directory)) {
      if (isBulkFileName(name) && !names.has(name)) await rm(join(directory, name))
    }
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

/** Whether a file of a bundle's folder holds packs. */
export function isBulkFileName(name: string): boolean {
  return /^packs-\d{3,}\.json$/.test(name)
}

function bulkFileName(index: number): string {
  return `packs-${String(index + 1).padStart(3, '0')}.json`
}
