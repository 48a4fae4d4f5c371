import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UsageError } from '../../../src/node/cli/command-line.ts'
import { stageLedger } from '../../../src/node/files/ledger-file.ts'
import { listPackKeys, packFolder, readPackFile } from '../../../src/node/files/pack-folder.ts'
import type { StagedFile } from '../../../src/node/files/staged-file.ts'
import { BundleWriter } from '../../../src/node/files/write-bundle.ts'
import { BUILT_AT } from '../../support/an-app.ts'
import { aNumberedArticle, aPublication } from '../../support/an-article.ts'
import { publishInMemory, type WholeBundle } from '../../support/publish-in-memory.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

async function aBundle(articles: number): Promise<WholeBundle> {
  const numbers = Array.from({ length: articles }, (_, index) => aNumberedArticle(index))
  return publishInMemory(aPublication(numbers), { at: BUILT_AT })
}

/** Writes a bundle, its packs first, as a build does. */
async function writeBundle(
  { packs, ...bundle }: WholeBundle,
  directory: string,
  stageFirst?: () => Promise<StagedFile>,
): Promise<void> {
  const writer = new BundleWriter(directory)
  try {
    for (const pack of packs) writer.put(pack)
    await writer.finish(bundle, stageFirst)
  } finally {
    writer.discard()
  }
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
  await writeBundle(await aBundle(1), dist, () => stageLedger(seeds, 'one', undefined))
  const again = async (read = 'one') =>
    writeBundle(await aBundle(2), dist, () => stageLedger(seeds, 'two', Buffer.from(read)))
  return { seeds, dist, again }
}

describe('BundleWriter', () => {
  it('puts everything in its place, and leaves nothing else behind', async () => {
    const { seeds, dist, again } = await published()
    const before = filesIn(dist)
    await again()
    const after = filesIn(dist)
    const names = ['hot.bin', 'ledger.bin', 'release.bin', (await aBundle(2)).packs[0]?.key].sort()
    expect(Object.keys(after).sort()).toEqual(names)
    for (const name of names) expect(after[name ?? '']).not.toBe(before[name ?? ''])
    expect([readdirSync(seeds), readFileSync(join(seeds, 'ledger.json'), 'utf8')]).toEqual([
      ['ledger.json'],
      'two',
    ])
  })

  it('leaves the bundle as it was where the ledger cannot be written', async () => {
    const { seeds, dist, again } = await published()
    const before = filesIn(dist)
    rmSync(join(seeds, 'ledger.json'))
    symlinkSync('none/ledger.json', join(seeds, 'ledger.json'))
    await expect(again()).rejects.toThrow(UsageError)
    expect([filesIn(seeds), filesIn(dist)]).toEqual([{}, before])
  })

  it('leaves the bundle as it was where the ledger cannot be put in its place', async () => {
    const { seeds, dist, again } = await published()
    const before = filesIn(dist)
    rmSync(join(seeds, 'ledger.json'))
    mkdirSync(join(seeds, 'ledger.json', 'x'), { recursive: true })
    await expect(again()).rejects.toThrow(/ledger\.json: Cannot read this: /)
    expect([filesIn(seeds), filesIn(dist)]).toEqual([{}, before])
  })

  it('leaves the ledger and the release as they were where a pack cannot be written', async () => {
    const { seeds, dist, again } = await published()
    rmSync(join(dist, 'packs'), { recursive: true })
    writeFileSync(join(dist, 'packs'), 'no folder')
    const before = [filesIn(seeds), filesIn(dist)]
    await expect(again()).rejects.toThrow(/^Cannot write to .*Name a folder with --out DIR$/)
    expect([filesIn(seeds), filesIn(dist)]).toEqual(before)
  })

  it('takes away packs that the bundle does not have, and no other file', async () => {
    const { dist, again } = await published()
    for (const name of [`packs/${'0'.repeat(64)}`, 'packs/.x.part', 'notes.txt'])
      writeFileSync(join(dist, name), 'x')
    await again()
    expect(readdirSync(dist).sort()).toEqual(['hot.bin', 'ledger.bin', 'notes.txt', 'packs', 'release.bin'])
    expect(await listPackKeys(dist)).toEqual((await aBundle(2)).packs.map(({ key }) => key))
    expect(readdirSync(join(dist, 'packs'))).toHaveLength(1)
  })

  it('writes nothing where the ledger is not the one that was read', async () => {
    const { seeds, dist, again } = await published()
    const before = [filesIn(seeds), filesIn(dist)]
    await expect(again('none')).rejects.toThrow(
      /ledger\.json was changed while this was built, by another build/,
    )
    expect([filesIn(seeds), filesIn(dist)]).toEqual(before)
  })

  it('leaves alone what another running process has beside it, and gives way to that', async () => {
    const { seeds, dist, again } = await published()
    const before = [filesIn(seeds), filesIn(dist)]
    const other = process.ppid
    // Begins before any other in the order of names.
    const theirs = [
      join(dist, `.release.bin.0${other}-00000000.claim`),
      join(dist, `packs/.x.${other}-00000000.part`),
    ]
    for (const path of theirs) writeFileSync(path, '')
    await expect(again()).rejects.toThrow(
      new RegExp(`^Another build writes to .*: process ${other}\\. Build again`),
    )
    expect(theirs.map((path) => existsSync(path))).toEqual([true, true])
    rmSync(theirs[0] ?? '')
    expect([filesIn(seeds), { ...filesIn(dist), ...before[1] }]).toEqual([before[0], filesIn(dist)])
    await again()
    expect(existsSync(theirs[1] ?? '')).toBe(true)
  })

  it('takes away what a process that was killed has left, and does not wait for it', async () => {
    const { seeds, dist, again } = await published()
    const { pid = 0 } = spawnSync('true')
    const left = ['.release.bin', '.hot.bin', 'packs/.x'].map((name) =>
      join(dist, `${name}.${pid}-00000000.part`),
    )
    const claims = [
      join(dist, `.release.bin.${pid}-00000000.claim`),
      join(seeds, `.ledger.json.${pid}-00000000.claim`),
    ]
    for (const path of [...left, ...claims]) writeFileSync(path, '')
    await again()
    expect([...left, ...claims].filter((path) => existsSync(path))).toEqual([])
  })

  it('writes a pack that is there only in part once more', async () => {
    const { dist } = await published()
    const [{ key, bytes } = { key: undefined, bytes: undefined }] = (await aBundle(1)).packs
    if (key === undefined) throw new Error('A bundle has a pack')
    writeFileSync(join(packFolder(dist), key), 'half')
    await writeBundle(await aBundle(1), dist)
    expect(Uint8Array.from(await readPackFile(dist, key))).toEqual(bytes)
  })
})
