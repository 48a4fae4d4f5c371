import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { seedKind } from '../src/content/seed-kind.ts'
import { compareText } from '../src/model/compare-text.ts'
import type { Problem } from '../src/model/problem.ts'
import type { Seed } from '../src/model/seed.ts'
import { assertFolder } from './check-options.ts'
import { UsageError } from './command-line.ts'
import { describeRefusal } from './describe-refusal.ts'
import { listFiles } from './list-files.ts'
import { mapConcurrently } from './map-concurrently.ts'

/** Enough to keep a disk busy, far below the files that a process may have open. */
const READS_AT_ONCE = 32

/** A folder of articles as it was found. */
export interface Folder {
  /** What a publication can be made from, in the order of their paths. */
  readonly seeds: readonly Seed[]
  /** The paths of all else that is not hidden; a link to a folder ends in `/`. */
  readonly ignored: readonly string[]
  /** One error for each file and folder that the system does not let us read. */
  readonly problems: readonly Problem[]
}

/** Reads a folder of articles, in any depth. Throws a UsageError where there is none that can be read. */
export async function readFolder(directory: string): Promise<Folder> {
  await assertFolder(directory)
  const { files, others, refused } = await listFiles(directory).catch((cause) => {
    const message = `Cannot read the folder ${directory}: ${describeRefusal(cause)}. Name another with --seeds DIR`
    throw new UsageError(message, { cause })
  })
  const wanted = files.filter((path) => ['article', 'settings', 'image', 'ledger'].includes(seedKind(path)))
  const read = await mapConcurrently(wanted.sort(compareText), READS_AT_ONCE, (path) =>
    readSeed(directory, path),
  )
  const folders = refused.map(({ path, cause }) => refusal(path, cause))
  return {
    seeds: read.flatMap((outcome) => ('bytes' in outcome ? outcome : [])),
    ignored: [...others, ...files.filter((path) => seedKind(path) === 'other')].sort(compareText),
    problems: [...folders, ...read.flatMap((outcome) => ('message' in outcome ? outcome : []))],
  }
}

async function readSeed(directory: string, path: string): Promise<Seed | Problem> {
  try {
    return { path, bytes: await readFile(join(directory, path)) }
  } catch (cause) {
    return refusal(path, cause)
  }
}

function refusal(path: string, cause: unknown): Problem {
  // Node puts this mark for what it cannot decode, and then does not find the file by that name.
  const message = path.includes('\ufffd')
    ? 'Cannot read this: its name is not UTF-8. Give it another name.'
    : `Cannot read this: ${describeRefusal(cause)}. Make it readable, or leave it out with a name that begins with "_".`
  return { severity: 'error', path, line: 1, column: 1, message }
}
