import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { packFolder } from './pack-folder.ts'
import { type StagedFile, stageFile } from './staged-file.ts'

/*
 * A bundle for this machine only may show drafts, and articles that a guard would stop. A deployment would find it in the
 * usual folder, so it has a mark. Every other build in this folder deletes it first, even if that build then fails.
 */

const MARK = 'local.txt'

const TOLD = 'This was built with --local, for this machine only. Nothing of it is to be published.\n'

/**
 * Whether the bundle in a folder is only for this machine. A folder with the mark counts even if its bundle is incomplete.
 */
export function isLocalBundle(directory: string): boolean {
  return existsSync(join(directory, MARK))
}

/** Writes the mark, which must be moved to its place before the bundle. Rejects if the system refuses. */
export function stageLocalMark(directory: string): Promise<StagedFile> {
  return stageFile(join(directory, MARK), TOLD)
}

/** Deletes the mark, once the marked bundle is gone. Rejects if the system refuses. */
export function removeLocalMark(directory: string): Promise<void> {
  return rm(join(directory, MARK), { force: true })
}

/**
 * Deletes a bundle and then its mark. The release goes first, because nothing is deployed without it. Rejects if the system
 * refuses.
 */
export async function removeMarkedBundle(directory: string): Promise<void> {
  const modules = ['release.bin', 'hot.bin', 'ledger.bin'].map((name) => join(directory, name))
  for (const place of [...modules, packFolder(directory)]) await rm(place, { recursive: true, force: true })
  await removeLocalMark(directory)
}
