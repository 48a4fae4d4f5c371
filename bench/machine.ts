import { createRequire } from 'node:module'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { z } from 'zod'
import type { Machine } from './results.ts'

const packageFile = z.object({ version: z.string() })

/** Describes this machine and its software. */
export function describeMachine(): Machine {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    node: process.version,
    workerd: packageFile.parse(createRequire(import.meta.url)('workerd/package.json')).version,
  }
}
