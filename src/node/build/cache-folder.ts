import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { BUILD_CACHE, PACKAGE_VERSIONS, SOURCE_FOLDERS } from '../cli/project.ts'
import { digest } from '../files/digest.ts'
import { INDEX_PART, SCRATCH } from './blob-file.ts'
import { type BuildMode, showsDrafts } from './build-mode.ts'
import { cacheKey } from './cache-keys.ts'

/** What a build is for. Builds of one folder, for one address, with drafts or without, have much in common. */
export interface BuildPurpose {
  /** The folder of articles. */
  readonly seeds: string
  readonly url: string | undefined
  readonly mode: BuildMode
}

/** Beside each folder of the cache, a file that names the folder of articles. */
const PURPOSE = '.folder'

/** What no build has used for so long is removed: of other folders, of other versions of us, of builds that were killed. */
const STALE_MILLISECONDS = 7 * 24 * 60 * 60 * 1000

/** The folder of the cache for a purpose, and for our version as it is at this moment. */
export function cacheFolderOf({ seeds, url, mode }: BuildPurpose): string {
  return join(BUILD_CACHE, cacheKey(readVersion(), resolve(seeds), url, showsDrafts(mode)).slice(0, 16))
}

/** What each result depends on beside the articles: our sources, the packages that they use, and Node. */
function readVersion(): string {
  const sources = SOURCE_FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => join(folder, path)),
  )
  const files = [...sources, ...PACKAGE_VERSIONS.filter((path) => existsSync(path))]
  const digests = files.sort().map((path) => [path, digest(readFileSync(path))])
  return cacheKey(process.version, process.arch, digests)
}

/** Removes what no build needs any more, after a build in `folder`. What cannot be removed now, the next build removes. */
export function tidyCache(folder: string, { seeds }: BuildPurpose): void {
  try {
    writeFileSync(folder + PURPOSE, resolve(seeds))
    removePurposeless()
    removeStale(BUILD_CACHE, (name) => !name.startsWith(basename(folder)))
    // What a build that was killed has left.
    removeStale(folder, (name) => name.endsWith(SCRATCH) || name.startsWith(INDEX_PART))
  } catch {
    // Another build tidies up at the same time, or the disk is full.
  }
}

/** Removes what was kept for folders of articles that are gone. */
function removePurposeless(): void {
  for (const name of readdirSync(BUILD_CACHE).filter((each) => each.endsWith(PURPOSE))) {
    const path = join(BUILD_CACHE, name)
    const seeds = readFileSync(path, 'utf8')
    // A process apart sees no other folder, there or not.
    if (!mayRead(seeds) || existsSync(seeds)) continue
    rmSync(path.slice(0, -PURPOSE.length), { recursive: true, force: true })
    rmSync(path, { force: true })
  }
}

function mayRead(path: string): boolean {
  return process.permission?.has('fs.read', path) ?? true
}

function removeStale(folder: string, isConcerned: (name: string) => boolean): void {
  for (const name of readdirSync(folder).filter(isConcerned)) {
    const path = join(folder, name)
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() }
    if (Date.now() - mtimeMs > STALE_MILLISECONDS) rmSync(path, { recursive: true, force: true })
  }
}
