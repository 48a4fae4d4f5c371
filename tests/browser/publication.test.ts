import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { parseJsonFeed } from 'feedsmith'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ServedFolder, serveFolder } from '../support/served-folder.ts'
import { writePublication } from '../support/write-publication.ts'
import { launchChromium, openPage, SCREENS, SCREENSHOTS } from './chromium.ts'
import { RUN_AXE, SCROLL_THROUGH, SIDEWAYS, WATCH_SHIFTS } from './page-checks.ts'

const COUNT = 200

let folder: string
let site: ServedFolder
let browser: Browser
/** The path of one page of each kind that the publication has. */
const paths = new Map<string, string>()
const KINDS = [
  'home',
  'feed',
  'tag',
  'author',
  'section',
  'language',
  'archive',
  'italian',
  'arabic',
  'sound',
  'absent',
]

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  folder = mkdtempSync(join(tmpdir(), 'strillone-publication-'))
  const seeds = join(folder, 'seeds')
  writePublication(seeds, COUNT, 'https://banda.news')
  site = await serveFolder(seeds)
  browser = await launchChromium()
  const { items = [] } = parseJsonFeed(await (await fetch(`${site.address}/feed.json`)).text())
  const pathOf = (find: (item: (typeof items)[number]) => boolean) =>
    new URL(items.find(find)?.url ?? '').pathname
  const terms = { tag: '/tags/musica', author: '/authors/ada-rossi', section: '/sections/cronaca' }
  for (const [kind, path] of Object.entries(terms)) paths.set(kind, path)
  paths.set('home', '/').set('feed', '/feed').set('language', '/languages/ar').set('archive', '/archive/2')
  paths.set(
    'italian',
    pathOf((item) => item.language === 'it' && item.image !== undefined),
  )
  paths.set(
    'arabic',
    pathOf((item) => item.language === 'ar'),
  )
  paths.set(
    'sound',
    pathOf(({ attachments }) => (attachments?.length ?? 0) > 0),
  )
  paths.set('absent', '/none')
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(KINDS)(`the %s page of a publication of ${COUNT} articles in three languages`, (kind) => {
  it.each(
    Object.entries(SCREENS).flatMap(([screen, width]) =>
      (['light', 'dark'] as const).map((colorScheme) => ({ screen, width, colorScheme })),
    ),
  )(
    'is whole, still and accessible on a $screen screen, $colorScheme',
    async ({ screen, width, colorScheme }) => {
      const { page, complaints } = await openPage(
        browser,
        site.address + paths.get(kind),
        { viewport: { width, height: 800 }, colorScheme, bypassCSP: true },
        (opening) => opening.addInitScript(WATCH_SHIFTS),
      )
      // The browser says itself that what is asked for is absent.
      expect(complaints.filter((text) => !text.includes('404'))).toEqual([])
      expect(await page.evaluate(SIDEWAYS)).toBe(0)
      await page.evaluate(SCROLL_THROUGH)
      expect(await page.evaluate('shifts')).toEqual([])
      await page.evaluate(axe.source)
      expect(await page.evaluate(RUN_AXE)).toEqual([])
      await page.screenshot({ path: join(SCREENSHOTS, `publication-${kind}-${screen}-${colorScheme}.png`) })
      await page.context().close()
    },
  )
})

describe('the sound of a publication', () => {
  it('is fetched in parts when somebody plays it', async () => {
    const { page } = await openPage(browser, site.address + paths.get('sound'), {})
    const seconds = await page.evaluate<number>(`(async () => {
      const audio = document.querySelector('audio')
      audio.muted = true
      await audio.play()
      return audio.duration
    })()`)
    expect(seconds).toBe(0.5)
    await page.context().close()
  })
})
