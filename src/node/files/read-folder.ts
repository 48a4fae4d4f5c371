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

/** The digest and size of a file. If the file is too large to publish, the digest covers only its beginning. */
export interface FileDigest {
  readonly digest: string
  readonly size: number
}

/** Computes the digest of a file, given its real path and its greatest size in bytes. Throws as `readRegularFile` does. */
export type DigestOf = (file: string, most: number) => FileDigest

/** The content of a folder of articles. */
export interface Folder {
  /** The name of the folder. */
  readonly name: string
  /** The files that a publication is made from, in the order of their paths. */
  readonly seeds: readonly Seed[]
  /** The paths of all other files that are not hidden. A link to a folder ends in `/`. */
  readonly ignored: readonly string[]
  /** The paths of links, with the paths of their targets. */
  readonly links: ReadonlyMap<string, string>
  /** One error for each file and folder that cannot be read, or must not be. */
  readonly problems: readonly Problem[]
}

/**
 * Reads a folder of articles with its subfolders, and nothing outside of it. With `digestOf`, articles, pictures and other
 * media are read later, when their bytes are needed. Throws a UsageError if the folder cannot be read.
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
    // Most of these files contain other data than settings of a folder, and may be large.
    if (seedKind(path) === 'defaults')
      return folderFileOf(path, (each) => paths.has(each), name) !== undefined
    // Hidden files are not in the list.
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

/** The paths, within the folder, of the targets of links. */
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

/** Kinds of files that are numerous or large. */
const LAZY: readonly SeedKind[] = ['article', 'image', 'media']

/**
 * A file that is too large becomes a seed with its beginning and its size. The code that uses the seed reports the error.
 */
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
