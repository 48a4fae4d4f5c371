import type { Bundle } from '../../src/bundle/bundle.ts'
import type { ArticleContent } from '../../src/model/article.ts'
import type { Pack } from '../../src/model/pack.ts'
import type { Publication } from '../../src/model/publication.ts'
import { compress } from '../../src/node/files/compress.ts'
import { type PublishSettings, publish } from '../../src/publish/publish.ts'
import { MemorySink } from './memory-sink.ts'
import { sha256 } from './sha256.ts'

/** A bundle with all packs of its trie, in the order of their keys. */
export interface WholeBundle extends Bundle {
  readonly packs: readonly Pack[]
}

/** Publishes in this process, as `publish` does, and keeps the packs in memory. */
export async function publishInMemory(
  publication: Publication<ArticleContent>,
  settings: Pick<PublishSettings, 'at' | 'hotBytes' | 'preview' | 'formats'>,
): Promise<WholeBundle> {
  const sink = new MemorySink()
  const bundle = await publish(publication, { ...settings, digest: sha256, compress, sink })
  return { ...bundle, packs: sink.packs }
}
