import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ServedFolder, serveFolder } from '../support/served-folder.ts'

const SITE = join(import.meta.dirname, '../fixtures/site')
const SCREENSHOTS = join(import.meta.dirname, 'screenshots')

const PAGES = {
  home: '/',
  feed: '/feed',
  article: '/articles/il-ponte-nuovo-il-vecchio',
  raw: '/articles/la-biblioteca-civica-di-trento-ha-prestato-il-suo-milionesimo-libro',
  'not-found': '/articles/none',
}

let site: ServedFolder
let browser: Browser

beforeAll(async () => {
  site = await serveFolder(SITE)
  // As root in a container there is no sandbox to be had, and nothing but this machine to be asked.
  const args = [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args })
  mkdirSync(SCREENSHOTS, { recursive: true })
})

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

/** Opens an address as a person does, without scripts; `complaints` is all that the console says meanwhile. */
async function open(
  path: string,
  width: number,
  colorScheme: 'light' | 'dark',
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    javaScriptEnabled: false,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('requestfailed', (request) => complaints.push(`${request.url()} ${request.failure()?.errorText}`))
  await page.goto(site.address + path)
  return { page, complaints }
}

describe.each(Object.entries(PAGES))('the %s page', (name, path) => {
  it.each([
    ['phone', 360, 'light'],
    ['phone', 360, 'dark'],
    ['wide', 1280, 'light'],
  ] as const)(
    'is whole and without complaint on a %s screen of %d pixels, %s',
    async (screen, width, scheme) => {
      const { page, complaints } = await open(path, width, scheme)
      await page.screenshot({ path: join(SCREENSHOTS, `${name}-${screen}-${scheme}.png`), fullPage: true })
      expect(complaints.filter((text) => !text.includes('404'))).toEqual([])
      expect(await page.locator('h1').count()).toBe(1)
      // Scripts of the page's own are off; this asks the browser itself.
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      expect(overflow).toBe(0)
      const styled = await page.evaluate('getComputedStyle(document.body).maxWidth')
      expect(styled).toBe('640px')
      await page.context().close()
    },
  )

  it('announces the feeds to browsers and readers', async () => {
    const { page } = await open(path, 1280, 'light')
    const links = page.locator('head link[rel=alternate]')
    const found = await links.evaluateAll((all) =>
      all.map((link) => [link.getAttribute('type'), link.getAttribute('href')]),
    )
    expect(found).toEqual([
      ['application/rss+xml', `${site.address}/feed.rss`],
      ['application/atom+xml', `${site.address}/feed.atom`],
      ['application/feed+json', `${site.address}/feed.json`],
    ])
    await page.context().close()
  })
})

describe('the pages', () => {
  it('lead from home to an article and back', async () => {
    const { page } = await open('/', 1280, 'light')
    await page.getByRole('link', { name: 'A show in three rooms' }).click()
    expect(new URL(page.url()).pathname).toBe('/articles/a-show-in-three-rooms')
    await page.locator('header a').click()
    expect(new URL(page.url()).pathname).toBe('/')
    await page.context().close()
  })

  it('show every picture', async () => {
    const { page } = await open(PAGES.article, 1280, 'light')
    const widths = await page.evaluate('[...document.images].map((image) => image.naturalWidth)')
    expect(widths).toEqual([320])
    await page.context().close()
  })

  it('show a person who opens the feed what it holds, and where to subscribe', async () => {
    const { page } = await open('/feed', 1280, 'light')
    expect(await page.locator('.addresses dd').allTextContents()).toEqual(
      ['rss', 'atom', 'json'].map((form) => `${site.address}/feed.${form}`),
    )
    expect(await page.locator('.articles li').count()).toBe(4)
    await page.context().close()
  })
})
