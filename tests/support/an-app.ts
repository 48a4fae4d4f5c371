import type { Hono } from 'hono'
import { decodeRelease } from '../../src/bundle/release-codec.ts'
import { createApp } from '../../src/edge/app.ts'
import type { PackStore } from '../../src/edge/packs/pack-store.ts'
import type { ArticleContent } from '../../src/model/article.ts'
import type { Instant } from '../../src/model/instant.ts'
import { instant } from '../../src/model/instant.ts'
import type { PackKey } from '../../src/model/pack.ts'
import type { Publication } from '../../src/model/publication.ts'
import { publishInMemory } from './publish-in-memory.ts'

/** When test publications are built, unless told otherwise. */
export const BUILT_AT = instant(Date.UTC(2026, 0, 1))

/** An app that serves a publication, with the keys of the packs that it read. */
export interface TestApp {
  readonly app: Hono
  readonly reads: PackKey[]
  readonly packs: Map<PackKey, Uint8Array>
}

/** Publishes and serves in this process; the hot pack is in the store like any other. */
export async function anApp(
  publication: Publication<ArticleContent>,
  now: () => Instant = () => BUILT_AT,
  hotBytes?: number,
): Promise<TestApp> {
  const settings = { at: BUILT_AT, ...(hotBytes !== undefined && { hotBytes }) }
  const bundle = await publishInMemory(publication, settings)
  const packs = new Map([...bundle.embedded, ...bundle.packs].map(({ key, bytes }) => [key, bytes]))
  const reads: PackKey[] = []
  const store: PackStore = {
    read: async (key) => {
      reads.push(key)
      return packs.get(key)
    },
  }
  return { app: createApp({ release: decodeRelease(bundle.release), store, now }), reads, packs }
}
