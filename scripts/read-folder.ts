import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { seedKind } from '../src/content/seed-kind.ts'
import { compareText } from '../src/model/compare-text.ts'
import type { Seed } from '../src/model/seed.ts'
import { assertFolder } from './check-options.ts'

/** A folder of articles as it was found. */
export interface Folder {
  /** What a publication can be made from, in the order of their paths. */
  readonly seeds: readonly Seed[]
  /** The paths of all other files that are not hidden. */
  readonly ignored: readonly string[]
}

/** Reads a folder of articles, in any depth. Throws a UsageError where there is none. */
export async function readFolder(directory: string): Promise<Folder> {
  await assertFolder(directory)
  const paths = await listFiles(directory)
  const wanted = paths.filter((path) => ['article', 'settings', 'image'].includes(seedKind(path)))
  const seeds = await Promise.all(
    wanted.map(async (path) => ({ path, bytes: await readFile(join(directory, path)) })),
  )
  return { seeds, ignored: paths.filter((path) => seedKind(path) === 'other') }
}

async function listFiles(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort(compareText)
}
