import { appendFileSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PackSink } from '../../../src/bundle/bundle.ts'
import { parsePublication } from '../../../src/content/publication/parse-publication.ts'
import { instant } from '../../../src/model/instant.ts'
import type { PackKey } from '../../../src/model/pack.ts'
import { BuildSession } from '../../../src/node/build/build-session.ts'
import { compress } from '../../../src/node/files/compress.ts'
import { digest } from '../../../src/node/files/digest.ts'
import { readFolder } from '../../../src/node/files/read-folder.ts'
import { publish } from '../../../src/publish/publish.ts'
import { aPhoto, PHOTOS } from '../../support/a-photo.ts'
import { aGif } from '../../support/a-picture.ts'
import { MemorySink } from '../../support/memory-sink.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { writePublication } from '../../support/write-publication.ts'

/** Some of the articles are still to come. */
const AT = instant(Date.UTC(2025, 5, 3))
const OPTIONS = { digest, guarded: false }
const SETTINGS = { digest, hotBytes: 10_000 }

/** So many are divided among threads here. */
const ARTICLES = 160

/** What a build comes to: each pack by its key, with all that is told of the folder. */
interface Built {
  readonly release: string
  readonly packs: readonly PackKey[]
  readonly problems: readonly unknown[]
  /** The packs that were made, and not known to be there. */
  readonly made: number
  /** What was worked on, and how often. */
  readonly work: Readonly<Record<string, number>>
}

function aFolder(): string {
  const folder = temporaryFolder()
  writePublication(folder, ARTICLES, 'https://news.site')
  for (const name of filesIn(folder)) utimesSync(name, 0, 1_700_000_000)
  return folder
}

/** One that was dated long before, in no other language. */
function anArticle(number: number): string {
  return `---\ntitle: The number ${number}\ndate: 2025-01-0${number}\n---\n\nOne.\n`
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
}

async function buildAlone(directory: string): Promise<Omit<Built, 'made' | 'work'>> {
  const { publication, problems } = await parsePublication(await readFolder(directory), {
    ...OPTIONS,
    at: AT,
  })
  if (publication === undefined) throw new Error(JSON.stringify(problems))
  const sink = new MemorySink()
  const { release } = await publish(publication, { ...SETTINGS, at: AT, compress, sink })
  return { release: digest(release), packs: sink.packs.map(({ key }) => key).sort(), problems }
}

async function buildIn(
  kept: string,
  directory: string,
  { threads = 1, registry = new Map<PackKey, number>(), reversed = false, at = AT } = {},
): Promise<Built> {
  const work: Record<string, number> = {}
  const onWork = (what: string, total: number) => {
    work[what] = total
    return { step: () => {}, stop: () => {} }
  }
  const session = new BuildSession({ directory, folder: kept, threads, worthThreads: ARTICLES, onWork })
  let made = 0
  const sink: PackSink = {
    put: ({ key, bytes }) => {
      made++
      registry.set(key, bytes.length)
    },
    has: ({ key, size }) => registry.get(key) === size,
  }
  try {
    const folder = await readFolder(directory, session.digestOf)
    const seeds = reversed ? [...folder.seeds].reverse() : folder.seeds
    const { publication, problems } = await parsePublication({ seeds }, { ...OPTIONS, at }, session)
    if (publication === undefined) throw new Error(JSON.stringify(problems))
    const { release, sizes } = await publish(publication, { ...SETTINGS, at, compress, sink }, session)
    await session.endBuild()
    return { release: digest(release), packs: [...sizes.keys()].sort(), problems, made, work }
  } finally {
    await session.close()
  }
}

describe('Workshop', () => {
  it('gives the same bytes with one thread as with three, in any order, and as without a build session', async () => {
    const folder = aFolder()
    const alone = await buildAlone(folder)
    expect(await buildIn(temporaryFolder(), folder)).toMatchObject(alone)
    expect(await buildIn(temporaryFolder(), folder, { threads: 3, reversed: true })).toMatchObject(alone)
  })

  it('gives the same bytes out of what it remembers, and makes nothing again', async () => {
    const [folder, kept, registry] = [aFolder(), temporaryFolder(), new Map<PackKey, number>()]
    const first = await buildIn(kept, folder, { registry })
    const second = await buildIn(kept, folder, { registry })
    const nothing = {
      'articles read': 0,
      'articles finished': 0,
      'articles rendered': 0,
      'lists rendered': 0,
    }
    expect(second).toEqual({ ...first, made: 0, work: nothing })
  })

  it('gives the same bytes of photos that are cleaned, and reads none again that was not changed', async () => {
    const [folder, kept] = [temporaryFolder(), temporaryFolder()]
    for (const [name] of PHOTOS) writeFileSync(join(folder, name), aPhoto(name))
    const shown = PHOTOS.map(([name]) => `![](${name})`).join('\n')
    for (let number = 1; number <= ARTICLES; number++)
      writeFileSync(
        join(folder, `${number}.md`),
        `---\ntitle: The number ${number}\ndate: 2025-01-01\n---\n\n${shown}\n`,
      )
    for (const name of filesIn(folder)) utimesSync(name, 0, 1_700_000_000)
    const alone = await buildAlone(folder)
    expect(await buildIn(kept, folder, { threads: 3 })).toMatchObject(alone)
    expect(await buildIn(kept, folder)).toMatchObject({ ...alone, work: { 'articles finished': 0 } })
  })

  it('makes nothing again at a later moment that changes nothing, even without a ledger', async () => {
    const [folder, kept] = [temporaryFolder(), temporaryFolder()]
    for (const number of [1, 2, 3]) writeFileSync(join(folder, `${number}.md`), anArticle(number))
    await buildIn(kept, folder, { at: AT })
    const { work } = await buildIn(kept, folder, { at: instant(AT + 60_000) })
    expect(work).toEqual({
      'articles read': 0,
      'articles finished': 0,
      'articles rendered': 0,
      'lists rendered': 0,
    })
  })

  it('makes again only what an article touches', async () => {
    const [folder, kept] = [aFolder(), temporaryFolder()]
    await buildIn(kept, folder)
    appendFileSync(join(folder, 'n7.md'), '\n\nOne line more.\n')
    const { work, ...again } = await buildIn(kept, folder)
    expect(again).toMatchObject(await buildAlone(folder))
    expect(work).toMatchObject({ 'articles read': 1, 'articles finished': 1, 'articles rendered': 1 })
    expect(work['lists rendered']).toBeLessThan(15)
  })

  it('finds files whose names the system has taken apart', async () => {
    const [folder, kept] = [temporaryFolder(), temporaryFolder()]
    writeFileSync(join(folder, 'cafe\u0301.gif'), aGif(640, 480))
    writeFileSync(join(folder, 'a\u0300.md'), `${anArticle(1)}\n![A counter](caf\u00e9.gif)\n`)
    expect(await buildIn(kept, folder)).toMatchObject(await buildAlone(folder))
  })

  it('sees what an article refers to come and go', async () => {
    const [folder, kept] = [aFolder(), temporaryFolder()]
    await buildIn(kept, folder)
    rmSync(join(folder, 'pictures/p3.png'))
    expect(await buildIn(kept, folder)).toMatchObject(await buildAlone(folder))
  })

  it('makes everything anew where what it remembers is gone or cut off', async () => {
    const [folder, kept] = [aFolder(), temporaryFolder()]
    const first = await buildIn(kept, folder)
    const largest = readdirSync(kept).find((name) => name.endsWith('-0')) ?? ''
    rmSync(join(kept, largest))
    expect(await buildIn(kept, folder)).toEqual(first)
  })

  it('publishes nothing that was damaged where it was kept, and makes it anew the next time', async () => {
    const [folder, kept] = [aFolder(), temporaryFolder()]
    const { work: _work, made: _made, ...first } = await buildIn(kept, folder)
    const largest = join(kept, readdirSync(kept).find((name) => name.endsWith('-0')) ?? '')
    const bytes = readFileSync(largest)
    // A page of an article: what was noted of it comes later.
    bytes.fill(0, bytes.length >> 2, (bytes.length >> 2) + 4096)
    writeFileSync(largest, bytes)
    await expect(buildIn(kept, folder)).rejects.toThrow('was damaged, and is not used any more. Build again')
    expect(await buildIn(kept, folder)).toMatchObject(first)
  })

  it('takes what was damaged of its notes for what was never there', async () => {
    const [folder, kept] = [aFolder(), temporaryFolder()]
    const { work: _work, made: _made, ...first } = await buildIn(kept, folder)
    const index = readFileSync(join(kept, 'index'), 'utf8')
    writeFileSync(join(kept, 'index'), index.replaceAll(/ (\d)(\d* \d+\n)/g, ' 9$1$2'))
    expect(await buildIn(kept, folder)).toMatchObject(first)
  })

  it('builds of a folder as it was at one moment, or not at all', async () => {
    const [folder, kept] = [aFolder(), temporaryFolder()]
    const session = new BuildSession({
      ...{ directory: folder, folder: kept, threads: 3 },
      worthThreads: ARTICLES,
    })
    try {
      const { seeds } = await readFolder(folder, session.digestOf)
      appendFileSync(join(folder, 'n7.md'), '\nOne line more.\n')
      await expect(parsePublication({ seeds }, { ...OPTIONS, at: AT }, session)).rejects.toThrow(
        'n7.md was changed while it was read. Build again',
      )
    } finally {
      await session.close()
    }
  })

  it('lets two builds at once each have its own', async () => {
    const [folder, kept] = [aFolder(), temporaryFolder()]
    const [one, other] = await Promise.all([buildIn(kept, folder), buildIn(kept, folder)])
    expect(one).toEqual(other)
    expect((await buildIn(kept, folder)).work['articles read']).toBe(0)
  })
})
