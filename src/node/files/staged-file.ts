import { open, readFile, readlink, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { UsageError } from '../cli/command-line.ts'
import { listOwnFiles, ownPath } from './own-file.ts'

/** A file that is written beside its place. */
export interface StagedFile {
  /**
   * Moves it to its place, completely or not at all. Rejects if the system refuses, and with a UsageError if the file was
   * deleted meanwhile.
   */
  readonly commit: () => Promise<void>
  /** Deletes the file, if it is not in its place yet. */
  readonly discard: () => Promise<void>
}

/** Windows does not replace a file while another program reads it. A virus scanner does so for a moment. */
const REFUSALS_THAT_PASS: readonly string[] = ['EBUSY', 'EPERM', 'EACCES']
const PAUSES_MILLISECONDS = [10, 50, 200] as const

/**
 * Writes a file beside its place, and waits for the disk. Deletes the files that killed processes have left there. A link
 * in its place is replaced, not followed. Rejects if the system refuses.
 */
export async function stageFile(target: string, contents: string | Uint8Array): Promise<StagedFile> {
  await listOwnFiles(target, 'part')
  const part = ownPath(target, 'part')
  // A failed deletion must not hide the error of writing.
  const discard = () => rm(part, { force: true }).catch(() => {})
  try {
    await writeFile(part, contents, { flush: true, flag: 'wx' })
  } catch (cause) {
    await discard()
    throw cause
  }
  const commit = async (): Promise<void> => {
    try {
      await renamePatiently(part, target)
    } catch (cause) {
      if (hasCode(cause, 'ENOENT')) throw new UsageError(renderTakenAway(target), { cause })
      // A file that is a mount of its own, as in containers, can be written but not replaced.
      if (!hasCode(cause, 'EBUSY')) throw cause
      await overwrite(target, contents)
      await discard()
    }
  }
  return { commit, discard }
}

/** The real path of a file. If it is a link to a file that does not exist yet, the path of that file. */
export async function placeOf(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (cause) {
    const folder = await realpath(dirname(path))
    const link = hasCode(cause, 'ENOENT') ? await readlink(path).catch(() => undefined) : undefined
    return link === undefined ? join(folder, basename(path)) : placeOf(resolve(folder, link))
  }
}

/** The message for a staged file that was deleted before it could be moved to its place. */
export function renderTakenAway(place: string): string {
  return `What was written for ${place} was taken away before it stood there, by another build or by hand. Build again`
}

/** Whether an error of the system has this code. */
export function hasCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code
}

async function renamePatiently(from: string, to: string): Promise<void> {
  for (const pause of PAUSES_MILLISECONDS) {
    try {
      return await rename(from, to)
    } catch (cause) {
      if (!REFUSALS_THAT_PASS.some((code) => hasCode(cause, code))) throw cause
      await setTimeout(pause)
    }
  }
  await rename(from, to)
}

async function overwrite(path: string, contents: string | Uint8Array): Promise<void> {
  const before = await readFile(path)
  try {
    await fill(path, contents)
  } catch (cause) {
    await fill(path, before).catch(() => {})
    throw cause
  }
}

/** Truncates at the end, so that a full disk does not destroy the old content. */
async function fill(path: string, contents: string | Uint8Array): Promise<void> {
  const bytes = Buffer.from(contents)
  const file = await open(path, 'r+')
  try {
    await file.writeFile(bytes)
    await file.truncate(bytes.length)
    await file.sync()
  } finally {
    await file.close()
  }
}
