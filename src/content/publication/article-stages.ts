import type { ArticleContent } from '../../model/article.ts'
import type { Digest } from '../../model/runtime.ts'
import type { Seed } from '../../model/seed.ts'
import { type Finished, finishArticle } from '../article/finish-article.ts'
import { type ReadSeed, readingFile, readSeed } from '../article/read-seed.ts'
import { type ParsedAsset, parseAsset } from '../assets/asset-file.ts'
import type { IdentifiedFolder, OpenFolder } from './open-folder.ts'

/**
 * The steps of reading a folder that handle each file on its own. An implementation may divide them among threads and
 * cache their results; the results are the same.
 */
export interface ArticleStages<Content extends object = ArticleContent> {
  /** Reads each article of a folder like `readSeed`, in the order of its seeds. */
  readonly read: (folder: OpenFolder) => Promise<readonly ReadSeed[]>
  /** Reads a picture or another file that an article shows, like `parseAsset`. */
  readonly asset: (seed: Seed, digest: Digest) => ParsedAsset
  /** Finishes each article like `finishArticle`, in the order of `folder.named`. */
  readonly finish: (folder: IdentifiedFolder) => Promise<readonly Finished<Content>[]>
}

/** Runs the steps one after another, in this thread. */
export const inProcess: ArticleStages = {
  read: async ({ kinds, context }) => (kinds.get('article') ?? []).map((seed) => readSeed(seed, context)),
  asset: parseAsset,
  finish: async ({ named, site, referenceIndex, context }) =>
    named.map(({ parsedArticle, identity }) =>
      readingFile(parsedArticle, () =>
        finishArticle(parsedArticle, identity, site.settings, referenceIndex, context.detectLanguage),
      ),
    ),
}
