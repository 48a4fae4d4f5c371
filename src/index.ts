import { env } from 'cloudflare:workers'
import hotPack from '../dist/hot.bin'
import releaseBytes from '../dist/release.bin'
import { decodeRelease } from './bundle/release-codec.ts'
import { createApp } from './edge/app.ts'
import { embeddedStore, keyValueStore } from './edge/pack-store.ts'

const release = decodeRelease(new Uint8Array(releaseBytes))
const embedded = new Map([[release.hotPack, new Uint8Array(hotPack)]])

export default createApp({ release, store: embeddedStore(embedded, keyValueStore(env.PACKS)) })
