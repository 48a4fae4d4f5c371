import { join } from 'node:path'
import { startProgress } from '../../src/node/cli/progress.ts'
import { listPackKeys } from '../../src/node/files/pack-folder.ts'
import { RawConnection } from '../../tests/support/raw-connection.ts'
import { buildSite } from '../build-site.ts'
import { renderRequest } from '../load/run-load.ts'
import type { Findings, Part } from '../part.ts'
import { readResidentBytes } from '../process-usage.ts'
import { readSitemaps } from '../servers/read-sitemaps.ts'
import { type Server, serveSite, serveStore } from '../servers/serve-site.ts'

/** Articles whose packs fit in an isolate's memory, and articles whose packs do not by far. */
const FEW = 500
const MANY = 100_000
const CONNECTIONS = 8
/** A crawl by date may read the store once for so many articles. */
const ARTICLES_A_READ = 50
/** A Worker has 128 MB. The memory of the process itself does not count. */
const MOST_GROWN_BYTES = 100e6

/** The results of a crawl. */
interface Crawl {
  readonly articles: number
  readonly pages: number
  readonly packs: number
  readonly reads: number
  readonly packsRead: number
  readonly grownBytes: number
  readonly perSecond: number
}

/** A search engine that fetches every page: the isolate's memory, and the number of reads from the store. */
export const crawl: Part = {
  name: 'crawl',
  title: 'A crawl of everything',
  isLong: true,
  measure: async (folder, extent) => {
    const few = await crawlSite(join(folder, 'few'), FEW)
    return describe([few, await crawlSite(join(folder, 'many'), extent.articles ?? MANY)])
  },
}

async function crawlSite(folder: string, articles: number): Promise<Crawl> {
  // The Worker contains no packs, so every page is in the store.
  const built = await buildSite(folder, articles, '--hot-bytes', '0')
  const store = await serveStore(built)
  const server = await serveSite(join(folder, 'server'), built, store.port)
  try {
    const before = await readResidentBytes(server.pid)
    const paths = await readSitemaps(server.port)
    const begun = performance.now()
    const most = await fetchAll(server, paths)
    const seconds = (performance.now() - begun) / 1000
    return {
      articles,
      pages: paths.length,
      packs: (await listPackKeys(built)).length,
      reads: store.reads.length,
      packsRead: new Set(store.reads).size,
      grownBytes: most - before,
      perSecond: paths.length / seconds,
    }
  } finally {
    await server.stop()
    store.close()
  }
}

/** Fetches all pages. Resolves to the server's highest memory meanwhile. Throws if a page is missing. */
async function fetchAll(server: Server, paths: readonly string[]): Promise<number> {
  const progress = startProgress('pages crawled', paths.length)
  const queue = paths.values()
  let most = 0
  const work = async () => {
    const connection = new RawConnection(server.port)
    for (const path of queue) {
      const request = renderRequest(path, { 'Accept-Encoding': 'gzip', Accept: 'text/html' })
      const answer = await connection.send('GET', Buffer.from(request))
      if (answer?.status !== 200) throw new Error(`${path} was answered ${answer?.status}`)
      most = Math.max(most, await readResidentBytes(server.pid))
      progress.step()
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, work))
  progress.stop()
  return most
}

function describe(crawls: readonly [few: Crawl, many: Crawl]): Findings {
  const [few, many] = crawls
  return {
    method: [
      'Every page that the sitemaps name, newest first, over 8 connections, from raw workerd with a store beside it that counts; nothing rides inside the Worker.',
      'Memory is what the whole process of workerd grew by at most, garbage that is not collected yet included; the packs that an isolate keeps are 24 MB at most.',
    ],
    targets: [
      {
        what: `reads of a pack, ${few.articles} articles, whose packs fit`,
        mustReach: 'one',
        measured: (few.reads / few.packsRead).toFixed(2),
        reached: few.reads === few.packsRead,
      },
      {
        what: `reads of the store in a crawl by date of ${many.articles} articles`,
        mustReach: `at most ${many.articles / ARTICLES_A_READ}`,
        measured: String(many.reads),
        reached: many.reads <= many.articles / ARTICLES_A_READ,
      },
      {
        what: `memory that a crawl of ${many.articles} articles takes`,
        mustReach: `at most ${MOST_GROWN_BYTES / 1e6} MB`,
        measured: `${(many.grownBytes / 1e6).toFixed(0)} MB`,
        reached: many.grownBytes <= MOST_GROWN_BYTES,
      },
    ],
    tables: [
      {
        caption: 'Where the packs do not fit, a page’s pack may have gone again when it is next asked for.',
        columns: [
          'articles',
          'pages',
          'packs',
          'reads of the store',
          'packs read',
          'memory grown by, MB',
          'pages/s',
        ],
        rows: crawls.map(({ articles, pages, packs, reads, packsRead, grownBytes, perSecond }) => [
          String(articles),
          String(pages),
          String(packs),
          String(reads),
          String(packsRead),
          (grownBytes / 1e6).toFixed(0),
          perSecond.toFixed(0),
        ]),
      },
    ],
  }
}
