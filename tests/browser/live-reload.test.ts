import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startFolder } from '../support/started-folder.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { launchChromium, openPage } from './chromium.ts'

const article = (words: string) => `---\ntitle: One\ndate: 2025-01-01\n---\n\n${words}\n`

it('an open page shows what was written, and loads itself only then', async () => {
  const seeds = temporaryFolder()
  writeFileSync(join(seeds, 'one.md'), article('First.'))
  const { dev, address } = await startFolder(seeds)
  await dev.waitFor(/Ctrl-C stops/)
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  const { page, complaints } = await openPage(browser, `${address}/articles/one`, {})
  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  await page.waitForTimeout(2000)
  writeFileSync(join(seeds, 'one.md'), article('Second.'))
  await page.getByText('Second.').waitFor({ timeout: 60_000 })
  await page.waitForTimeout(2000)
  expect(loads).toBe(1)

  // A page that stays as it is loads itself once, too, and not for ever, though its answer is a 304.
  writeFileSync(join(seeds, 'two.md'), article('Another.').replace('One', 'Two'))
  await expect.poll(() => loads, { timeout: 60_000 }).toBe(2)
  await page.waitForTimeout(3000)
  expect(loads).toBe(2)

  // One that is gone comes back.
  rmSync(join(seeds, 'one.md'))
  await expect.poll(() => page.locator('body').innerText(), { timeout: 60_000 }).not.toContain('Second.')
  writeFileSync(join(seeds, 'one.md'), article('Third.'))
  await page.getByText('Third.').waitFor({ timeout: 60_000 })
  expect(complaints.filter((each) => !/404|favicon/.test(each))).toEqual([])
  expect(await dev.stop()).toBe(0)
}, 240_000)
