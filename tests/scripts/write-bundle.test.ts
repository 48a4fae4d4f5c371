import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UsageError } from '../../scripts/command-line.ts'
import { compress } from '../../scripts/compress.ts'
import { stageLedger } from '../../scripts/ledger-file.ts'
import { listPackKeys, packFolder, readPackFile } from '../../scripts/pack-folder.ts'
import { writeBundle } from '../../scripts/write-bundle.ts'
import type { Bundle } from '../../src/bundle/bundle.ts'
import { publish } from '../../src/publish/publish.ts'
import { BUILT_AT } from '../support/an-app.ts'
import { aNumberedArticle, aPublication } from '../support/an-article.ts'
import { sha256 } from '../support/sha256.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

function aBundle(articles: number): Bundle {
  const numbers = Array.from({ length: articles }, (_, index) => aNumberedArticle(index))
  return publish(aPublication(numbers), { at: BUILT_AT, digest: sha256, compress })
}

/** The files of a folder with their bytes. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map(({ name, parentPath }) => [name, readFileSync(join(parentPath, name), 'base64')]),
  )
}

/** A folder of articles and one of a bundle, after a build. */
async function published() {
  const [seeds, dist] = [temporaryFolder(), temporaryFolder()]
  await writeBundle(aBundle(1), dist, () => stageLedger(seeds, 'one'))
  return { seeds, dist, again: () => writeBundle(aBundle(2), dist, () => stageLedger(seeds, 'two')) }
}

describe('writeBundle', () => {
  it('puts everything in its place, and leaves nothing else behind', async () => {
    const { seeds, dist, again } = await published()
    const before = filesIn(dist)
    await again()
    const after = filesIn(dist)
    const names = ['hot.bin', 'release.bin', aBundle(2).packs[0]?.key].sort()
    expect(Object.keys(after).sort()).toEqual(names)
    for (const name of names) expect(after[name ?? '']).not.toBe(before[name ?? ''])
    expect([readdirSync(seeds), readFileSync(join(seeds, 'ledger.json'), 'utf8')]).toEqual([
      ['ledger.json'],
      'two',
    ])
  })

  it('leaves the bundle as it was where the ledger cannot be written', async () => {
    const { seeds, dist, again } = await published()
    const before = [filesIn(seeds), filesIn(dist)]
    mkdirSync(join(seeds, '.ledger.json.part'))
    await expect(again()).rejects.toThrow(UsageError)
    expect([filesIn(seeds), filesIn(dist)]).toEqual(before)
  })

  it('leaves the bundle as it was where the ledger cannot be put in its place', async () => {
    const { seeds, dist, again } = await published()
    const before = filesIn(dist)
    rmSync(join(seeds, 'ledger.json'))
    mkdirSync(join(seeds, 'ledger.json', 'x'), { recursive: true })
    await expect(again()).rejects.toThrow(/^Cannot write .*ledger\.json: /)
    expect([filesIn(seeds), filesIn(dist)]).toEqual([{}, before])
  })

  it('leaves the ledger and the bundle as they were where a file of the bundle cannot be written', async () => {
    const { seeds, dist, again } = await published()
    const before = [filesIn(seeds), filesIn(dist)]
    mkdirSync(join(dist, '.release.bin.part'))
    await expect(again()).rejects.toThrow(/^Cannot write to .*Name a folder with --out DIR$/)
    expect([filesIn(seeds), filesIn(dist)]).toEqual(before)
  })

  it('takes away packs that the bundle does not have, and no other file', async () => {
    const { dist, again } = await published()
    for (const name of [`packs/${'0'.repeat(64)}`, 'packs/.x.part', 'notes.txt'])
      writeFileSync(join(dist, name), 'x')
    await again()
    expect(readdirSync(dist).sort()).toEqual(['hot.bin', 'notes.txt', 'packs', 'release.bin'])
    expect(await listPackKeys(dist)).toEqual(aBundle(2).packs.map(({ key }) => key))
    expect(readdirSync(join(dist, 'packs'))).toHaveLength(1)
  })

  it('writes a pack that is there only in part once more', async () => {
    const { dist } = await published()
    const [{ key, bytes } = { key: undefined, bytes: undefined }] = aBundle(1).packs
    if (key === undefined) throw new Error('A bundle has a pack')
    writeFileSync(join(packFolder(dist), key), 'half')
    await writeBundle(aBundle(1), dist)
    expect(Uint8Array.from(await readPackFile(dist, key))).toEqual(bytes)
  })
})
