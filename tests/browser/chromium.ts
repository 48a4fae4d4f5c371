import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** Where pictures of pages are left to be looked at. */
export const SCREENSHOTS = join(import.meta.dirname, 'screenshots')

/** The widths that pages are looked at in. */
export const SCREENS = { phone: 360, wide: 1280 } as const

/** What is left of a wide screen when everything on it is four times as large (WCAG 2.2, 1.4.10). */
export const NARROWEST = 320

/** Starts Debian's Chromium. As root in a container it has no sandbox, and it is to ask nothing but this machine. */
export function launchChromium(): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return chromium.launch({ executablePath: '/usr/bin/chromium', args })
}

/** A page that is open, and all that its console and its requests complain of. */
export interface OpenPage {
  readonly page: Page
  readonly complaints: readonly string[]
}

/** Opens an address in a window of its own, and prepares it before anything is loaded. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<OpenPage> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('requestfailed', (request) => complaints.push(`${request.url()} ${request.failure()?.errorText}`))
  await prepare(page)
  await page.goto(url)
  return { page, complaints }
}
