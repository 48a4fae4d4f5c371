import { join } from 'node:path'
import { buildSite } from '../build-site.ts'
import { renderRequest } from '../load/run-load.ts'
import type { Extent, Findings, Part, Target } from '../part.ts'
import { CLIENT_CORE, pinProcess, SERVER_CORE, unpinProcess } from '../pin.ts'
import { bareStoreWorker, bareWorker, honoWorker, type Recorded } from '../servers/plain-worker.ts'
import { type Server, serveModules, serveSite, serveStore } from '../servers/serve-site.ts'
import { chooseColdPaths } from '../serving/cold-paths.ts'
import { type Comparison, type Contestant, compareServers } from '../serving/compare-servers.ts'
import { recordAnswer } from '../serving/record-answer.ts'
import type { Table } from '../table.ts'

/** Enough articles that an isolate cannot keep all of their packs: a crawl must read each pack again. */
const ARTICLES = 2000

/** A request, and which share of a bare Worker's speed it must reach. */
interface Scenario {
  readonly what: string
  readonly requests: readonly string[]
  readonly status: number
  readonly leastRate: number
  readonly mostCpu: number | undefined
  readonly contestants: readonly Contestant[]
}

/** Compares the Worker with the smallest possible Worker, in the same workerd. */
export const serving: Part = {
  name: 'serving',
  title: 'Serving',
  isLong: false,
  measure: async (folder, extent) => {
    const built = await buildSite(folder, ARTICLES)
    const store = await serveStore(built)
    const servers: Server[] = []
    const begin = async (starting: Promise<Server>): Promise<Server> => {
      const server = await starting
      servers.push(server)
      await pinProcess(server.pid, SERVER_CORE)
      return server
    }
    await pinProcess(process.pid, CLIENT_CORE)
    try {
      const site = await begin(serveSite(join(folder, 'site'), built, store.port))
      const scenarios: Scenario[] = []
      for (const { what, path, headers } of await hotRequests(site)) {
        const answer = await recordAnswer(site.port, path, headers)
        const name = join(folder, what.replaceAll(' ', '-'))
        scenarios.push({
          what,
          requests: [renderRequest(path, headers)],
          status: answer.status,
          leastRate: 0.9,
          mostCpu: 1.15,
          contestants: [
            { name: 'ours', server: site },
            { name: 'bare', server: await begin(serveModules(`${name}-bare`, bareWorker(answer))) },
            { name: 'hono', server: await begin(serveModules(`${name}-hono`, await honoWorker(answer))) },
          ],
        })
      }
      scenarios.push(await coldScenario(folder, built, site, store.port, begin))
      const compared: { readonly scenario: Scenario; readonly comparison: Comparison }[] = []
      for (const scenario of scenarios) {
        compared.push({ scenario, comparison: await compareServers(scenario, extent.rounds) })
      }
      return describe(compared, extent)
    } finally {
      for (const server of servers) await server.stop()
      store.close()
      await unpinProcess(process.pid)
    }
  },
}

const READER = { 'Accept-Encoding': 'gzip, deflate', Accept: '*/*', 'User-Agent': 'Reader/1.0' }

async function hotRequests(site: Server) {
  const feed = await recordAnswer(site.port, '/feed.rss', READER)
  const json = await recordAnswer(site.port, '/feed.json?limit=1', {})
  const article = /"url":\s*"https:\/\/[^/]+(\/articles\/[^"]+)"/.exec(
    new TextDecoder().decode(json.body),
  )?.[1]
  if (article === undefined) throw new Error('The feed has no article')
  return [
    { what: 'the main feed', path: '/feed.rss', headers: READER },
    { what: 'a hot article', path: article, headers: { ...READER, Accept: 'text/html,*/*;q=0.8' } },
    {
      what: 'a 304 of the feed',
      path: '/feed.rss',
      headers: { ...READER, 'If-None-Match': feed.headers['etag'] ?? '' },
    },
  ]
}

async function coldScenario(
  folder: string,
  built: string,
  site: Server,
  storePort: number,
  begin: (starting: Promise<Server>) => Promise<Server>,
): Promise<Scenario> {
  const { paths, keys } = await chooseColdPaths(built)
  const answer: Recorded = await recordAnswer(site.port, paths[0] ?? '/', READER)
  const bare = serveModules(join(folder, 'cold-bare'), bareStoreWorker(answer, keys), { storePort })
  return {
    what: 'an article in a cold pack',
    requests: paths.map((path) => renderRequest(path, READER)),
    status: 200,
    leastRate: 0.85,
    mostCpu: undefined,
    contestants: [
      { name: 'ours', server: site },
      { name: 'bare', server: await begin(bare) },
    ],
  }
}

function describe(
  compared: readonly { readonly scenario: Scenario; readonly comparison: Comparison }[],
  { rounds }: Extent,
): Findings {
  const targets = compared.flatMap(({ scenario, comparison }): readonly Target[] => {
    const { rate, cpu } = comparison.againstBare
    return [
      {
        what: `${scenario.what}: requests a second, of a bare Worker's`,
        mustReach: `at least ${scenario.leastRate.toFixed(2)}×`,
        measured: `${rate.toFixed(2)}×`,
        reached: rate >= scenario.leastRate,
      },
      ...(scenario.mostCpu === undefined
        ? []
        : [
            {
              what: `${scenario.what}: CPU a request, of a bare Worker's`,
              mustReach: `at most ${scenario.mostCpu.toFixed(2)}×`,
              measured: `${cpu.toFixed(2)}×`,
              reached: cpu <= scenario.mostCpu,
            },
          ]),
    ]
  })
  const tables: Table[] = [
    {
      caption: 'Medians of all rounds. CPU is that of workerd, the kernel’s share of it included.',
      columns: ['what', 'Worker', 'requests/s', 'CPU a request, µs', 'p50, ms', 'p99, ms'],
      rows: compared.flatMap(({ scenario, comparison }) =>
        comparison.rows.map(({ name, perSecond, cpuMicroseconds, p50, p99 }) => [
          scenario.what,
          name,
          perSecond.toFixed(0),
          cpuMicroseconds.toFixed(0),
          p50.toFixed(2),
          p99.toFixed(1),
        ]),
      ),
    },
  ]
  return {
    method: [
      `A site of ${ARTICLES} articles in raw \`workerd serve\`, minified as a deployment is, against a bare Worker that gives the same bytes with the same headers from memory, and one of hono.`,
      'For the cold pack, both read a pack of the same store in turn, each time one that is in no memory.',
      `The servers are held on one core, the load and the store on the other: 16 connections that are kept, ${rounds} rounds of 0.7 s each, the Workers in turn within a round.`,
      'A ratio is the median of the ratios of each round: what the machine does beside it harms both alike.',
    ],
    targets,
    tables,
  }
}
