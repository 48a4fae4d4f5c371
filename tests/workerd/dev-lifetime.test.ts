import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startFolder } from '../support/started-folder.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const article = (words: string, title = 'One') => `---\ntitle: ${title}\ndate: 2025-01-01\n---\n\n${words}\n`

/** A folder with a folder of one article in it. */
function aFolder() {
  const root = temporaryFolder()
  const seeds = join(root, 'seeds')
  mkdirSync(seeds)
  writeFileSync(join(seeds, 'one.md'), article('First.'))
  return { root, seeds }
}

/** The processes that work in a temporary folder, however they were started. */
function processesIn(folder: string): readonly string[] {
  return readdirSync('/proc').filter((name) => {
    try {
      return (
        /^\d+$/.test(name) && readFileSync(`/proc/${name}/environ`, 'latin1').includes(`TMPDIR=${folder}\0`)
      )
    } catch {
      // It has ended meanwhile, or is somebody else's.
      return false
    }
  })
}

const feedOf = async (address: string) => (await fetch(`${address}/feed.json`)).text()

describe('npm start', () => {
  it('answers nothing but 503 before its first release, and then 200', async () => {
    const { dev, address } = await startFolder(aFolder().seeds)
    const seen = new Set<number>()
    while (!seen.has(200)) {
      const response = await fetch(`${address}/`).catch(() => undefined)
      if (response !== undefined) {
        seen.add(response.status)
        expect([200, 503]).toContain(response.status)
        expect(response.headers.get('Retry-After')).toBe(response.status === 503 ? '1' : null)
        const body = await response.text()
        if (response.status === 503) expect(body).toBe('Nothing is built yet.\n')
      }
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(await dev.stop()).toBe(0)
  }, 120_000)

  it('goes on when its folder comes back, says once what it waits for, and what is new of its warnings', async () => {
    const { root, seeds } = aFolder()
    writeFileSync(join(seeds, 'one.md'), article('![a](none.png)'))
    const { dev, address } = await startFolder(seeds)
    await dev.waitFor(/Built in \d+\.\d s\n[\s\S]*Ctrl-C stops/)
    expect(dev.output().match(/warning/g)).toHaveLength(1)
    dev.clear()
    renameSync(seeds, join(root, 'away'))
    await dev.waitFor(/is gone/)
    await new Promise((resolve) => setTimeout(resolve, 2000))
    expect(dev.output()).toBe(`The folder ${seeds} is gone. Waiting for it to come back\n`)
    renameSync(join(root, 'away'), seeds)
    await dev.waitFor(/1 warning as before\n[\s\S]*Built in/)
    writeFileSync(join(seeds, 'one.md'), article('Second. ![a](none.png)'))
    await expect.poll(() => feedOf(address), { timeout: 60_000 }).toContain('Second.')
    // As a checkout does, with another inode.
    rmSync(seeds, { recursive: true })
    mkdirSync(seeds)
    writeFileSync(join(seeds, 'one.md'), article('Third.'))
    await expect.poll(() => feedOf(address), { timeout: 60_000 }).toContain('Third.')
    writeFileSync(join(seeds, 'site.yaml'), 'title: Named\n')
    await expect.poll(() => feedOf(address), { timeout: 60_000 }).toContain('"title":"Named"')
    rmSync(join(seeds, 'site.yaml'))
    await expect.poll(() => feedOf(address), { timeout: 60_000 }).not.toContain('"title":"Named"')
    writeFileSync(join(seeds, 'site.yaml'), 'title: Named again\n')
    await expect.poll(() => feedOf(address), { timeout: 60_000 }).toContain('"title":"Named again"')
    expect(dev.output()).toMatch(/^1 went$/m)
    expect(dev.output()).not.toMatch(/\bwarning .*none\.png/)
    expect(await dev.stop()).toBe(0)
  }, 240_000)

  it.runIf(process.platform === 'linux').each([100, 400, 800, 1200, 1800, 2600])(
    'leaves nothing when it is stopped after %i ms',
    async (milliseconds) => {
      const work = temporaryFolder()
      const { dev } = await startFolder(aFolder().seeds, { TMPDIR: work })
      await new Promise((resolve) => setTimeout(resolve, milliseconds))
      await dev.stop('SIGINT')
      await expect.poll(() => processesIn(work), { timeout: 30_000 }).toEqual([])
      expect(readdirSync(work)).toEqual([])
    },
    120_000,
  )

  it('adds to pages alone what loads them again, under their own tags', async () => {
    const { dev, address } = await startFolder(aFolder().seeds)
    await dev.waitFor(/Ctrl-C stops/)
    const get = (path: string, init: RequestInit = {}) => fetch(`${address}${path}`, init)
    // Else the runtime compresses by itself, and knows no length.
    const headers = { Accept: 'text/html', 'Accept-Encoding': 'identity' }
    for (const path of ['/', '/articles/one', '/none']) {
      const page = await get(path, { headers })
      const text = await page.text()
      expect(text.match(/\.strillone/g)).toHaveLength(1)
      expect(page.headers.get('Content-Length')).toBe(String(Buffer.byteLength(text)))
      const head = await get(path, { method: 'HEAD', headers })
      for (const name of ['Content-Length', 'ETag', 'Cache-Control', 'Content-Security-Policy'])
        expect(head.headers.get(name)).toBe(page.headers.get(name))
      expect(page.headers.get('Cache-Control')).toBe('no-cache')
      if (path !== '/none')
        expect(page.headers.get('Content-Security-Policy')).toMatch(
          /; script-src 'self'; connect-src 'self'$/,
        )
      const tag = page.headers.get('ETag')
      if (tag === null) continue
      const again = await get(path, { headers: { 'If-None-Match': tag } })
      expect(again.status).toBe(304)
      expect(again.headers.get('Cache-Control')).toBe('no-cache')
    }
    for (const path of ['/feed.rss', '/feed.atom', '/feed.json', '/articles/one.json', '/articles/one.md']) {
      const response = await get(path)
      expect(await response.text()).not.toContain('.strillone')
      expect(response.headers.has('Content-Security-Policy')).toBe(false)
      expect(response.headers.get('Cache-Control')).toMatch(/max-age/)
      const again = await get(path, { headers: { 'If-None-Match': response.headers.get('ETag') ?? '' } })
      expect([again.status, again.headers.get('Cache-Control')]).toEqual([
        304,
        response.headers.get('Cache-Control'),
      ])
    }
    expect(await dev.stop()).toBe(0)
  }, 120_000)
})
