import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BlobRef } from '../../model/blob.ts'
import { type BlobFile, type BlobReader, INDEX, INDEX_PART, SCRATCH } from './blob-file.ts'
import { decodeStored, trustStored } from './trusted-json.ts'

/** The stored data may be so many times the size of the used data. Beyond that, all of it is deleted and made again. */
const MOST_WASTE = 3

/** Enough for a day of saving. Each build adds at least one file. */
const MOST_FILES = 500

interface Entry extends BlobRef {
  /** Its size in bytes, with the stored bytes that it refers to. */
  readonly weight: number
  /** The value, if it is in memory. It must not be changed. */
  known?: { readonly value: unknown }
}

/** Where a cache is stored. */
export interface TaskCacheSettings {
  readonly folder: string
  /** The start of the names of all files of this build. */
  readonly build: string
  readonly file: BlobFile
  readonly reader: BlobReader
  /** Whether to keep values in memory for the next build of this process. */
  readonly isHeld?: boolean
}

/**
 * Stores results of work by their kind and by a key of their sources. Results that a build uses are kept for the next one,
 * in this process or another. The others are deleted. The index is replaced as a whole, and refers only to files that are
 * written. Of two builds at once, the index of the later one stays.
 */
export class TaskCache<Values extends object> {
  readonly #folder: string
  readonly #build: string
  readonly #reader: BlobReader
  readonly #file: BlobFile
  readonly #isHeld: boolean
  #before: ReadonlyMap<string, Entry>
  #now = new Map<string, Entry>()

  constructor({ folder, build, file, reader, isHeld = false }: TaskCacheSettings) {
    this.#folder = folder
    this.#build = build
    this.#file = file
    this.#reader = reader
    this.#isHeld = isHeld
    const [files = [], ...lines] = readIndex(folder)
    const isWhole = files.every(
      (name) => statSync(join(folder, name), { throwIfNoEntry: false }) !== undefined,
    )
    this.#before = new Map(
      (isWhole ? lines : []).map(([key = '', file = '', at, length, sum, weight]) => [
        key,
        { file, at: Number(at), length: Number(length), sum: Number(sum), weight: Number(weight) },
      ]),
    )
  }

  /** The result with this key, if there is one. */
  get<Kind extends keyof Values & string>(kind: Kind, made: string): Values[Kind] | undefined {
    const key = keyOf(kind, made)
    const entry = this.#now.get(key) ?? this.#before.get(key)
    const known = entry && (entry.known ?? this.#read(entry))
    if (entry === undefined || known === undefined) return undefined
    this.#now.set(key, entry)
    if (this.#isHeld) entry.known = known
    return trustStored<Values[Kind]>(known.value)
  }

  /** A damaged entry counts as absent. */
  #read(entry: BlobRef): Entry['known'] {
    const bytes = this.#reader.find(entry)
    return bytes && { value: decodeStored(bytes) }
  }

  /** Stores a result. `weight` is the size of the stored bytes that it refers to. */
  set<Kind extends keyof Values & string>(kind: Kind, made: string, value: Values[Kind], weight = 0): void {
    const bytes = new TextEncoder().encode(JSON.stringify(value))
    const entry = { ...this.#file.append(bytes), weight: weight + bytes.length }
    this.#now.set(keyOf(kind, made), this.#isHeld ? { ...entry, known: { value } } : entry)
  }

  /**
   * Writes the results that this build used, and deletes files that no build needs. After an unfinished build, the results
   * of earlier builds are kept too, because it may not have used all that it needed. Gives false if all results were
   * deleted: the file of this build may then be gone as well.
   */
  save(isFinished = true): boolean {
    this.#file.flush()
    if (!isFinished)
      for (const [key, entry] of this.#before) if (!this.#now.has(key)) this.#now.set(key, entry)
    this.#before = this.#now
    this.#now = new Map()
    const entries = [...this.#before]
    const used = entries.reduce((sum, [, { weight }]) => sum + weight, 0)
    const files = readdirSync(this.#folder).filter(
      (name) => !name.startsWith(INDEX) && !name.endsWith(SCRATCH),
    )
    // Another build may delete one at this moment.
    const sizes = files.map(
      (name) => statSync(join(this.#folder, name), { throwIfNoEntry: false })?.size ?? 0,
    )
    const isWasteful =
      files.length > MOST_FILES || sizes.reduce((sum, size) => sum + size, 0) > MOST_WASTE * used
    const lines = entries.map(([key, { file, at, length, sum, weight }]) =>
      [key, file, at, length, sum, weight].join(' '),
    )
    const part = join(this.#folder, `${INDEX_PART}${this.#build}`)
    // The first line lists all files that the other lines refer to.
    writeFileSync(part, isWasteful ? '' : [files.join(' '), ...lines].join('\n'))
    renameSync(part, join(this.#folder, INDEX))
    // A build that starts from here on finds an empty index. An earlier one has a scratch file, and may still read the
    // others.
    if (isWasteful && this.#isAlone())
      for (const name of files) rmSync(join(this.#folder, name), { force: true })
    return !isWasteful
  }

  /** Whether no other build is running in the folder. */
  #isAlone(): boolean {
    return readdirSync(this.#folder).every((name) => !name.endsWith(SCRATCH) || name.startsWith(this.#build))
  }
}

/** Separates the kinds, so that `get` gives only what `set` stored for the same kind. */
function keyOf(kind: string, made: string): string {
  return `${kind}:${made}`
}

function readIndex(folder: string): readonly (readonly string[])[] {
  try {
    return readFileSync(join(folder, INDEX), 'utf8')
      .split('\n')
      .map((line) => line.split(' ').filter(Boolean))
  } catch {
    return []
  }
}
