import { open, readFile, readlink, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { UsageError } from '../cli/command-line.ts'
import { listOwnFiles, ownPath } from './own-file.ts'

/** A file that is written, but does not stand in its place yet. */
export interface StagedFile {
  /** Puts it there, whole or not at all. Rejects where the system refuses, and with a UsageError where it was taken away. */
  readonly commit: () => Promise<void>
  /** Takes away what was written, where it has not been put in its place. */
  readonly discard: () => Promise<void>
}

/** On Windows a file cannot be replaced while another program reads it, as what looks for viruses does for a moment. */
const REFUSALS_THAT_PASS: readonly string[] = ['EBUSY', 'EPERM', 'EACCES']
const PAUSES_MILLISECONDS = [10, 50, 200] as const

/**
 * Writes a file beside the place where it is to stand, on the disk for sure, and takes away what killed processes have left
 * there. A link that stands there is replaced, never followed. Rejects where the system refuses.
 */
export async function stageFile(target: string, contents: string | Uint8Array): Promise<StagedFile> {
  await listOwnFiles(target, 'part')
  const part = ownPath(target, 'part')
  // What cannot be taken away must not hide why it cannot be written.
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
      // A file that is mounted by itself, as containers do, can be written but not replaced.
      if (!hasCode(cause, 'EBUSY')) throw cause
      await overwrite(target, contents)
      await discard()
    }
  }
  return { commit, discard }
}

/** The real path of a file: a link is followed, also where what it leads to is still to be written. */
export async function placeOf(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (cause) {
    const folder = await realpath(dirname(path))
    const link = hasCode(cause, 'ENOENT') ? await readlink(path).catch(() => undefined) : undefined
    return link === undefined ? join(folder, basename(path)) : placeOf(resolve(folder, link))
  }
}

/** Why something cannot be put in its place that was written beside it and is not there. */
export function renderTakenAway(place: string): string {
  return `What was written for ${place} was taken away before it stood there, by another build or by hand. Build again`
}

/** Whether the system has refused something for this reason. */
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

/** Truncates last: what has no room must not cost what was there. */
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
