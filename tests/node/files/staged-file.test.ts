import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { placeOf, stageFile } from '../../../src/node/files/staged-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.mock(import('node:fs/promises'), async (original) => {
  const actual = await original()
  return { ...actual, rename: vi.fn(actual.rename) }
})

beforeEach(() => {
  vi.mocked(rename).mockClear()
})

function aFolder(contents = 'before, and longer'): { readonly folder: string; readonly file: string } {
  const folder = temporaryFolder()
  const file = join(folder, 'file')
  writeFileSync(file, contents)
  return { folder, file }
}

describe('stageFile', () => {
  it('changes nothing until it is committed', async () => {
    const { folder, file } = aFolder()
    const staged = await stageFile(file, 'after')
    expect(readFileSync(file, 'utf8')).toBe('before, and longer')
    await staged.commit()
    expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['after', ['file']])
  })

  it('leaves nothing behind when it is discarded', async () => {
    const { folder, file } = aFolder()
    const staged = await stageFile(file, 'after')
    await staged.discard()
    expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['before, and longer', ['file']])
  })

  it('replaces a link, and writes nowhere that it leads to', async () => {
    const { folder, file } = aFolder()
    symlinkSync('file', join(folder, 'link'))
    await (await stageFile(join(folder, 'link'), 'after')).commit()
    expect(lstatSync(join(folder, 'link')).isFile()).toBe(true)
    expect([readFileSync(join(folder, 'link'), 'utf8'), readFileSync(file, 'utf8')]).toEqual([
      'after',
      'before, and longer',
    ])
    expect(readdirSync(folder)).toEqual(['file', 'link'])
  })

  it('writes into a file that is mounted and cannot be replaced', async () => {
    const { folder, file } = aFolder()
    const busy = Object.assign(new Error('EBUSY: resource busy or locked, rename'), { code: 'EBUSY' })
    for (let tries = 0; tries < 4; tries += 1) vi.mocked(rename).mockRejectedValueOnce(busy)
    const { ino } = lstatSync(file)
    await (await stageFile(file, 'after')).commit()
    expect([readFileSync(file, 'utf8'), lstatSync(file).ino]).toEqual(['after', ino])
    expect(readdirSync(folder)).toEqual(['file'])
  })

  it.each(['EBUSY', 'EPERM', 'EACCES'])(
    'replaces a file that another program reads for a moment (%s)',
    async (code) => {
      const { folder, file } = aFolder()
      vi.mocked(rename).mockRejectedValueOnce(Object.assign(new Error(`${code}: rename`), { code }))
      const { ino } = lstatSync(file)
      await (await stageFile(file, 'after')).commit()
      expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['after', ['file']])
      expect(lstatSync(file).ino).not.toBe(ino)
    },
  )

  it('tells of another build where what it wrote was taken away', async () => {
    const { folder, file } = aFolder()
    const staged = await stageFile(file, 'after')
    for (const name of readdirSync(folder).filter((each) => each !== 'file')) rmSync(join(folder, name))
    await expect(staged.commit()).rejects.toThrow(/was taken away before it stood there, by another build/)
    expect(readFileSync(file, 'utf8')).toBe('before, and longer')
  })

  it('rejects where it cannot be put in its place', async () => {
    const { folder } = aFolder()
    mkdirSync(join(folder, 'taken', 'x'), { recursive: true })
    const staged = await stageFile(join(folder, 'taken'), 'after')
    await expect(staged.commit()).rejects.toThrow(/^E/)
    await staged.discard()
    expect(readdirSync(folder).sort()).toEqual(['file', 'taken'])
  })
})

describe('placeOf', () => {
  it('follows links to their end, also where nothing is there yet', async () => {
    const { folder } = aFolder()
    mkdirSync(join(folder, 'a'))
    symlinkSync('../file', join(folder, 'a/present'))
    symlinkSync('present', join(folder, 'a/again'))
    symlinkSync('../new', join(folder, 'a/missing'))
    symlinkSync('a', join(folder, 'way'))
    const places = ['a/present', 'a/again', 'a/missing', 'way/again', 'way/other'].map((path) =>
      placeOf(join(folder, path)),
    )
    expect(await Promise.all(places)).toEqual(
      ['file', 'file', 'new', 'file', 'a/other'].map((path) => join(realpathSync(folder), path)),
    )
  })
})
