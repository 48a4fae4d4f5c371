import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const WORDS = 'porto treno sindaco scuola ponte mare libro luce piazza orto fiera banda'.split(' ')

/** What makes the edge take another way with a site. */
export interface WrittenSite {
  /** The path of its address: empty, or `/blog`. */
  readonly basePath: string
  readonly hasDeltas: boolean
  /** When it is built, if not now. */
  readonly at?: string
}

/** Writes a folder of so many articles, `articolo-0` the oldest, each long enough that a few dozen fill a pack. */
export function writeArticles(
  folder: string,
  count: number,
  { basePath, hasDeltas }: WrittenSite = { basePath: '', hasDeltas: false },
): void {
  mkdirSync(folder, { recursive: true })
  const feed = hasDeltas ? 'feed: { deltas: true }\n' : ''
  writeFileSync(
    join(folder, 'site.yaml'),
    `title: Molti articoli\nurl: https://molti.example${basePath}\nlanguage: it\n${feed}`,
  )
  for (let number = 0; number < count; number++) {
    const day = new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10)
    const head = `---\ntitle: Articolo ${number}\ndate: ${day}\n---\n`
    writeFileSync(join(folder, `articolo-${number}.md`), `${head}\n${paragraphs(number)}\n`)
  }
}

/** Prose that is different for each number, and does not compress to nothing. */
function paragraphs(number: number): string {
  let state = number + 1
  const next = () => {
    state = (state * 48_271) % 2_147_483_647
    return state
  }
  return Array.from({ length: 12 }, () =>
    Array.from({ length: 60 }, () => `${WORDS[next() % WORDS.length]}${next() % 97}`).join(' '),
  ).join('.\n\n')
}
