import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
} from 'node:fs'

/** The content of a file. */
export interface ReadFile {
  /** All bytes, or only the first ones if there are more than asked for. */
  readonly bytes: Uint8Array
  /** The size of the whole file in bytes. */
  readonly size: number
}

/** Enough to tell a film from a text with the wrong extension. */
const BEGINNING_BYTES = 4096

/** Do not follow a link, and do not wait for a writer of a pipe. Windows has neither such pipes nor these flags. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/**
 * Reads a file by its real path. If it has more than `most` bytes, or grows beyond them, only the beginning is read. Throws
 * the errors of the system, and an Error if the path now leads to something else: a link, also in place of a folder above
 * it, a pipe, or a device.
 */
export function readRegularFile(file: string, most: number): ReadFile {
  const descriptor = openSync(file, FLAGS)
  try {
    const found = fstatSync(descriptor)
    if (!found.isFile() || !liesAt(file, found)) throw new Error('something else lies there by now')
    const bytes = found.size > most ? undefined : readUpTo(descriptor, found.size, most)
    if (bytes !== undefined && bytes.length <= most) return { bytes, size: bytes.length }
    const beginning = bytes ?? readUpTo(descriptor, BEGINNING_BYTES, BEGINNING_BYTES)
    return { bytes: beginning.subarray(0, BEGINNING_BYTES), size: bytes?.length ?? found.size }
  } finally {
    closeSync(descriptor)
  }
}

/** Whether this path leads to this file without a link. */
function liesAt(file: string, { dev, ino }: Stats): boolean {
  const there = lstatSync(file)
  return realpathSync.native(file) === file && there.dev === dev && there.ino === ino
}

/** Reads all bytes, or one more than `most`. The file may have grown since it was opened. */
function readUpTo(descriptor: number, size: number, most: number): Uint8Array {
  let bytes = Buffer.alloc(Math.min(size, most) + 1)
  let length = 0
  for (;;) {
    const read = readSync(descriptor, bytes, length, bytes.length - length, null)
    length += read
    if (read === 0 || length > most) return bytes.subarray(0, length)
    if (length === bytes.length) bytes = Buffer.concat([bytes], Math.min(2 * length, most + 1))
  }
}
