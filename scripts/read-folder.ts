import { open, readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { type SeedKind, seedKind } from '../src/content/seed-kind.ts'
import { type LargeSeed, MOST_BYTES } from '../src/content/seed-size.ts'
import { folderFileOf } from '../src/content/withholding/folder-files.ts'
import { compareText } from '../src/model/compare-text.ts'
import type { Problem } from '../src/model/problem.ts'
import type { Seed } from '../src/model/seed.ts'
import { assertFolder } from './check-options.ts'
import { UsageError } from './command-line.ts'
import { describeRefusal } from './describe-refusal.ts'
import { DiskSeed, type FileSeed } from './disk-seed.ts'
import { listFiles } from './list-files.ts'
import { mapConcurrently } from './map-concurrently.ts'

/** Enough to keep a disk busy, far below the files that a process may have open. */
const READS_AT_ONCE = 32

/** A folder of articles as it was found. */
export interface Folder {
  /** What the folder is called. */
  readonly name: string
  /** What a publication can be made from, in the order of their paths. */
  readonly seeds: readonly Seed[]
  /** The paths of all else that is not hidden; a link to a folder ends in `/`. */
  readonly ignored: readonly string[]
  /** One error for each file and folder that the system does not let us read. */
  readonly problems: readonly Problem[]
}

/**
 * Reads a folder of articles, in any depth; with `digestOf`, which throws as reading does, articles, pictures and other media
 * are only read when their bytes are asked for. Throws a UsageError where there is none that can be read.
 */
export async function readFolder(directory: string, digestOf?: (file: string) => string): Promise<Folder> {
  await assertFolder(directory)
  const { files, others, refused } = await listFiles(directory).catch((cause) => {
    const message = `Cannot read the folder ${directory}: ${describeRefusal(cause)}. Name another with --seeds DIR`
    throw new UsageError(message, { cause })
  })
  const name = basename(resolve(directory))
  const paths = new Set(files)
  const isWanted = (path: string): boolean => {
    const kind = seedKind(path)
    // Of what may be settings of a folder, most is data of some other kind, and may be large.
    if (kind === 'defaults') return folderFileOf(path, (each) => paths.has(each), name) !== undefined
    return kind !== 'hidden' && kind !== 'other'
  }
  const wanted = files.filter(isWanted)
  const read = await mapConcurrently(wanted.sort(compareText), READS_AT_ONCE, (path) =>
    readSeed(directory, path, digestOf),
  )
  const folders = refused.map(({ path, cause }) => refusal(path, cause))
  return {
    name,
    seeds: read.flatMap((outcome) => ('bytes' in outcome ? outcome : [])),
    ignored: [...others, ...files.filter((path) => isLeftOver(path, isWanted))].sort(compareText),
    problems: [...folders, ...read.flatMap((outcome) => ('message' in outcome ? outcome : []))],
  }
}

function isLeftOver(path: string, isWanted: (path: string) => boolean): boolean {
  return seedKind(path) !== 'hidden' && !isWanted(path)
}

/** What may lie in the folder, too large to be published, without being meant to be. */
const LARGE: readonly SeedKind[] = ['image', 'media']

/** What there is much of. */
const LAZY: readonly SeedKind[] = ['article', 'image', 'media']

async function readSeed(
  directory: string,
  path: string,
  digestOf?: (file: string) => string,
): Promise<FileSeed | (FileSeed & LargeSeed) | Problem> {
  const file = join(directory, path)
  try {
    const { size } = LARGE.includes(seedKind(path)) ? await stat(file) : { size: 0 }
    if (size > MOST_BYTES) return { path, file, bytes: await readBeginning(file), size }
    if (digestOf && LAZY.includes(seedKind(path)))
      return new DiskSeed(path.normalize('NFC'), file, digestOf(file))
    return { path, file, bytes: await readFile(file) }
  } catch (cause) {
    return refusal(path, cause)
  }
}

/** Enough to tell a film from a text that is called like one. */
const BEGINNING_BYTES = 4096

async function readBeginning(file: string): Promise<Uint8Array> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING_BYTES), 0, BEGINNING_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function refusal(path: string, cause: unknown): Problem {
  // Node puts this mark for what it cannot decode, and then does not find the file by that name.
  const message = path.includes('\ufffd')
    ? 'Cannot read this: its name is not UTF-8. Give it another name.'
    : `Cannot read this: ${describeRefusal(cause)}. Make it readable, or leave it out with a name that begins with "_".`
  return { severity: 'error', path, line: 1, column: 1, message }
}
