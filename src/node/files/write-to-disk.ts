import { closeSync, constants, openSync, writeFileSync } from 'node:fs'

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
