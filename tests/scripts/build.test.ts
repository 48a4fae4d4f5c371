import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeRelease } from '../../src/bundle/release-codec.ts'
import { runCommand } from '../support/run-script.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { writeArticles } from '../support/write-articles.ts'

const SITE = join(import.meta.dirname, '../fixtures/site')

/** What a bundle's folder holds, as text that two folders can be compared by. */
function contents(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name, parentPath }) => [name, readFileSync(join(parentPath, name)).toString('base64')]),
  )
}

describe('npm run build', () => {
  it('writes a bundle and says what it holds', async () => {
    const out = join(temporaryFolder(), 'out')
    const { status, stdout } = await runCommand('build', ['--local', '--seeds', SITE, '--out', out])
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /^5 articles → 1 pack \([\d.]+ kB\), [\d.]+ kB of them inside the Worker\n1 draft left out\n/,
    )
    expect(stdout).toContain('Ignored, being no articles: appunti.csv')
    expect(readdirSync(out).sort()).toEqual(['hot.bin', 'ledger.bin', 'local.txt', 'packs', 'release.bin'])
    expect(readdirSync(join(out, 'packs'))).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)])
  })

  it('gives the same bytes in any time zone, locale and order of files', async () => {
    const folder = temporaryFolder()
    const copy = join(folder, 'copy')
    for (const path of readdirSync(SITE, { recursive: true, encoding: 'utf8' }).sort().reverse()) {
      mkdirSync(join(copy, path, '..'), { recursive: true })
      cpSync(join(SITE, path), join(copy, path), { recursive: true })
    }
    const first = join(folder, 'first')
    const second = join(folder, 'second')
    const at = ['--local', '--at', '2026-01-01T00:00:00Z']
    await runCommand('build', [...at, '--seeds', SITE, '--out', first], {
      TZ: 'UTC',
      LANG: 'C',
      LC_ALL: 'C',
    })
    await runCommand('build', [...at, '--seeds', copy, '--out', second], {
      TZ: 'Pacific/Auckland',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    })
    expect(contents(second)).toEqual(contents(first))
  })

  it('takes the address from --url', async () => {
    const out = temporaryFolder()
    await runCommand('build', [
      '--local',
      '--seeds',
      SITE,
      '--out',
      out,
      '--url',
      'https://other.example/news/',
    ])
    expect(decodeRelease(readFileSync(join(out, 'release.bin'))).siteUrl).toBe('https://other.example/news')
  })

  it('keeps the last build where an article has an error, and tells file and line', async () => {
    const folder = temporaryFolder()
    const seeds = join(folder, 'seeds')
    const out = join(folder, 'out')
    cpSync(SITE, seeds, { recursive: true })
    await runCommand('build', ['--local', '--seeds', seeds, '--out', out])
    const before = contents(out)
    writeFileSync(
      join(seeds, 'errata.md'),
      '---\ntitle: Errata\ndate: 31 febbraio 2025\ntags: {}\n---\nTesto.\n',
    )
    writeFileSync(join(seeds, 'doppia.md'), '---\ntitle: Errata\ntilte: x\n---\nTesto.\n')
    const { status, stderr } = await runCommand('build', ['--local', '--seeds', seeds, '--out', out])
    expect(status).toBe(1)
    expect(stderr).toContain(`${seeds}/errata.md:3:7 error Cannot read the date "31 febbraio 2025"`)
    expect(stderr).toContain(`${seeds}/errata.md:4`)
    expect(stderr).toContain(`${seeds}/doppia.md:3`)
    expect(stderr).toContain('"title"')
    expect(contents(out)).toEqual(before)
  })

  it('leaves other files in its folder alone, and takes away packs of an earlier build', async () => {
    const out = temporaryFolder()
    writeFileSync(join(out, 'notes.txt'), 'mine')
    mkdirSync(join(out, 'packs'))
    writeFileSync(join(out, 'packs', '0'.repeat(64)), 'old')
    await runCommand('build', ['--local', '--seeds', SITE, '--out', out])
    expect(readdirSync(out).sort()).toEqual([
      'hot.bin',
      'ledger.bin',
      'local.txt',
      'notes.txt',
      'packs',
      'release.bin',
    ])
    expect(readdirSync(join(out, 'packs'))).toHaveLength(1)
    expect(readdirSync(join(out, 'packs'))).not.toContain('0'.repeat(64))
  })

  it('tells how a long build goes on, in plain lines where there is no terminal', async () => {
    const folder = temporaryFolder()
    writeArticles(join(folder, 'seeds'), 500)
    const { stderr } = await runCommand('build', [
      '--local',
      '--seeds',
      join(folder, 'seeds'),
      '--out',
      join(folder, 'out'),
    ])
    const lines = stderr.trimEnd().split('\n')
    expect(lines).toHaveLength(30)
    expect(lines[0]).toBe('50 of 500 articles read')
    expect(lines[29]).toBe('500 of 500 articles rendered')
  })

  it('publishes an empty folder', async () => {
    const folder = temporaryFolder()
    const { status, stdout } = await runCommand('build', [
      '--local',
      '--seeds',
      folder,
      '--out',
      join(folder, 'out'),
    ])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^0 articles/)
  })

  it('tells of all that cannot be read together with other mistakes, and builds nothing', async () => {
    const folder = temporaryFolder()
    const seeds = join(folder, 'seeds')
    mkdirSync(seeds)
    writeFileSync(
      Buffer.concat([Buffer.from(`${seeds}/caff`), Buffer.of(0xe8), Buffer.from('.md')]),
      'Ciao.\n',
    )
    writeFileSync(join(seeds, 'site.yaml'), 'url: https://x.example\n')
    writeFileSync(join(seeds, 'zeta.md'), '---\ntitle: Zeta\ndate: domani\n---\nTesto.\n')
    const out = join(folder, 'out')
    const { status, stderr } = await runCommand('build', ['--local', '--seeds', seeds, '--out', out])
    expect(status).toBe(1)
    expect(stderr.trimEnd().split('\n')).toEqual([
      `${seeds}/caff\ufffd.md:1:1 error Cannot read this: its name is not UTF-8. Give it another name.`,
      expect.stringContaining(`${seeds}/zeta.md:3:7 error Cannot read the date "domani"`),
      '2 errors in 2 files',
      'Nothing was built.',
    ])
    expect(existsSync(out)).toBe(false)
  })

  it('builds nothing where a file that cannot be read is the only mistake', async () => {
    const folder = temporaryFolder()
    const seeds = join(folder, 'seeds')
    mkdirSync(seeds)
    symlinkSync('/proc/self/mem', join(seeds, 'site.yaml'))
    const { status, stderr } = await runCommand('build', [
      '--local',
      '--seeds',
      seeds,
      '--out',
      join(folder, 'out'),
    ])
    expect(status).toBe(1)
    expect(stderr).toBe(
      `${seeds}/site.yaml:1:1 error This is a link out of the folder of articles, or to what is hidden there, and is ` +
        'not followed. Put a copy of what it leads to in its place.\nNothing was built.\n',
    )
  })

  it('says that the last build is still there where there is one, and only there', async () => {
    const folder = temporaryFolder()
    const seeds = join(folder, 'seeds')
    const args = ['--local', '--seeds', seeds, '--out', join(folder, 'out')]
    mkdirSync(seeds)
    writeFileSync(join(seeds, 'a.md'), '---\ntitle: A\ndate: domani\n---\nTesto.\n')
    expect((await runCommand('build', args)).stderr).toMatch(/\nNothing was built\.\n$/)
    rmSync(join(seeds, 'a.md'))
    expect((await runCommand('build', args)).status).toBe(0)
    writeFileSync(join(seeds, 'a.md'), '---\ntitle: A\ndate: domani\n---\nTesto.\n')
    expect((await runCommand('build', args)).stderr).toMatch(
      /\nNothing was built; what was built before is still there\.\n$/,
    )
  })

  it('tells in one line that --out names a file', async () => {
    const out = join(temporaryFolder(), 'out')
    writeFileSync(out, 'mine')
    const { status, stderr } = await runCommand('build', ['--local', '--seeds', SITE, '--out', out])
    expect(status).toBe(1)
    expect(stderr.split('\n').at(-2)).toBe(
      `error Cannot write to ${out}: not a directory. Name a folder with --out DIR`,
    )
    expect(stderr).not.toContain('    at ')
    expect(readFileSync(out, 'utf8')).toBe('mine')
  })

  it.each([
    [['--nonsense'], /^error Unknown option '--nonsense'\. See npm run build -- --help\n$/],
    [['--seeds'], /^error Option '--seeds <value>' argument missing\. See npm run build -- --help\n$/],
    [['extra'], /^error Unexpected argument 'extra'.* See npm run build -- --help\n$/],
    [
      ['--seeds', 'no-such-folder'],
      /^error There is no folder no-such-folder\. Name one with --seeds DIR\n$/,
    ],
    [
      ['--hot-bytes', 'many'],
      /^error --hot-bytes cannot be many\. Give a whole number from 0 to 10000000\n$/,
    ],
    [['--url', 'nonsense'], /^error --url nonsense: Cannot use the address "nonsense": .+\n$/],
    [['--url', 'ftp://x', '--seeds', 'no-such-folder'], /^error --url ftp:\/\/x: .+\n$/],
  ])('answers %j with an error of one line', async (args, message) => {
    const { status, stderr } = await runCommand('build', args)
    expect(status).toBe(1)
    expect(stderr).toMatch(message)
  })

  it('refuses an address that is none', async () => {
    const out = temporaryFolder()
    const { status, stderr } = await runCommand('build', [
      '--local',
      '--seeds',
      SITE,
      '--out',
      out,
      '--url',
      'not an address',
    ])
    expect(status).toBe(1)
    expect(stderr).toContain('error')
    expect(stderr).not.toContain('    at ')
    expect(readdirSync(out)).toEqual([])
  })

  it.each(['start', 'build', 'check', 'deploy', 'preview', 'doctor', 'ledger', 'gc'])(
    'has a help: %s',
    async (script) => {
      const { status, stdout } = await runCommand(script, ['--help'])
      expect(status).toBe(0)
      expect(stdout).toContain('Usage: npm ')
      expect(stdout).toMatch(/^ {2}--help +Prints this\.$/m)
    },
  )
})
