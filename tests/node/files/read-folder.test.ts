import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFolder } from '../../../src/node/files/read-folder.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

describe('readFolder', () => {
  it('reads files in any depth, in the order of their paths, and names what it ignores', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'b/c'), { recursive: true })
    for (const path of ['z.md', 'b/c/x.md', 'a.png', 'table.csv', 'b/notes.csv']) {
      writeFileSync(join(folder, path), path)
    }
    const { seeds, ignored, problems } = await readFolder(folder)
    expect(seeds.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)])).toEqual([
      ['a.png', 'a.png'],
      ['b/c/x.md', 'b/c/x.md'],
      ['z.md', 'z.md'],
    ])
    expect(ignored).toEqual(['b/notes.csv', 'table.csv'])
    expect(problems).toEqual([])
  })

  it('reads sound and film, and of what is too large to be published only the beginning', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.mp3'), 'ID3')
    writeFileSync(join(folder, 'b.mp4'), 'film')
    truncateSync(join(folder, 'b.mp4'), 5_000_000_000)
    const { seeds, ignored, problems } = await readFolder(folder)
    expect(seeds).toMatchObject([{ path: 'a.mp3' }, { path: 'b.mp4', size: 5_000_000_000 }])
    expect(seeds.map(({ bytes }) => bytes.length)).toEqual([3, 4096])
    expect([...ignored, ...problems]).toEqual([])
  })

  it('leaves hidden files and folders alone', async () => {
    const folder = temporaryFolder()
    for (const path of ['.git', '_old']) {
      mkdirSync(join(folder, path))
      writeFileSync(join(folder, path, 'x.md'), '')
      writeFileSync(join(folder, path, 'x.csv'), '')
    }
    symlinkSync('nothing', join(folder, '.#lock'))
    expect(await readFolder(folder)).toMatchObject({ seeds: [], ignored: [], problems: [] })
  })

  it('reads the settings of a whole site in hidden places, and nothing else there', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'config/_default'), { recursive: true })
    mkdirSync(join(folder, 'deep/config/_default'), { recursive: true })
    const others = ['config/_default/params.toml', 'config/_default/a.md', 'deep/config/_default/hugo.toml']
    const read = ['.eleventyignore', 'config/_default/hugo.toml']
    for (const path of [...read, ...others]) writeFileSync(join(folder, path), '')
    const { seeds, ignored, problems } = await readFolder(folder)
    expect(seeds.map(({ path }) => path)).toEqual(read)
    expect([...ignored, ...problems]).toEqual([])
  })

  it('reads a link to a file of the folder as that file, under the path of the link', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'sub/_shared'), { recursive: true })
    writeFileSync(join(folder, 'sub/_shared/far'), 'Far.')
    symlinkSync('sub/_shared/far', join(folder, 'near.md'))
    symlinkSync('../near.md', join(folder, 'sub/nearer.md'))
    symlinkSync('near.md', join(folder, 'near.csv'))
    const { seeds, ignored, problems } = await readFolder(folder)
    expect(seeds.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)])).toEqual([
      ['near.md', 'Far.'],
      ['sub/nearer.md', 'Far.'],
    ])
    expect([ignored, problems]).toEqual([['near.csv'], []])
  })

  it('ignores links to folders and links that lead nowhere, by name', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'sub'))
    writeFileSync(join(folder, 'sub/x.md'), '')
    symlinkSync('../sub', join(folder, 'sub/self'))
    symlinkSync('sub', join(folder, 'other.md'))
    symlinkSync('loop.md', join(folder, 'loop.md'))
    symlinkSync('nothing.md', join(folder, 'broken.md'))
    const { seeds, ignored, problems } = await readFolder(folder)
    expect(seeds.map(({ path }) => path)).toEqual(['sub/x.md'])
    expect(ignored).toEqual(['broken.md', 'loop.md', 'other.md/', 'sub/self/'])
    expect(problems).toEqual([])
  })

  it('reads a folder that is itself named by a link', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'real'))
    writeFileSync(join(folder, 'real/x.md'), '')
    symlinkSync('real', join(folder, 'link'))
    expect((await readFolder(join(folder, 'link'))).seeds.map(({ path }) => path)).toEqual(['x.md'])
  })

  it('tells of files and folders whose names are not UTF-8, and reads the rest', async () => {
    const folder = temporaryFolder()
    const named = (name: string) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')])
    writeFileSync(named('caff\xe8.md'), '')
    mkdirSync(named('citt\xe0'))
    writeFileSync(join(folder, 'x.md'), '')
    const { seeds, problems } = await readFolder(folder)
    const rest = {
      severity: 'error',
      line: 1,
      column: 1,
      message: 'Cannot read this: its name is not UTF-8. Give it another name.',
    }
    expect(problems).toEqual([
      { path: 'citt\ufffd', ...rest },
      { path: 'caff\ufffd.md', ...rest },
    ])
    expect(seeds.map(({ path }) => path)).toEqual(['x.md'])
  })

  // The superuser may read everything.
  it.skipIf(process.getuid?.() === 0)(
    'tells of files and folders that may not be read (skipped as root, who may read all)',
    async () => {
      const folder = temporaryFolder()
      mkdirSync(join(folder, 'sub'))
      writeFileSync(join(folder, 'x.md'), '')
      chmodSync(join(folder, 'x.md'), 0)
      chmodSync(join(folder, 'sub'), 0)
      const { problems } = await readFolder(folder)
      const message =
        'Cannot read this: permission denied. Make it readable, or leave it out with a name that begins with "_".'
      expect(problems).toEqual([
        { severity: 'error', path: 'sub', line: 1, column: 1, message },
        { severity: 'error', path: 'x.md', line: 1, column: 1, message },
      ])
      chmodSync(join(folder, 'sub'), 0o700)
    },
  )
})
