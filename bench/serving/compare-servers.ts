import { runLoad } from '../load/run-load.ts'
import { median } from '../median.ts'
import { readCpuMicroseconds } from '../process-usage.ts'
import type { Server } from '../servers/serve-site.ts'

/** One of the compared servers. */
export interface Contestant {
  readonly name: string
  readonly server: Server
}

/** The requests that all servers get. */
export interface Race {
  readonly requests: readonly string[]
  readonly status: number
  readonly contestants: readonly Contestant[]
}

/** The results of a server in a round. */
interface Lap {
  readonly perSecond: number
  readonly cpuMicroseconds: number
  readonly p50: number
  readonly p99: number
}

/** The medians of each server, and those of the first in relation to the second. */
export interface Comparison {
  readonly rows: readonly (Lap & { readonly name: string })[]
  /** The medians of the ratios in each round. */
  readonly againstBare: { readonly rate: number; readonly cpu: number }
}

const CONNECTIONS = 16
const LAP_MILLISECONDS = 700

/**
 * Sends load to each server in turn, for several rounds, so that other work on the machine affects all of them. A first
 * round warms up the code, and does not count.
 */
export async function compareServers(
  { requests, status, contestants }: Race,
  rounds: number,
): Promise<Comparison> {
  const laps = contestants.map((): Lap[] => [])
  for (let round = 0; round <= rounds; round++) {
    for (const [place, { server }] of contestants.entries()) {
      const before = await readCpuMicroseconds(server.pid)
      const load = { port: server.port, requests: [...requests], status }
      const outcome = await runLoad({ ...load, connections: CONNECTIONS, milliseconds: LAP_MILLISECONDS })
      const cpu = (await readCpuMicroseconds(server.pid)) - before
      const { answers, ...rest } = outcome
      if (round > 0) laps[place]?.push({ ...rest, cpuMicroseconds: cpu / answers })
    }
  }
  const [ours = [], bare = []] = laps
  const ratio = (of: (lap: Lap) => number) =>
    median(ours.flatMap((lap, round) => bare.slice(round, round + 1).map((other) => of(lap) / of(other))))
  return {
    rows: contestants.map(({ name }, place) => {
      const own = laps[place] ?? []
      const middle = (of: (lap: Lap) => number) => median(own.map(of))
      return {
        name,
        perSecond: middle((lap) => lap.perSecond),
        cpuMicroseconds: middle((lap) => lap.cpuMicroseconds),
        p50: middle((lap) => lap.p50),
        p99: middle((lap) => lap.p99),
      }
    }),
    againstBare: { rate: ratio((lap) => lap.perSecond), cpu: ratio((lap) => lap.cpuMicroseconds) },
  }
}
