import type { Hono } from 'hono'
import { decodeEmbedded } from '../bundle/embedded-codec.ts'
import { decodeRelease } from '../bundle/release-codec.ts'
import { createApp } from './app.ts'
import { embeddedStore, type PackStore } from './packs/pack-store.ts'

/** The parts of a Worker: two files of a bundle, and the store of the other packs. */
export interface WorkerParts {
  /** An encoded release. */
  readonly release: ArrayBuffer
  /** The encoded packs that are embedded in the Worker. Absent if the store has all packs. */
  readonly hot?: ArrayBuffer
  readonly store: PackStore
}

/** Makes the Worker of a bundle. Throws if the release or the packs cannot be decoded. */
export function createWorker({ release, hot, store }: WorkerParts): Hono {
  return createApp({
    release: decodeRelease(new Uint8Array(release)),
    store: hot === undefined ? store : embeddedStore(decodeEmbedded(new Uint8Array(hot)), store),
  })
}
