import { ADDRESSES } from '../../model/addresses.ts'
import type { Asset } from '../../model/asset.ts'
import { compareText } from '../../model/compare-text.ts'
import { EPOCH, type Instant } from '../../model/instant.ts'
import type { Problem } from '../../model/problem.ts'
import type { Stem } from '../../model/resource.ts'
import type { Seed } from '../../model/seed.ts'
import { type AssetFacts, type ParsedAsset, publishedBytes } from './asset-file.ts'

/** The pictures and other files of a folder. Records which of them articles use. */
export interface AssetRegistry {
  /** Finds the file of a path for an article that shows it from a moment on. Undefined if there is no such file. */
  readonly find: (path: string, from: Instant) => AssetFacts | undefined
  /** The files found so far, in the order of their paths. */
  readonly shown: () => readonly Asset[]
  /** The problems of these files. */
  readonly problems: () => readonly Problem[]
}

/** Reads a file, like `parseAsset`. */
export type AssetParser = (seed: Seed) => ParsedAsset

/** The media type of a file that cannot be published. */
export const UNREADABLE = 'application/octet-stream'

/** A file with an error: it is not published. References to it give no further message. */
const NO_FACTS: AssetFacts = { stem: ADDRESSES.home.stem, form: '', type: UNREADABLE, length: 0 }

/** A file that was found. */
interface FoundAsset {
  readonly seed: Seed
  /** Absent if the file counts as missing. */
  readonly facts?: AssetFacts
}

/** Creates a registry of files. A file is read when it is first found. */
export function createAssetRegistry(files: readonly Seed[], parse: AssetParser): AssetRegistry {
  const seeds = new Map(files.map((seed) => [seed.path, seed]))
  const assets = new Map<string, FoundAsset>()
  const shownFrom = new Map<Stem, Instant>()
  const problems: Problem[] = []

  const read = (seed: Seed): FoundAsset => {
    const { facts, problem } = parse(seed)
    if (problem) problems.push(problem)
    if (facts === undefined && problem?.severity !== 'error') return { seed }
    return { seed, facts: facts ?? NO_FACTS }
  }
  return {
    find: (path, from) => {
      const seed = seeds.get(path)
      if (seed === undefined) return undefined
      const asset = assets.get(path) ?? read(seed)
      assets.set(path, asset)
      if (asset.facts === undefined) return undefined
      const { stem } = asset.facts
      if (from < (shownFrom.get(stem) ?? Number.POSITIVE_INFINITY)) shownFrom.set(stem, from)
      return asset.facts
    },
    problems: () => problems,
    shown: () => {
      const found = [...assets.values()].flatMap(({ seed, facts }) =>
        facts === undefined || facts.type === UNREADABLE ? [] : [{ seed, facts }],
      )
      found.sort((a, b) => compareText(a.seed.path, b.seed.path))
      // Files with equal bytes are published once. With the extensions `.mp4` and `.m4a` they are film and sound: two
      // forms of one resource.
      const same = Map.groupBy(found, ({ facts }) => `${facts.stem}.${facts.form}`)
      return [...same.values()].flatMap((files) => createAsset(files, shownFrom))
    },
  }
}

/** Makes one asset of files that are equal after cleaning. */
function createAsset(
  files: readonly Required<FoundAsset>[],
  shownFrom: ReadonlyMap<Stem, Instant>,
): readonly Asset[] {
  const [first] = files
  if (first === undefined) return []
  const { seed, facts } = first
  const { stem, form, type, width, height } = facts
  return [
    {
      path: seed.path,
      get bytes() {
        return publishedBytes(seed, facts)
      },
      ...{ stem, form, type },
      ...(width && height && { width, height }),
      formerStems: [...new Set(files.flatMap(({ facts }) => facts.formerStem ?? []))],
      from: shownFrom.get(stem) ?? EPOCH,
    },
  ]
}
