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

/** What was read of a file. */
export interface ReadFile {
  /** All of them, or those that it begins with where it has more than was asked for. */
  readonly bytes: Uint8Array
  /** How many there are. */
  readonly size: number
}

/** Enough to tell a film from a text that is called like one. */
const BEGINNING_BYTES = 4096

/** Neither follows a link nor waits for a pipe to be written to. Windows has no such pipes, and no such flags. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/**
 * Reads a file that was found under its real path, if it has at most so many bytes; of one that has more, or grows to more
 * while it is read, only the beginning. Throws what the system throws, and an Error where something else lies there by now:
 * a link, also in place of a folder on the way, a pipe, a device.
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

/** Whether it is this file that lies there, without a link on the way. */
function liesAt(file: string, { dev, ino }: Stats): boolean {
  const there = lstatSync(file)
  return realpathSync.native(file) === file && there.dev === dev && there.ino === ino
}

/** All bytes of a file, or one more than the most. It may have more than the system said when it was opened. */
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
