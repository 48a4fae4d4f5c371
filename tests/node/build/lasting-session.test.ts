import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { PackSink } from '../../../src/bundle/bundle.ts'
import { parsePublication } from '../../../src/content/publication/parse-publication.ts'
import { instant } from '../../../src/model/instant.ts'
import type { PackKey } from '../../../src/model/pack.ts'
import { BuildSession } from '../../../src/node/build/build-session.ts'
import { compress } from '../../../src/node/files/compress.ts'
import { digest } from '../../../src/node/files/digest.ts'
import { readFolder } from '../../../src/node/files/read-folder.ts'
import { publish } from '../../../src/publish/publish.ts'
import { MemorySink } from '../../support/memory-sink.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { writePublication } from '../../support/write-publication.ts'

/** Some of the articles are still to come. */
const AT = instant(Date.UTC(2025, 0, 20))
const SETTINGS = { at: AT, digest, hotBytes: 10_000 }
const READING = { at: AT, digest, guarded: false }

/** What a folder comes to: a release names all packs by their bytes. Without one, what is wrong. */
type BuildOutcome = { readonly release: string } | { readonly problems: readonly unknown[] }

/** A folder with a build session that goes on from build to build. */
function aNewsroom(articles = 24) {
  const [folder, kept] = [temporaryFolder(), temporaryFolder()]
  writePublication(folder, articles, 'https://news.site')
  const session = new BuildSession({ directory: folder, folder: kept, threads: 1, isLasting: true })
  onTestFinished(() => session.close())
  const registry = new Map<PackKey, number>()
  const sink: PackSink = {
    put: ({ key, bytes }) => void registry.set(key, bytes.length),
    has: ({ key, size }) => registry.get(key) === size,
  }
  const build = async (): Promise<BuildOutcome> => {
    const read = await readFolder(folder, session.digestOf)
    const { publication, problems } = await parsePublication(read, READING, session)
    const built = publication && (await publish(publication, { ...SETTINGS, compress, sink }, session))
    await session.endBuild(built !== undefined)
    return built ? { release: digest(built.release) } : { problems }
  }
  return { folder, build }
}

async function buildFromNothing(folder: string): Promise<BuildOutcome> {
  const { publication, problems } = await parsePublication(await readFolder(folder), READING)
  if (publication === undefined) return { problems }
  return {
    release: digest((await publish(publication, { ...SETTINGS, compress, sink: new MemorySink() })).release),
  }
}

describe('Workshop, from build to build', () => {
  it('gives the bytes of a build from nothing after each of many changes', async () => {
    const { folder, build } = aNewsroom()
    const article = join(folder, 'n7.md')
    writeFileSync(article, '---\ntitle: The seventh\ndate: 2025-01-08\n---\n\nOne.\n')
    writeFileSync(
      join(folder, 'n8.md'),
      '---\ntitle: Next\ndate: 2025-01-09\n---\n\n[It](n7.md), ![x](x.png)\n',
    )
    writeFileSync(join(folder, 'x.png'), readFileSync(join(folder, 'pictures/p3.png')))
    const text = readFileSync(article, 'utf8')
    const site = readFileSync(join(folder, 'site.yaml'), 'utf8')
    const changes: readonly (() => void)[] = [
      () => {},
      () => appendFileSync(article, '\nAnother line.\n'),
      () => appendFileSync(article, '\nAnd another.\n'),
      // As it was two builds ago.
      () => writeFileSync(article, text),
      () => writeFileSync(article, text.replace('---\n\n', 'tags: [Porto]\n---\n\n')),
      () => writeFileSync(article, text.replace('2025-01-08', '2025-02-08')),
      () => writeFileSync(article, text.replace('2025-01-08', 'domani')),
      () => appendFileSync(join(folder, 'n8.md'), '\nWritten while the other was wrong.\n'),
      () => writeFileSync(article, text),
      () => renameSync(article, join(folder, 'renamed.md')),
      () => rmSync(join(folder, 'renamed.md')),
      () => writeFileSync(article, text),
      () => writeFileSync(join(folder, 'x.png'), readFileSync(join(folder, 'pictures/p4.png'))),
      () => rmSync(join(folder, 'x.png')),
      () => writeFileSync(join(folder, 'x.png'), readFileSync(join(folder, 'pictures/p5.png'))),
      () => writeFileSync(join(folder, 'site.yaml'), site.replace('La banda del porto', 'Un altro nome')),
      () => writeFileSync(join(folder, 'site.yaml'), `${site}feed: { items: 5 }\n`),
      () => writeFileSync(join(folder, 'site.yaml'), site.replace('Europe/Rome', 'America/New_York')),
      () => writeFileSync(join(folder, 'site.yaml'), site),
    ]
    for (const [place, change] of changes.entries()) {
      change()
      expect([place, await build()]).toEqual([place, await buildFromNothing(folder)])
    }
  })

  it('holds no more after many builds than after a few', async () => {
    const { folder, build } = aNewsroom()
    setFlagsFromString('--expose-gc')
    const collect: unknown = runInNewContext('gc')
    const heldAfter = async (builds: number): Promise<number> => {
      for (let each = 0; each < builds; each++) {
        appendFileSync(join(folder, 'n1.md'), `\nLine ${each}.\n`)
        await build()
      }
      if (typeof collect === 'function') collect()
      return process.memoryUsage().heapUsed
    }
    const few = await heldAfter(5)
    const one = (await heldAfter(1)) - few
    const many = await heldAfter(30)
    // What a build has of its own, held by each, would be many times as much.
    expect((many - few) / 1e6).toBeLessThan(Math.max(2, (3 * one) / 1e6))
  })
})
