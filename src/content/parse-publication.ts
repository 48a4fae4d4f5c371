import type { Seed } from '../model/seed.ts'
import type { AssetParser } from './asset-shelf.ts'
import { completeParsing, type ParsedPublication } from './complete-parsing.ts'
import { type Finished, finishArticle } from './finish-article.ts'
import {
  type IdentifiedFolder,
  identifyFolder,
  openFolder,
  type PublicationOptions,
  type SeedFolder,
} from './open-folder.ts'
import type { SeedContext } from './parse-seed.ts'
import { type ReadManuscript, readManuscript } from './read-manuscript.ts'
import { readingFile } from './reading-file.ts'

/**
 * Reads a folder of articles, whatever the order of its seeds. Every mistake is found in one run: one in a file hides none
 * in another.
 */
export function parsePublication(folder: SeedFolder, options: PublicationOptions): ParsedPublication {
  const open = openFolder(folder, options)
  const read = (open.kinds.get('article') ?? []).map((seed) => {
    const manuscript = readManuscript(seed, open.context)
    options.onRead?.()
    return manuscript
  })
  const identified = identifyFolder(open, read, options)
  return completeParsing(identified, finishAll(identified), options)
}

/** Who reads and finishes the articles of a large folder: several threads, or one that remembers. */
export interface Desk<Content> {
  /** As `readManuscript` does, in the order of the seeds. */
  readonly read: (seeds: readonly Seed[], context: SeedContext) => Promise<readonly ReadManuscript[]>
  /** As `parseAsset` does. */
  readonly asset: AssetParser
  /** As `finishArticle` does, in the order of the manuscripts. */
  readonly finish: (folder: IdentifiedFolder) => Promise<readonly Finished<Content>[]>
}

/** The same, with the articles read and finished by a desk. */
export async function parsePublicationAt<Content extends object>(
  desk: Desk<Content>,
  folder: SeedFolder,
  options: PublicationOptions,
): Promise<ParsedPublication<Content>> {
  const open = openFolder(folder, options)
  const read = await desk.read(open.kinds.get('article') ?? [], open.context)
  const identified = identifyFolder(open, read, options, desk.asset)
  return completeParsing(identified, await desk.finish(identified), options)
}

/** Finishes all articles of a folder, one after another. */
function finishAll({ named, site, library }: IdentifiedFolder): readonly Finished[] {
  return named.map(({ manuscript, identity }) =>
    readingFile(manuscript, () => finishArticle(manuscript, identity, site.settings, library)),
  )
}
