import { env } from 'cloudflare:workers'
import embeddedBytes from '../dist/hot.bin'
import releaseBytes from '../dist/release.bin'
import { decodeEmbedded } from './bundle/embedded-codec.ts'
import { decodeRelease } from './bundle/release-codec.ts'
import { createApp } from './edge/app.ts'
import { embeddedStore, keyValueStore } from './edge/packs/pack-store.ts'

const release = decodeRelease(new Uint8Array(releaseBytes))
const embedded = decodeEmbedded(new Uint8Array(embeddedBytes))

export default createApp({ release, store: embeddedStore(embedded, keyValueStore(env.PACKS)) })
