import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseJsonFeed } from 'feedsmith'
import { describe, expect, it, onTestFinished } from 'vitest'
import { freePort } from '../support/free-port.ts'
import { run, runCommand, start } from '../support/run-script.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ROOT = join(import.meta.dirname, '../..')

async function titles(port: number): Promise<readonly string[]> {
  const response = await fetch(`http://127.0.0.1:${port}/feed.json`)
  return parseJsonFeed(await response.text()).items?.map(({ title = '' }) => title) ?? []
}

/** A text with all sizes and times alike: they depend on the address of the site, and on the machine. */
function withoutSizes(text: string): string {
  return text.replaceAll(/[0-9.]+ (?:kB|s\b)/g, '…')
}

/** Asks until the answer is as hoped, or nobody can hope any more, whatever the machine. */
async function eventually(check: () => Promise<boolean>, seconds = 120): Promise<boolean> {
  const end = Date.now() + seconds * 1000
  while (Date.now() < end) {
    // While the runtime restarts, a connection may be refused.
    if (await check().catch(() => false)) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return false
}

describe('npm start', () => {
  it('serves a folder, follows its changes, keeps the last good publication up and stops on Ctrl-C', async () => {
    const folder = temporaryFolder()
    const seeds = join(folder, 'seeds')
    cpSync(join(ROOT, 'seeds'), seeds, { recursive: true })
    const port = await freePort()
    const dev = start(
      process.execPath,
      [join(ROOT, 'scripts/strillone.ts'), 'start', '--seeds', seeds, '--port', String(port)],
      {
        TMPDIR: folder,
      },
    )
    onTestFinished(async () => void (await dev.stop('SIGKILL')))
    await dev.waitFor(/Ctrl-C stops/)
    expect(withoutSizes(readFileSync(join(ROOT, 'README.md'), 'utf8'))).toContain(
      withoutSizes(dev.output().replaceAll(String(port), '8787').replace(seeds, 'seeds')),
    )
    for (const path of ['/', '/feed.rss', '/feed.atom', '/feed.json']) {
      expect(dev.output()).toContain(`http://127.0.0.1:${port}${path}\n`)
      expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(200)
    }
    expect(await titles(port)).toHaveLength(2)

    writeFileSync(join(seeds, 'nuovo.md'), '---\ntitle: Appena scritto\ndate: 2025-12-30\n---\nCiao.\n')
    expect(await eventually(async () => (await titles(port))[0] === 'Appena scritto')).toBe(true)

    dev.clear()
    writeFileSync(join(seeds, 'nuovo.md'), '---\ntitle: Appena rotto\ndate: domani\n---\nCiao.\n')
    await dev.waitFor(/nuovo\.md:3:7 error Cannot read the date "domani"/)
    expect((await titles(port))[0]).toBe('Appena scritto')

    writeFileSync(join(seeds, 'nuovo.md'), '---\ntitle: Riparato\ndate: 2025-12-30\n---\nCiao.\n')
    expect(await eventually(async () => (await titles(port))[0] === 'Riparato')).toBe(true)

    rmSync(join(seeds, 'nuovo.md'))
    expect(await eventually(async () => (await titles(port)).length === 2)).toBe(true)

    expect(await dev.stop('SIGINT')).toBe(0)
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
    expect(dev.output()).not.toContain('Error')
  })

  it('follows changes of its own sources, and survives a mistake in them', async () => {
    const folder = temporaryFolder()
    for (const name of ['src', 'scripts', 'seeds', 'package.json', 'package-lock.json', 'wrangler.toml']) {
      cpSync(join(ROOT, name), join(folder, name), { recursive: true })
    }
    const linked = await run('ln', ['-s', join(ROOT, 'node_modules'), join(folder, 'node_modules')])
    expect(linked.status).toBe(0)
    const port = await freePort()
    const dev = start(process.execPath, ['scripts/strillone.ts', 'start', '--port', String(port)], {}, folder)
    onTestFinished(async () => void (await dev.stop('SIGKILL')))
    await dev.waitFor(/Ctrl-C stops/)

    const path = join(folder, 'src/pages/locales/it.ts')
    const source = readFileSync(path, 'utf8')
    dev.clear()
    writeFileSync(path, 'export const it = (')
    await dev.waitFor(/it\.ts/)
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)

    writeFileSync(path, source.replace('Pagina iniziale', 'Prima pagina'))
    const changed = async () =>
      (
        await (await fetch(`http://127.0.0.1:${port}/none`, { headers: { Accept: 'text/html' } })).text()
      ).includes('Prima pagina')
    expect(await eventually(changed)).toBe(true)

    const summary = join(folder, 'src/node/cli/render-summary.ts')
    dev.clear()
    writeFileSync(summary, readFileSync(summary, 'utf8').replace('of them inside', 'of these inside'))
    await dev.waitFor(/of these inside the Worker/)
    expect(await dev.stop('SIGINT')).toBe(0)
  })

  it('waits for the first good publication where the folder has an error at the start', async () => {
    const seeds = temporaryFolder()
    writeFileSync(join(seeds, 'a.md'), 'Senza data.\n')
    const port = await freePort()
    const dev = start(process.execPath, [
      join(ROOT, 'scripts/strillone.ts'),
      'start',
      '--seeds',
      seeds,
      '--port',
      String(port),
    ])
    onTestFinished(async () => void (await dev.stop('SIGKILL')))
    await dev.waitFor(/a\.md:1.* error/)
    await dev.waitFor(/Nothing was built\.\n/)
    await dev.waitFor(new RegExp(`Waiting for a change in ${seeds}\\.\n`))
    expect(dev.output()).not.toContain('Ctrl-C stops')
    writeFileSync(join(seeds, 'a.md'), '---\ndate: 2025-12-30\ntitle: Con data\n---\nEcco.\n')
    await dev.waitFor(/Ctrl-C stops/)
    expect(await titles(port)).toEqual(['Con data'])
    expect(await dev.stop('SIGTERM')).toBe(0)
  })

  it('watches on past links that go round or nowhere', async () => {
    const folder = temporaryFolder()
    const seeds = join(folder, 'seeds')
    cpSync(join(ROOT, 'seeds'), seeds, { recursive: true })
    mkdirSync(join(seeds, 'sub'))
    symlinkSync('loop1', join(seeds, 'loop1'))
    const port = await freePort()
    const dev = start(process.execPath, [
      join(ROOT, 'scripts/strillone.ts'),
      'start',
      '--seeds',
      seeds,
      '--port',
      String(port),
    ])
    onTestFinished(async () => void (await dev.stop('SIGKILL')))
    await dev.waitFor(/Ctrl-C stops/)
    symlinkSync('loop2', join(seeds, 'loop2'))
    symlinkSync('../sub', join(seeds, 'sub/self'))
    writeFileSync(join(seeds, '_lontano'), '---\ntitle: Da lontano\ndate: 2025-12-30\n---\nCiao.\n')
    symlinkSync('../_lontano', join(seeds, 'sub/vicino.md'))
    expect(await eventually(async () => (await titles(port))[0] === 'Da lontano')).toBe(true)
    expect(dev.output()).toMatch(/Ignored, being no articles: loop1, loop2, sub\/self\/\n/)
    writeFileSync(join(seeds, '_lontano'), '---\ntitle: Da più lontano\ndate: 2025-12-30\n---\nCiao.\n')
    expect(await eventually(async () => (await titles(port))[0] === 'Da più lontano')).toBe(true)
    expect(await dev.stop('SIGINT')).toBe(0)
    expect(dev.output()).not.toContain('ELOOP')
  })

  it('prints addresses that answer where the site has an address with a path', async () => {
    const port = await freePort()
    const dev = start(process.execPath, [
      join(ROOT, 'scripts/strillone.ts'),
      'start',
      '--port',
      String(port),
      '--url',
      'https://x.example/news/',
    ])
    onTestFinished(async () => void (await dev.stop('SIGKILL')))
    await dev.waitFor(/Ctrl-C stops/)
    const addresses = dev.output().match(/http:\S+/g) ?? []
    expect(addresses).toEqual(
      ['/', '/feed.rss', '/feed.atom', '/feed.json'].map((path) => `http://127.0.0.1:${port}/news${path}`),
    )
    for (const address of addresses) expect((await fetch(address)).status).toBe(200)
    // Killed at once, it could not end the runtime that it has started.
    expect(await dev.stop('SIGINT')).toBe(0)
  })

  it('tells in one line of an address that is none, and of no folder to build in', async () => {
    const address = await runCommand('start', ['--url', 'nonsense'])
    expect(address.status).toBe(1)
    expect(address.stderr).toMatch(/^error --url nonsense: Cannot use the address "nonsense": .+\n$/)
    const port = String(await freePort())
    const folder = await runCommand('start', ['--port', port], { TMPDIR: '/no/such/folder' })
    expect([folder.status, folder.stderr]).toEqual([
      1,
      'error Cannot make a folder in /no/such/folder: no such file or directory. Name another with TMPDIR\n',
    ])
  })

  it('tells that a port is in use, or is none', async () => {
    const port = await freePort()
    const { createServer } = await import('node:net')
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const taken = await runCommand('start', ['--port', String(port)])
    expect(taken.status).toBe(1)
    const free = new RegExp(`^error Port ${port} is in use\\. Free is --port (\\d+)\n$`).exec(
      taken.stderr,
    )?.[1]
    expect(Number(free)).toBeGreaterThan(port)
    const none = await runCommand('start', ['--port', '0'])
    expect([none.status, none.stderr]).toEqual([
      1,
      'error --port cannot be 0. Give a whole number from 1 to 65535\n',
    ])
  })
})
