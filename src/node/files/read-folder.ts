import { realpathSync } from 'node:fs'
import { basename, relative, resolve, sep } from 'node:path'
import { folderFileOf } from '../../content/settings/withholding/folder-files.ts'
import { type SeedKind, seedKind } from '../../content/source/seed-kind.ts'
import { type LargeSeed, mostBytes } from '../../content/source/seed-size.ts'
import { compareText } from '../../model/compare-text.ts'
import type { Problem } from '../../model/problem.ts'
import type { Seed } from '../../model/seed.ts'
import { assertFolder } from '../cli/check-options.ts'
import { UsageError } from '../cli/command-line.ts'
import { describeRefusal } from './describe-failure.ts'
import type { FileSeed } from './disk-seed.ts'
import { seedAt } from './disk-seed.ts'
import { type Listed, type ListedFile, listFiles } from './list-files.ts'
import { readRegularFile } from './read-regular-file.ts'
import { endlessProblem, outsideProblem, refusedProblem } from './unread-problem.ts'

/** The digest of a file's bytes, and how many there are; of one that is too large, the digest of its beginning. */
export interface FileDigest {
  readonly digest: string
  readonly size: number
}

/** The digest of a file, by its real path and by how many bytes it may have. Throws as `readRegularFile` does. */
export type DigestOf = (file: string, most: number) => FileDigest

/** A folder of articles as it was found. */
export interface Folder {
  /** What the folder is called. */
  readonly name: string
  /** What a publication can be made from, in the order of their paths. */
  readonly seeds: readonly Seed[]
  /** The paths of all else that is not hidden; a link to a folder ends in `/`. */
  readonly ignored: readonly string[]
  /** What links lead to, by their paths. */
  readonly links: ReadonlyMap<string, string>
  /** One error for each file and folder that cannot be read, or must not. */
  readonly problems: readonly Problem[]
}

/**
 * Reads a folder of articles, in any depth, and nothing that lies out of it; with `digestOf`, articles, pictures and other
 * media are only read when their bytes are asked for. Throws a UsageError where there is no folder that can be read.
 */
export async function readFolder(directory: string, digestOf?: DigestOf): Promise<Folder> {
  await assertFolder(directory)
  const listing = await listFiles(directory).catch((cause) => {
    const message = `Cannot read the folder ${directory}: ${describeRefusal(cause)}. Name another with --seeds DIR`
    throw new UsageError(message, { cause })
  })
  const { files, others, outside, endless, refused } = listing
  const name = basename(resolve(directory))
  const paths = new Set(files.map(({ path }) => path))
  const isWanted = ({ path }: Listed): boolean => {
    // Of what may be settings of a folder, most is data of some other kind, and may be large.
    if (seedKind(path) === 'defaults')
      return folderFileOf(path, (each) => paths.has(each), name) !== undefined
    // What is hidden was not listed.
    return seedKind(path) !== 'other'
  }
  const wanted = files.filter(isWanted).sort(comparePaths)
  const read = wanted.map((listed) => readSeed(listed, digestOf))
  const left = [...files, ...endless].filter((listed) => !isWanted(listed))
  return {
    name,
    seeds: read.flatMap((outcome) => ('bytes' in outcome ? outcome : [])),
    links: linksAmong(directory, wanted),
    ignored: [...others, ...left.map(({ path }) => path)].sort(compareText),
    problems: [
      ...refused.map(({ path, cause }) => refusedProblem(path, cause)),
      ...outside.sort(comparePaths).map(({ path }) => outsideProblem(path)),
      ...endless
        .filter(isWanted)
        .sort(comparePaths)
        .map(({ path }) => endlessProblem(path)),
      ...read.flatMap((outcome) => ('message' in outcome ? outcome : [])),
    ],
  }
}

/** The path in the folder of what a link leads to. */
function linksAmong(directory: string, files: readonly ListedFile[]): ReadonlyMap<string, string> {
  const root = realpathSync.native(directory)
  return new Map(
    files
      .map(({ path, file }): [string, string] => [path, relative(root, file).replaceAll(sep, '/')])
      .filter(([path, target]) => path !== target)
      .map(([path, target]) => [path.normalize('NFC'), target.normalize('NFC')]),
  )
}

function comparePaths(a: Listed, b: Listed): number {
  return compareText(a.path, b.path)
}

/** What there is much of. */
const LAZY: readonly SeedKind[] = ['article', 'image', 'media']

/** Of what is too large, the beginning and the size: what reads it tells of that. */
function readSeed(
  { path, file }: ListedFile,
  digestOf: DigestOf | undefined,
): FileSeed | (FileSeed & LargeSeed) | Problem {
  const most = mostBytes(seedKind(path))
  try {
    if (digestOf && LAZY.includes(seedKind(path))) {
      const { digest, size } = digestOf(file, most)
      return seedAt({ path: path.normalize('NFC'), file, digest, ...(size > most && { size }) })
    }
    const { bytes, size } = readRegularFile(file, most)
    return { path, file, bytes, ...(size > most && { size }) }
  } catch (cause) {
    return refusedProblem(path, cause)
  }
}
