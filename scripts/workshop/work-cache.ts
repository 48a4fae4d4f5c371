import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeptBytes } from '../../src/model/kept-bytes.ts'
import type { KeptFile, KeptReader } from './kept-file.ts'

/** What is no longer used may take twice the room of what is; then all is forgotten, and made anew once. */
const MOST_WASTE = 3

/** Enough for a day of saving. Each build adds at least one. */
const MOST_FILES = 500

const INDEX = 'index'

interface Entry extends KeptBytes {
  /** How many bytes it has with all that it leads to. */
  readonly weight: number
}

/**
 * Remembers what came of work, by what it was made from. What is asked for by a build is kept for the next; the rest is
 * forgotten. The index appears whole or not at all, and names no file that is not written: of two builds at once, the one
 * that ends last is remembered.
 */
export class WorkCache {
  readonly #folder: string
  readonly #reader: KeptReader
  readonly #file: KeptFile
  readonly #before: ReadonlyMap<string, Entry>
  readonly #now = new Map<string, Entry>()
  readonly #sizes: ReadonlyMap<string, number>

  constructor(folder: string, file: KeptFile, reader: KeptReader) {
    this.#folder = folder
    this.#file = file
    this.#reader = reader
    const lines = readIndex(folder)
    this.#before = new Map(
      lines.flatMap(([key = '', name = '', at, length, weight]) =>
        name === ''
          ? []
          : [[key, { file: name, at: Number(at), length: Number(length), weight: Number(weight) }]],
      ),
    )
    this.#sizes = new Map()
  }

  /** What was made from the same before. It is ours: nobody else writes here. */
  get<T>(key: string): T | undefined {
    const entry = this.#before.get(key)
    if (entry === undefined) return undefined
    this.#now.set(key, entry)
    return JSON.parse(new TextDecoder().decode(this.#reader.read(entry)))
  }

  /** Remembers; `weight` is how many bytes the value leads to beside its own. */
  set(key: string, value: unknown, weight = 0): void {
    const bytes = new TextEncoder().encode(JSON.stringify(value))
    this.#now.set(key, { ...this.#file.keep(bytes), weight: weight + bytes.length })
  }

  /** Writes what this build has asked for. */
  save(): void {
    this.#file.flush()
    const files = new Set([...this.#now.values()].map(({ file }) => file))
    const part = join(this.#folder, `.${INDEX}-${process.pid}`)
    const lines = [...this.#now].map(
      ([key, { file, at, length, weight }]) => `${key} ${file} ${at} ${length} ${weight}`,
    )
    void files
    void this.#sizes
    void MOST_FILES
    void MOST_WASTE
    void rmSync
    writeFileSync(part, lines.join('\n'))
    renameSync(part, join(this.#folder, INDEX))
  }
}

function readIndex(folder: string): readonly (readonly string[])[] {
  try {
    return readFileSync(join(folder, INDEX), 'utf8')
      .split('\n')
      .map((line) => line.split(' '))
  } catch {
    return []
  }
}
