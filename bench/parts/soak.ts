import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault, KeyValueServer } from '../../tests/support/key-value-server.ts'
import { buildSite } from '../build-site.ts'
import { percentile } from '../median.ts'
import type { Findings, Part } from '../part.ts'
import { readResidentBytes } from '../process-usage.ts'
import { readSitemaps } from '../servers/read-sitemaps.ts'
import { type Server, serveSite, serveStore } from '../servers/serve-site.ts'
import { Deployment } from '../soak/deployment.ts'
import { Observations } from '../soak/observations.ts'
import { askOddly, crawlPages, pollFeed, type Scene } from '../soak/visitors.ts'

const ARTICLES = 1500
const POLLERS = 24
const CRAWLERS = 4
const ODD_VISITORS = 3
const FAULTS: readonly Fault[] = ['error', 'reset', 'hang', 'missing', 'truncated', 'flipped', 'foreign']
const WELL_MILLISECONDS = 17_000
const FAULTY_MILLISECONDS = 3000
const MINUTE_MILLISECONDS = 60_000
/** The tolerance for memory that the garbage collector has not freed yet. */
const FLAT = 1.1

/** The memory of a server over time. */
interface Life {
  readonly samples: { readonly milliseconds: number; readonly bytes: number }[]
}

/** All kinds of load at once for a long time: readers, search engines, odd requests, a failing store, a deployment. */
export const soak: Part = {
  name: 'soak',
  title: 'A soak',
  isLong: true,
  measure: async (folder, { minutes }) => {
    const built = await buildSite(join(folder, 'first'), ARTICLES, '--hot-bytes', '400000')
    const next = await buildSite(join(folder, 'second'), ARTICLES + 1, '--hot-bytes', '400000')
    const store = await serveStore(built)
    const later = await serveStore(next)
    for (const [key, bytes] of later.values) store.values.set(key, bytes)
    later.close()
    const deployment = new Deployment(await serveSite(join(folder, 'a'), built, store.port))
    const observations = new Observations()
    const lives: Life[] = []
    try {
      const paths = await readSitemaps(deployment.live.port)
      const ending = new AbortController()
      const scene: Scene = { deployment, observations, signal: ending.signal }
      const visitors = [
        ...Array.from({ length: POLLERS }, (_, index) =>
          pollFeed(scene, `/feed.${['rss', 'atom', 'json'][index % 3]}`, index % 2 === 0),
        ),
        ...Array.from({ length: CRAWLERS }, () =>
          crawlPages(
            scene,
            paths.toSorted(() => Math.random() - 0.5),
          ),
        ),
        ...Array.from({ length: ODD_VISITORS }, (_, index) => askOddly(scene, index * 1_000_000)),
        disturb(store, observations, ending.signal),
      ]
      const half = (minutes * MINUTE_MILLISECONDS) / 2
      lives.push(await watch(deployment.live, half))
      deployment.switchTo(await serveSite(join(folder, 'b'), next, store.port))
      lives.push(await watch(deployment.live, half))
      ending.abort()
      store.fault = 'none'
      await Promise.all(visitors)
      return describe(observations, lives, minutes)
    } finally {
      await deployment.stop()
      store.close()
    }
  },
}

/** Makes the store fail in each way in turn, with time to recover in between. */
async function disturb(
  store: KeyValueServer,
  observations: Observations,
  signal: AbortSignal,
): Promise<void> {
  for (let turn = 0; !signal.aborted; turn++) {
    await sleep(WELL_MILLISECONDS, undefined, { signal }).catch(() => {})
    if (signal.aborted) return
    observations.setFaulty(true)
    store.fault = FAULTS[turn % FAULTS.length] ?? 'error'
    await sleep(FAULTY_MILLISECONDS, undefined, { signal }).catch(() => {})
    store.fault = 'none'
    observations.setFaulty(false)
  }
}

async function watch(server: Server, milliseconds: number): Promise<Life> {
  const begun = performance.now()
  const samples: { milliseconds: number; bytes: number }[] = []
  while (performance.now() - begun < milliseconds) {
    await sleep(1000)
    samples.push({ milliseconds: performance.now() - begun, bytes: await readResidentBytes(server.pid) })
  }
  return { samples }
}

/** The highest memory in the second minute, or in the part of it that there is, and in the last one. */
function growth({ samples }: Life): { readonly early: number; readonly late: number } {
  const end = samples.at(-1)?.milliseconds ?? 0
  const between = (from: number, to: number) =>
    Math.max(...samples.filter(({ milliseconds: at }) => at >= from && at <= to).map(({ bytes }) => bytes))
  const first = Math.min(MINUTE_MILLISECONDS, end / 3)
  return { early: between(first, first * 2), late: between(end - first, end) }
}

function describe(observations: Observations, lives: readonly Life[], minutes: number): Findings {
  const { statuses, milliseconds, wrong } = observations
  const grown = lives.map(growth)
  const worst = Math.max(...grown.map(({ early, late }) => late / early))
  const total = [...statuses.values()].reduce((sum, count) => sum + count, 0)
  return {
    method: [
      `${minutes} minutes of ${POLLERS} readers that poll with validators, half of them for deltas, ${CRAWLERS} search engines, ${ODD_VISITORS} visitors that ask for anything in any way, on a site of ${ARTICLES} articles in raw workerd.`,
      'The store fails for 3 of every 20 seconds, in each of seven ways in turn. In the middle another release takes the place of the first, as a deployment does it.',
      'An answer is wrong unless it is what `docs/http.md` allows: a 503 only while the store fails or is still waited for. Latencies are those while it is well.',
    ],
    targets: [
      {
        what: 'answers that nothing allows',
        mustReach: 'none',
        measured: wrong.size === 0 ? 'none' : `statuses ${[...wrong.keys()].join(', ')}`,
        reached: wrong.size === 0,
      },
      {
        what: 'memory of a server in its last minute, of that in its second',
        mustReach: `flat: at most ${FLAT}×`,
        measured: `${worst.toFixed(2)}×`,
        reached: worst <= FLAT,
      },
    ],
    tables: [
      {
        caption: `${total} requests.`,
        columns: ['requests/s', 'p50, ms', 'p99, ms', 'MB in the second minute', 'MB in the last minute'],
        rows: [
          [
            (total / (minutes * 60)).toFixed(0),
            percentile(milliseconds, 0.5).toFixed(1),
            percentile(milliseconds, 0.99).toFixed(1),
            grown.map(({ early }) => (early / 1e6).toFixed(0)).join(', then '),
            grown.map(({ late }) => (late / 1e6).toFixed(0)).join(', then '),
          ],
        ],
      },
      {
        caption: 'How they were answered; 0 stands for a connection that was closed without an answer.',
        columns: ['status', 'answers'],
        rows: [...statuses]
          .toSorted(([a], [b]) => a - b)
          .map(([status, count]) => [String(status), String(count)]),
      },
      ...(wrong.size === 0
        ? []
        : [
            {
              caption: 'The first request of each kind that was answered wrongly.',
              columns: ['status', 'request'],
              rows: [...wrong].map(([status, request]) => [status, JSON.stringify(request)]),
            },
          ]),
    ],
  }
}
