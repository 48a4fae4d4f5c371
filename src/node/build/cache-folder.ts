import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { BUILD_CACHE, PACKAGE_VERSIONS, SOURCE_FOLDERS } from '../cli/project.ts'
import { digest } from '../files/digest.ts'
import { INDEX_PART, SCRATCH } from './blob-file.ts'
import { type BuildMode, showsDrafts } from './build-mode.ts'
import { cacheKey } from './cache-keys.ts'

/** What a build is for. Builds with the same folder, address and use of drafts share a cache. */
export interface BuildPurpose {
  /** The folder of articles. */
  readonly seeds: string
  readonly url: string | undefined
  readonly mode: BuildMode
}

/** The suffix of a file beside each cache folder. It contains the path of the folder of articles. */
const PURPOSE = '.folder'

/**
 * A cache that no build has used for so long is deleted: of other folders, of other versions of the code, of killed builds.
 */
const STALE_MILLISECONDS = 7 * 24 * 60 * 60 * 1000

/** The cache folder for a purpose and for the present version of the code. */
export function cacheFolderOf({ seeds, url, mode }: BuildPurpose): string {
  return join(BUILD_CACHE, cacheKey(readVersion(), resolve(seeds), url, showsDrafts(mode)).slice(0, 16))
}

/** The key of what each result depends on besides the articles: the sources, the packages, Node and the processor. */
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

/** Deletes old cache folders after a build in `folder`. If something cannot be deleted, the next build tries again. */
export function tidyCache(folder: string, { seeds }: BuildPurpose): void {
  try {
    writeFileSync(folder + PURPOSE, resolve(seeds))
    removePurposeless()
    removeStale(BUILD_CACHE, (name) => !name.startsWith(basename(folder)))
    // Files of killed builds.
    removeStale(folder, (name) => name.endsWith(SCRATCH) || name.startsWith(INDEX_PART))
  } catch {
    // Another build deletes at the same time, or the disk is full.
  }
}

/** Deletes the caches of folders of articles that no longer exist. */
function removePurposeless(): void {
  for (const name of readdirSync(BUILD_CACHE).filter((each) => each.endsWith(PURPOSE))) {
    const path = join(BUILD_CACHE, name)
    const seeds = readFileSync(path, 'utf8')
    // A process with restricted permissions cannot see whether another folder exists.
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
