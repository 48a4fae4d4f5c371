import { env } from 'cloudflare:workers'
import hot from '../dist/hot.bin'
import release from '../dist/release.bin'
import { keyValueStore } from './edge/packs/key-value-store.ts'
import { createWorker } from './edge/worker.ts'

// Carried for the next deployment, which reads it from the version: never loaded here.
void (() => import('../dist/ledger.bin'))

export default createWorker({ release, hot, store: keyValueStore(env.PACKS) })
