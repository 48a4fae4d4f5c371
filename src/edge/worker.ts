import type { Hono } from 'hono'
import { decodeEmbedded } from '../bundle/embedded-codec.ts'
import { decodeRelease } from '../bundle/release-codec.ts'
import { createApp } from './app.ts'
import { embeddedStore, type PackStore } from './packs/pack-store.ts'

/** What a Worker serves: two files of a bundle, and where its other packs are. */
export interface WorkerParts {
  /** An encoded release. */
  readonly release: ArrayBuffer
  /** The encoded packs that ride inside the Worker; none, where the store has all of them. */
  readonly hot?: ArrayBuffer
  readonly store: PackStore
}

/** Makes the Worker of a bundle. Throws where the release or the packs cannot be read. */
export function createWorker({ release, hot, store }: WorkerParts): Hono {
  return createApp({
    release: decodeRelease(new Uint8Array(release)),
    store: hot === undefined ? store : embeddedStore(decodeEmbedded(new Uint8Array(hot)), store),
  })
}
