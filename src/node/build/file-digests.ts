import { lstatSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { digest } from '../files/digest.ts'
import type { FileDigest } from '../files/read-folder.ts'
import { readRegularFile } from '../files/read-regular-file.ts'
import { cacheKey } from './cache-keys.ts'
import type { TaskCache } from './task-cache.ts'
import type { DigestPart, TaskValues } from './tasks.ts'

/** A file that changed so recently may change again with the same time. */
const SETTLED_MILLISECONDS = 2000

/** The digests are stored in so many parts. A part is written again if one of its files has changed. */
const PARTS = 64

/** Digests of files. An unchanged file is not read again. */
export class FileDigests {
  readonly #cache: TaskCache<TaskValues>
  readonly #directory: string
  readonly #before: Readonly<DigestPart>[]
  #now: DigestPart[] = emptyParts()

  constructor(cache: TaskCache<TaskValues>, directory: string) {
    this.#cache = cache
    this.#directory = directory
    this.#before = emptyParts().map((empty, index) => cache.get('digests', this.#keyOf(index)) ?? empty)
  }

  /** The digest of a file. `file` is its real path, `most` its greatest size in bytes. Throws as `readRegularFile` does. */
  of(file: string, most: number): FileDigest {
    const { size, mtimeMs, ctimeMs, ino } = lstatSync(file)
    const mark = [size, mtimeMs, ctimeMs, ino].join(' ')
    const index = crc32(file) % PARTS
    const known = this.#before[index]?.[file]
    const own = known?.mark === mark ? known : { mark, ...readDigest(file, most) }
    const part = this.#now[index]
    if (part && Date.now() - Math.max(mtimeMs, ctimeMs) > SETTLED_MILLISECONDS) part[file] = own
    return own
  }

  /** Stores the digests of this build for the next one. */
  save(): void {
    for (const [index, part] of this.#now.entries()) {
      const key = this.#keyOf(index)
      const isKept = this.#cache.get('digests', key) !== undefined && isSame(part, this.#before[index] ?? {})
      if (!isKept) this.#cache.set('digests', key, part)
      this.#before[index] = part
    }
    this.#now = emptyParts()
  }

  #keyOf(part: number): string {
    return cacheKey(this.#directory, part)
  }
}

function readDigest(file: string, most: number): FileDigest {
  const { bytes, size } = readRegularFile(file, most)
  return { digest: digest(bytes), size }
}

function emptyParts(): DigestPart[] {
  return Array.from({ length: PARTS }, () => ({}))
}

function isSame(a: Readonly<DigestPart>, b: Readonly<DigestPart>): boolean {
  const files = Object.keys(a)
  return files.length === Object.keys(b).length && files.every((file) => a[file] === b[file])
}
