import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BlobRef } from '../../model/blob.ts'
import { type BlobFile, type BlobReader, INDEX, INDEX_PART, SCRATCH } from './blob-file.ts'
import { decodeStored, trustStored } from './trusted-json.ts'

/** What is kept may take three times the room of what is used; beyond it all is forgotten, and made anew once. */
const MOST_WASTE = 3

/** Enough for a day of saving. Each build adds at least one. */
const MOST_FILES = 500

interface Entry extends BlobRef {
  /** How many bytes it has with all that it leads to. */
  readonly weight: number
  /** What it says, where that is held. Nobody changes it. */
  known?: { readonly value: unknown }
}

/** Where a cache is. */
export interface TaskCacheSettings {
  readonly folder: string
  /** How the names of all files of this build begin. */
  readonly build: string
  readonly file: BlobFile
  readonly reader: BlobReader
  /** Whether what it has told is held in memory, for the next build of the same process. */
  readonly isHeld?: boolean
}

/**
 * Remembers what came of work, by its kind and by what it was made from. What is asked for by a build is kept for the next, of the same
 * process or another; the rest is forgotten. The index appears whole or not at all, and names no file that is not written:
 * of two builds at once, the one that ends last is remembered.
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

  /** What was made from the same before. */
  get<Kind extends keyof Values & string>(kind: Kind, made: string): Values[Kind] | undefined {
    const key = keyOf(kind, made)
    const entry = this.#now.get(key) ?? this.#before.get(key)
    const known = entry && (entry.known ?? this.#read(entry))
    if (entry === undefined || known === undefined) return undefined
    this.#now.set(key, entry)
    if (this.#isHeld) entry.known = known
    return trustStored<Values[Kind]>(known.value)
  }

  /** What is damaged was never there. */
  #read(entry: BlobRef): Entry['known'] {
    const bytes = this.#reader.find(entry)
    return bytes && { value: decodeStored(bytes) }
  }

  /** Remembers; `weight` is how many bytes the value leads to beside its own. */
  set<Kind extends keyof Values & string>(kind: Kind, made: string, value: Values[Kind], weight = 0): void {
    const bytes = new TextEncoder().encode(JSON.stringify(value))
    const entry = { ...this.#file.append(bytes), weight: weight + bytes.length }
    this.#now.set(keyOf(kind, made), this.#isHeld ? { ...entry, known: { value } } : entry)
  }

  /**
   * Writes what this build has asked for, and takes away what no build leads to any more. Of a build that was not finished
   * nobody knows what it would have asked for: what was remembered stays so. Gives whether anything is remembered: where all
   * was forgotten, the file of this build may be gone as well.
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
    // Another build may take one away at this moment.
    const sizes = files.map(
      (name) => statSync(join(this.#folder, name), { throwIfNoEntry: false })?.size ?? 0,
    )
    const isWasteful =
      files.length > MOST_FILES || sizes.reduce((sum, size) => sum + size, 0) > MOST_WASTE * used
    const lines = entries.map(([key, { file, at, length, sum, weight }]) =>
      [key, file, at, length, sum, weight].join(' '),
    )
    const part = join(this.#folder, `${INDEX_PART}${this.#build}`)
    // Its first line names all files that the others lead to.
    writeFileSync(part, isWasteful ? '' : [files.join(' '), ...lines].join('\n'))
    renameSync(part, join(this.#folder, INDEX))
    // Whoever begins from here on finds nothing named; who began before has a scratch file, and may still read the others.
    if (isWasteful && this.#isAlone())
      for (const name of files) rmSync(join(this.#folder, name), { force: true })
    return !isWasteful
  }

  /** Whether no other build is at work in the folder. */
  #isAlone(): boolean {
    return readdirSync(this.#folder).every((name) => !name.endsWith(SCRATCH) || name.startsWith(this.#build))
  }
}

/** What `set` was told of a kind, only `get` of that kind is given. */
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
