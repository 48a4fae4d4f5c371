import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { KeptBytes } from '../../src/model/kept-bytes.ts'

/** How the names of files end that nobody needs after a build. */
export const SCRATCH = '.scratch'

/** So much is gathered before it is written: what is kept is small, and there is much of it. */
const BUFFER_BYTES = 4 * 1024 * 1024

/** A file of a folder to which one thread appends bytes, to be read back by all. */
export class KeptFile {
  readonly #file: string
  readonly #descriptor: number
  #written = 0
  #waiting: Uint8Array[] = []
  #waitingBytes = 0

  /** Begins a file of this name, which nothing else may have. */
  constructor(folder: string, file: string) {
    const path = join(folder, file)
    mkdirSync(dirname(path), { recursive: true })
    this.#file = file
    this.#descriptor = openSync(path, 'wx')
  }

  /** Keeps bytes. They can be read back once `flush` was called. */
  keep(bytes: Uint8Array): KeptBytes {
    const kept = { file: this.#file, at: this.#written + this.#waitingBytes, length: bytes.length }
    this.#waiting.push(bytes)
    this.#waitingBytes += bytes.length
    if (this.#waitingBytes > BUFFER_BYTES) this.flush()
    return kept
  }

  flush(): void {
    const bytes = Buffer.concat(this.#waiting)
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor, bytes, at)
    this.#written += bytes.length
    this.#waiting = []
    this.#waitingBytes = 0
  }

  close(): void {
    this.flush()
    closeSync(this.#descriptor)
  }
}

/** Reads back what is kept in the files of a folder. */
export class KeptReader {
  readonly #folder: string
  readonly #descriptors = new Map<string, number>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Throws where the file ends too early: something else has been at it. */
  readonly read = ({ file, at, length }: KeptBytes): Uint8Array => {
    const descriptor = this.#descriptors.get(file) ?? openSync(join(this.#folder, file), 'r')
    this.#descriptors.set(file, descriptor)
    const bytes = new Uint8Array(length)
    if (readSync(descriptor, bytes, 0, length, at) !== length)
      throw new Error(`${join(this.#folder, file)} is damaged. Build with --no-cache`)
    return bytes
  }

  close(): void {
    for (const descriptor of this.#descriptors.values()) closeSync(descriptor)
    this.#descriptors.clear()
  }
}
