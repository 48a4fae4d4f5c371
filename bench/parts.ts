import type { Part } from './part.ts'
import { build } from './parts/build.ts'
import { crawl } from './parts/crawl.ts'
import { growth } from './parts/growth.ts'
import { peers } from './parts/peers.ts'
import { readers } from './parts/readers.ts'
import { serving } from './parts/serving.ts'
import { soak } from './parts/soak.ts'
import { start } from './parts/start.ts'
import { worker } from './parts/worker.ts'
import { writes } from './parts/writes.ts'

/** All parts, in the order of the report. */
export const PARTS: readonly Part[] = [
  build,
  start,
  peers,
  growth,
  writes,
  serving,
  worker,
  readers,
  crawl,
  soak,
]
