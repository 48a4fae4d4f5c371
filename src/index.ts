import { env } from 'cloudflare:workers'
import hot from '../dist/hot.bin'
import release from '../dist/release.bin'
import { keyValueStore } from './edge/packs/key-value-store.ts'
import { createWorker } from './edge/worker.ts'

// Makes wrangler upload the ledger with the version, for the next deployment to read. It is never loaded.
void (() => import('../dist/ledger.bin'))

export default createWorker({ release, hot, store: keyValueStore(env.PACKS) })
