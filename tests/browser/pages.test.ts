import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { samplePages } from '../pages/sample-pages.ts'
import { launchChromium, NARROWEST, openPage, SCREENS, SCREENSHOTS } from './chromium.ts'
import { RUN_AXE, SCROLL_THROUGH, SIDEWAYS, WATCH_SHIFTS } from './page-checks.ts'
import { type SampleServer, serveSamples } from './sample-server.ts'

let server: SampleServer
let browser: Browser

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  server = await serveSamples()
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

const urlOf = (name: string) => server.origin + server.pages[name]?.path
const viewport = (width: number) => ({ viewport: { width, height: 800 } })

describe.each(Object.keys(samplePages()))('the %s page', (name) => {
  it.each(
    Object.entries(SCREENS).flatMap(([screen, width]) =>
      (['light', 'dark'] as const).map((colorScheme) => ({ screen, width, colorScheme })),
    ),
  )('is whole, still and accessible on a $screen screen, $colorScheme', async (look) => {
    const { page, complaints } = await openPage(
      browser,
      urlOf(name),
      { ...viewport(look.width), colorScheme: look.colorScheme, bypassCSP: true },
      (opening) => opening.addInitScript(WATCH_SHIFTS),
    )
    expect(complaints).toEqual([])
    expect(await page.evaluate(SIDEWAYS)).toBe(0)
    await page.evaluate(SCROLL_THROUGH)
    expect(await page.evaluate('shifts')).toEqual([])
    await page.evaluate(axe.source)
    expect(await page.evaluate(RUN_AXE)).toEqual([])
    const file = `${name}-${look.screen}-${look.colorScheme}.png`
    await page.screenshot({ path: join(SCREENSHOTS, file), fullPage: true })
    await page.context().close()
  })

  it('is whole without scripts on the narrowest screen, its pictures and style allowed by its policy', async () => {
    const { page, complaints } = await openPage(browser, urlOf(name), {
      ...viewport(NARROWEST),
      javaScriptEnabled: false,
    })
    expect(complaints).toEqual([])
    expect(await page.evaluate(SIDEWAYS)).toBe(0)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 253, 248)')
    expect(await page.evaluate('[...document.images].filter((each) => !each.naturalWidth).length')).toBe(0)
    await page.context().close()
  })

  it('is gone through by keyboard alone: each link has its turn, in order, and is seen to have it', async () => {
    const { page } = await openPage(browser, urlOf(name), viewport(SCREENS.wide))
    const links = await page.evaluate<number>(NUMBER_LINKS)
    const reached: number[] = []
    for (;;) {
      await page.keyboard.press('Tab')
      const { link, isSeen, isBody } = await page.evaluate<Focus>(DESCRIBE_FOCUS)
      if (isBody) break
      expect(isSeen, `the focus on ${link}`).toBe(true)
      if (link !== undefined && link !== null) reached.push(link)
    }
    expect(reached).toEqual(Array.from({ length: links }, (_, index) => index))
    await page.context().close()
  })

  it('breaks words that are longer than its lines', async () => {
    const { page } = await openPage(browser, urlOf(name), viewport(NARROWEST))
    await page.evaluate(LENGTHEN_WORDS)
    expect(await page.evaluate(SIDEWAYS)).toBe(0)
    await page.setViewportSize({ width: SCREENS.wide, height: 800 })
    expect(await page.evaluate(SIDEWAYS)).toBe(0)
    await page.context().close()
  })

  it('announces its feeds, its own first', async () => {
    const { page } = await openPage(browser, urlOf(name), viewport(SCREENS.wide))
    const found = await page.evaluate(FIND_FEEDS)
    const stems = /^page-(?:tag|author|section|language)$/.test(name)
      ? [new URL(urlOf(name)).pathname, '/feed']
      : ['/feed']
    expect(found).toEqual(
      stems.flatMap((stem) => ['rss', 'atom', 'json'].map((form) => `${server.origin}${stem}.${form}`)),
    )
    await page.context().close()
  })
})

describe('the pages', () => {
  it('lead from home to an article, past the head of the page, and back', async () => {
    const { page } = await openPage(browser, urlOf('home'), viewport(SCREENS.wide))
    await page.getByRole('link', { name: 'La biblioteca civica' }).click()
    // A key that is pressed before the page is there is nobody's.
    await page.waitForURL(urlOf('article'))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('main')
    await page.getByRole('link', { name: 'Il Mattino di Trento' }).click()
    await page.waitForURL(urlOf('home'))
    await page.context().close()
  })

  it('give a whole address at one click', async () => {
    const { page } = await openPage(browser, urlOf('page-tag'), viewport(SCREENS.phone))
    const address = page.locator('.addresses code').first()
    await address.click()
    const selected = () => page.evaluate('getSelection().toString()')
    await expect.poll(selected).toBe(`${urlOf('page-tag')}.rss`)
    await page.context().close()
  })

  it('fetch no sound and no film before somebody asks for it', async () => {
    const asked: string[] = []
    const { page } = await openPage(browser, urlOf('article'), viewport(SCREENS.wide), async (opening) =>
      opening.on('request', (request) => asked.push(request.url())),
    )
    await page.waitForLoadState('networkidle')
    expect(asked.filter((url) => /\.(?:mp3|mp4|pdf)$/.test(url))).toEqual([])
    await page.context().close()
  })

  it('are printed without what is of no use on paper', async () => {
    const { page } = await openPage(browser, urlOf('article'), {
      ...viewport(SCREENS.wide),
      colorScheme: 'dark',
    })
    await page.emulateMedia({ media: 'print' })
    for (const useless of ['.skip', '.masthead nav', '.player', '.facts'])
      expect(await page.locator(useless).first().isVisible(), useless).toBe(false)
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(0, 0, 0)')
    await page.context().close()
  })
})

const LENGTHEN_WORDS = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) if (walker.currentNode.data.trim()) walker.currentNode.data = 'x'.repeat(150)
})()`

const NUMBER_LINKS = `(() => {
  const links = [...document.querySelectorAll('a[href]')]
  links.forEach((link, index) => { link.dataset.number = index })
  return links.length
})()`

interface Focus {
  readonly link?: number | null
  readonly isSeen: boolean
  readonly isBody: boolean
}

/** The control within a player that has the focus shows it itself. */
const DESCRIBE_FOCUS = `(() => {
  const { activeElement } = document
  const { outlineStyle, outlineWidth } = getComputedStyle(activeElement)
  const { top, bottom, width } = activeElement.getBoundingClientRect()
  const isMedia = /^(?:AUDIO|VIDEO)$/.test(activeElement.tagName)
  const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  return {
    link: activeElement.dataset.number === undefined ? null : Number(activeElement.dataset.number),
    isSeen: (isMedia || isOutlined) && width > 0 && top < innerHeight && bottom > 0,
    isBody: activeElement === document.body,
  }
})()`

/** As readers do: every `link` whose type is a feed's. */
const FIND_FEEDS = `[...document.querySelectorAll('link[rel~=alternate]')]
  .filter(({ type }) => /^application\\/(?:rss\\+xml|atom\\+xml|feed\\+json)$/.test(type))
  .map(({ href }) => href)`
