import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { packFolder } from './pack-folder.ts'
import { type StagedFile, stageFile } from './staged-file.ts'

/*
 * What is built for this machine only may show drafts, and what a publication would stop at. It lies where a deployment
 * looks, so it bears a mark: whatever else is built there takes it away first, whether that succeeds or not.
 */

const MARK = 'local.txt'

const TOLD = 'This was built with --local, for this machine only. Nothing of it is to be published.\n'

/** Whether the bundle in a folder is for this machine only, as far as one can tell: where in doubt, it is. */
export function isLocalBundle(directory: string): boolean {
  return existsSync(join(directory, MARK))
}

/** Writes the mark, to be put in its place before anything of the bundle is. Rejects where the system refuses. */
export function stageLocalMark(directory: string): Promise<StagedFile> {
  return stageFile(join(directory, MARK), TOLD)
}

/** Takes the mark away, once nothing is there any more that it marked. Rejects where the system refuses. */
export function removeLocalMark(directory: string): Promise<void> {
  return rm(join(directory, MARK), { force: true })
}

/** Takes away a bundle and then its mark; the release first, without which nothing is deployed. Rejects likewise. */
export async function removeMarkedBundle(directory: string): Promise<void> {
  for (const place of [join(directory, 'release.bin'), join(directory, 'hot.bin'), packFolder(directory)])
    await rm(place, { recursive: true, force: true })
  await removeLocalMark(directory)
}
