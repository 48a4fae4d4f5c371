import { type SeedKind, seedKind } from '../src/content/seed-kind.ts'
import { type LargeSeed, mostBytes } from '../src/content/seed-size.ts'
import { compareText } from '../src/model/compare-text.ts'
import type { Problem } from '../src/model/problem.ts'
import type { Seed } from '../src/model/seed.ts'
import { assertFolder } from './check-options.ts'
import { UsageError } from './command-line.ts'
import { describeRefusal } from './describe-refusal.ts'
import { DiskSeed, type FileSeed } from './disk-seed.ts'
import { type Listed, type ListedFile, listFiles } from './list-files.ts'
import { readRegularFile } from './read-regular-file.ts'
import { tellEndless, tellLargeText, tellOutside, tellRefused } from './tell-unread.ts'
import type { DigestOf } from './workshop/seed-digests.ts'

/** A folder of articles as it was found. */
export interface Folder {
  /** What a publication can be made from, in the order of their paths. */
  readonly seeds: readonly Seed[]
  /** The paths of all else that is not hidden; a link to a folder ends in `/`. */
  readonly ignored: readonly string[]
  /** One error for each file and folder that cannot be read, or must not. */
  readonly problems: readonly Problem[]
}

/**
 * Reads a folder of articles, in any depth, and nothing that lies out of it; with `digestOf`, articles are only read when
 * their bytes are asked for. Throws a UsageError where there is no folder that can be read.
 */
export async function readFolder(directory: string, digestOf?: DigestOf): Promise<Folder> {
  await assertFolder(directory)
  const listing = await listFiles(directory).catch((cause) => {
    const message = `Cannot read the folder ${directory}: ${describeRefusal(cause)}. Name another with --seeds DIR`
    throw new UsageError(message, { cause })
  })
  const { files, others, outside, endless, refused } = listing
  const wanted = files.filter(isWanted).sort(comparePaths)
  const read = wanted.map((listed) => readSeed(listed, digestOf))
  const left = [...files, ...endless].filter((listed) => !isWanted(listed))
  return {
    seeds: read.flatMap((outcome) => ('bytes' in outcome ? outcome : [])),
    ignored: [...others, ...left.map(({ path }) => path)].sort(compareText),
    problems: [
      ...refused.map(({ path, cause }) => tellRefused(path, cause)),
      ...outside.sort(comparePaths).map(({ path }) => tellOutside(path)),
      ...endless
        .filter(isWanted)
        .sort(comparePaths)
        .map(({ path }) => tellEndless(path)),
      ...read.flatMap((outcome) => ('message' in outcome ? outcome : [])),
    ],
  }
}

/** Whether something would be read if it were a file as any other. */
function isWanted({ path }: Listed): boolean {
  return seedKind(path) !== 'other'
}

function comparePaths(a: Listed, b: Listed): number {
  return compareText(a.path, b.path)
}

/** What may lie in the folder, too large to be published, without being meant to be. */
const LARGE: readonly SeedKind[] = ['image', 'media']

function readSeed(
  { path, file }: ListedFile,
  digestOf: DigestOf | undefined,
): FileSeed | (FileSeed & LargeSeed) | Problem {
  const kind = seedKind(path)
  try {
    if (digestOf && kind === 'article') {
      const { digest, size } = digestOf(file, mostBytes(kind))
      return tellLargeText(path, size) ?? new DiskSeed({ path: path.normalize('NFC'), file, digest })
    }
    const { bytes, size } = readRegularFile(file, mostBytes(kind))
    const isLarge = LARGE.includes(kind) && size > mostBytes(kind)
    return tellLargeText(path, size) ?? { path, file, bytes, ...(isLarge && { size }) }
  } catch (cause) {
    return tellRefused(path, cause)
  }
}
