import type { Asset } from '../model/asset.ts'
import { compareText } from '../model/compare-text.ts'
import type { Digest } from '../model/digest.ts'
import { EPOCH, type Instant } from '../model/instant.ts'
import type { Problem } from '../model/problem.ts'
import type { Stem } from '../model/resource.ts'
import type { Seed } from '../model/seed.ts'
import { type AssetFile, checkAsset, parseAsset } from './asset.ts'

/** The pictures and other files of a folder, and which of them have been asked for. */
export interface AssetShelf {
  /** The file of a path, for one who shows it from a moment on. */
  readonly find: (path: string, from: Instant) => AssetFile | undefined
  /** Those that were found so far, in the order of their paths. */
  readonly shown: () => readonly Asset[]
  /** What is wrong with them. */
  readonly problems: () => readonly Problem[]
}

/** The media type of a file that cannot be published. */
export const UNREADABLE = 'application/octet-stream'

/** Puts files on a shelf. Each is read when it is first asked for. */
export function createAssetShelf(files: readonly Seed[], digest: Digest): AssetShelf {
  const seeds = new Map(files.map((seed) => [seed.path, seed]))
  const assets = new Map<string, AssetFile>()
  const shownFrom = new Map<Stem, Instant>()
  const problems: Problem[] = []

  const read = (seed: Seed): AssetFile => {
    const { path, bytes } = seed
    const asset = parseAsset(seed, digest)
    const problem = checkAsset(seed, asset)
    if (problem) problems.push(problem)
    // An error has been told of the file: nothing is published, and what leads to it need not be told of as well.
    if (asset === undefined) return { path, bytes, stem: '/' as Stem, form: '', type: UNREADABLE }
    return asset
  }
  return {
    find: (path, from) => {
      const seed = seeds.get(path)
      if (seed === undefined) return undefined
      const asset = assets.get(path) ?? read(seed)
      assets.set(path, asset)
      if (from < (shownFrom.get(asset.stem) ?? Number.POSITIVE_INFINITY)) shownFrom.set(asset.stem, from)
      return asset
    },
    problems: () => problems,
    shown: () => {
      const found = [...assets.values()].filter(({ type }) => type !== UNREADABLE)
      found.sort((a, b) => compareText(a.path, b.path))
      // Two files with the same bytes are one. Called `.mp4` and `.m4a` they are film and sound, in two forms of one resource.
      return [...Map.groupBy(found, ({ stem, form }) => `${stem}.${form}`).values()].flatMap(([first]) =>
        first ? { ...first, from: shownFrom.get(first.stem) ?? EPOCH } : [],
      )
    },
  }
}
