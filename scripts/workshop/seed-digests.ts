import { readFileSync, statSync } from 'node:fs'
import { digest } from '../digest.ts'
import type { WorkCache } from './work-cache.ts'

/** A file that was changed so short a time ago may be changed again without looking younger. */
const SETTLED_MILLISECONDS = 2000

/** What the system says of a file that is not changed, and the digest of its bytes. */
interface Known {
  readonly mark: string
  readonly digest: string
}

/** The digests of files, without reading again what has not been touched. */
export class SeedDigests {
  readonly #cache: WorkCache
  readonly #key: string
  #before: Readonly<Record<string, Known>>
  #now: Record<string, Known> = {}

  constructor(cache: WorkCache, directory: string) {
    this.#cache = cache
    this.#key = digest(Buffer.from(JSON.stringify(['seeds', directory])))
    this.#before = cache.get<Record<string, Known>>(this.#key) ?? {}
  }

  /** Throws what the system throws where the file cannot be read. */
  of(file: string): string {
    const { size, mtimeMs, ctimeMs, ino } = statSync(file)
    const mark = [size, mtimeMs, ctimeMs, ino].join(' ')
    const known = this.#before[file]
    const own = known?.mark === mark ? known.digest : digest(readFileSync(file))
    if (Date.now() - Math.max(mtimeMs, ctimeMs) > SETTLED_MILLISECONDS)
      this.#now[file] = { mark, digest: own }
    return own
  }

  /** Keeps what was asked for, for the next build. */
  save(): void {
    this.#cache.set(this.#key, this.#now)
    this.#before = this.#now
    this.#now = {}
  }
}
