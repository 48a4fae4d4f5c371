import { join } from 'node:path'
import { sendBytes } from '../../tests/support/raw-socket.ts'
import { buildArticles } from '../build-site.ts'
import type { Part } from '../part.ts'
import { type Server, serveSite, serveStore } from '../servers/serve-site.ts'

const POLLS = 144
/** The polls before which new articles were published. */
const PUBLICATIONS = [36, 72, 108]
const ARTICLES = 60
const FORMS = ['rss', 'atom', 'json'] as const

/** The way in which a reader polls. */
interface Habit {
  readonly name: string
  readonly gzip: boolean
  readonly validators: boolean
  readonly deltas: boolean
}

const HABITS: readonly Habit[] = [
  { name: 'plain', gzip: false, validators: false, deltas: false },
  { name: 'gzip', gzip: true, validators: false, deltas: false },
  { name: 'gzip, validators', gzip: true, validators: true, deltas: false },
  { name: 'gzip, validators, A-IM', gzip: true, validators: true, deltas: true },
]

/** How many bytes a feed reader needs in a day, with a poll every ten minutes and three publications. */
export const readers: Part = {
  name: 'readers',
  title: 'What a polling reader costs',
  isLong: false,
  measure: async (folder) => {
    const servers: Server[] = []
    try {
      for (let release = 0; release <= PUBLICATIONS.length; release++) {
        const place = join(folder, String(release))
        const built = await buildArticles(place, PUBLICATIONS.length - release, ARTICLES)
        const store = await serveStore(built)
        servers.push(await serveSite(join(place, 'server'), built, store.port))
        store.close()
      }
      const rows: string[][] = []
      for (const habit of HABITS) {
        const days = await Promise.all(FORMS.map((form) => countDay(servers, `/feed.${form}`, habit)))
        rows.push([habit.name, ...days.map((bytes) => (bytes / 1000).toFixed(1))])
      }
      return {
        method: [
          `${POLLS} polls, 3 publications of an article each between them, the feed of a site of ${ARTICLES} articles with deltas on: real requests to the Worker in workerd, all bytes of the answers counted, their heads included.`,
        ],
        targets: [],
        tables: [
          {
            caption: 'Kilobytes a day that one reader is sent.',
            columns: ['the reader asks with', ...FORMS],
            rows,
          },
        ],
      }
    } finally {
      for (const server of servers) await server.stop()
    }
  },
}

/** Polls as often as in a day, each time from the release that is live then. Resolves to the bytes of all answers. */
async function countDay(servers: readonly Server[], path: string, habit: Habit): Promise<number> {
  let bytes = 0
  let etag: string | undefined
  for (let poll = 0; poll < POLLS; poll++) {
    const server = servers[PUBLICATIONS.filter((publication) => publication <= poll).length]
    if (server === undefined) throw new RangeError(`No release for the poll ${poll}`)
    const lines = [
      `GET ${path} HTTP/1.1`,
      'Host: bench.example',
      'Connection: close',
      ...(habit.gzip ? ['Accept-Encoding: gzip'] : []),
      ...(habit.validators && etag !== undefined ? [`If-None-Match: ${etag}`] : []),
      ...(habit.deltas ? ['A-IM: feed'] : []),
    ]
    const answer = await sendBytes(server.port, `${lines.join('\r\n')}\r\n\r\n`)
    const head = answer.toString('latin1', 0, answer.indexOf('\r\n\r\n'))
    if (!/^HTTP\/1\.1 (?:200|226|304) /.test(head)) throw new Error(`${path} was answered ${head}`)
    etag = /^etag: (.+)$/im.exec(head)?.[1] ?? etag
    bytes += answer.length
  }
  return bytes
}
