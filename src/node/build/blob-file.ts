import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { BlobRef } from '../../model/blob.ts'
import { UsageError } from '../cli/command-line.ts'
import { describeRefusal } from '../files/describe-failure.ts'

/** The file that lists the results in a cache. */
export const INDEX = 'index'

/** The start of the name of an index that is being written. */
export const INDEX_PART = `${INDEX}-`

/** The suffix of files that are not needed after a build. */
export const SCRATCH = '.scratch'

/** Bytes in memory before they are written. The blobs are small and many. */
const BUFFER_BYTES = 4 * 1024 * 1024

/** A file to which one thread appends bytes. All threads can read them. */
export class BlobFile {
  readonly #folder: string
  readonly #file: string
  readonly #descriptor: number
  #written = 0
  #waiting: Uint8Array[] = []
  #waitingBytes = 0

  /** Creates the file. Throws if it exists already, or if the system refuses. */
  constructor(folder: string, file: string) {
    const path = join(folder, file)
    mkdirSync(dirname(path), { recursive: true })
    this.#folder = folder
    this.#file = file
    this.#descriptor = openSync(path, 'wx')
  }

  /** Appends bytes. They can be read after `flush`. Throws as `flush` does. */
  append(bytes: Uint8Array): BlobRef {
    const at = this.#written + this.#waitingBytes
    const blob = { file: this.#file, at, length: bytes.length, sum: crc32(bytes) }
    this.#waiting.push(bytes)
    this.#waitingBytes += bytes.length
    if (this.#waitingBytes > BUFFER_BYTES) this.flush()
    return blob
  }

  /**
   * Writes all bytes that are still in memory. Throws a UsageError if the system refuses. A further call then writes them
   * again.
   */
  flush(): void {
    const bytes = Buffer.concat(this.#waiting)
    try {
      for (let at = 0; at < bytes.length; )
        at += writeSync(this.#descriptor, bytes, at, bytes.length - at, this.#written + at)
    } catch (cause) {
      const message = `Cannot keep what is made in ${this.#folder}: ${describeRefusal(cause)}. Make room there, or build with --no-cache and another TMPDIR`
      throw new UsageError(message, { cause })
    }
    this.#written += bytes.length
    this.#waiting = []
    this.#waitingBytes = 0
  }

  /** Closes the file, without the bytes that are still in memory. */
  close(): void {
    closeSync(this.#descriptor)
  }
}

/** Reads bytes from the files of a folder. */
export class BlobReader {
  readonly #folder: string
  readonly #descriptors = new Map<string, number>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * Reads bytes. Throws a UsageError if they are missing or damaged, for example after a full disk or a loss of power. The
   * index is deleted then, so that the next build makes all results again.
   */
  readonly read = (blob: BlobRef): Uint8Array => {
    const bytes = this.find(blob)
    if (bytes !== undefined) return bytes
    rmSync(join(this.#folder, INDEX), { force: true })
    throw new UsageError(`The cache in ${this.#folder} was damaged, and is not used any more. Build again`)
  }

  /** Reads bytes. Gives undefined if they are missing or damaged. */
  find({ file, at, length, sum }: BlobRef): Uint8Array | undefined {
    try {
      const descriptor = this.#descriptors.get(file) ?? openSync(join(this.#folder, file), 'r')
      this.#descriptors.set(file, descriptor)
      const bytes = new Uint8Array(length)
      const isWhole = readSync(descriptor, bytes, 0, length, at) === length && crc32(bytes) === sum
      return isWhole ? bytes : undefined
    } catch {
      return undefined
    }
  }

  close(): void {
    for (const descriptor of this.#descriptors.values()) closeSync(descriptor)
    this.#descriptors.clear()
  }
}
