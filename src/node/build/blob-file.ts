import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { BlobRef } from '../../model/blob.ts'
import { UsageError } from '../cli/command-line.ts'
import { describeRefusal } from '../files/describe-failure.ts'

/** The file that names what is remembered. */
export const INDEX = 'index'

/** How the name of such a file begins as long as it is written. */
export const INDEX_PART = `${INDEX}-`

/** How the names of files end that nobody needs after a build. */
export const SCRATCH = '.scratch'

/** So much is gathered before it is written: what is kept is small, and there is much of it. */
const BUFFER_BYTES = 4 * 1024 * 1024

/** A file of a folder to which one thread appends bytes, to be read back by all. */
export class BlobFile {
  readonly #folder: string
  readonly #file: string
  readonly #descriptor: number
  #written = 0
  #waiting: Uint8Array[] = []
  #waitingBytes = 0

  /** Begins a file of this name, which nothing else may have. */
  constructor(folder: string, file: string) {
    const path = join(folder, file)
    mkdirSync(dirname(path), { recursive: true })
    this.#folder = folder
    this.#file = file
    this.#descriptor = openSync(path, 'wx')
  }

  /** Keeps bytes. They can be read back once `flush` was called. Throws as that does. */
  append(bytes: Uint8Array): BlobRef {
    const at = this.#written + this.#waitingBytes
    const blob = { file: this.#file, at, length: bytes.length, sum: crc32(bytes) }
    this.#waiting.push(bytes)
    this.#waitingBytes += bytes.length
    if (this.#waitingBytes > BUFFER_BYTES) this.flush()
    return blob
  }

  /** Throws a UsageError where the system refuses; whoever tries again goes on from where it was whole. */
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

  /** What was not flushed is dropped. */
  close(): void {
    closeSync(this.#descriptor)
  }
}

/** Reads back what is kept in the files of a folder. */
export class BlobReader {
  readonly #folder: string
  readonly #descriptors = new Map<string, number>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * Throws a UsageError where they are not what was kept, or not there: a disk was full, the power went, or somebody has been
   * at it. What is remembered is forgotten then, so that the next build makes it anew.
   */
  readonly read = (blob: BlobRef): Uint8Array => {
    const bytes = this.find(blob)
    if (bytes !== undefined) return bytes
    rmSync(join(this.#folder, INDEX), { force: true })
    throw new UsageError(`What was remembered in ${this.#folder} is damaged, and forgotten. Build again`)
  }

  /** The same, or `undefined`. */
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
