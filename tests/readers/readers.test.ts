import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseJsonFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { run } from '../support/run-script.ts'
import { type ServedFolder, serveFolder } from '../support/served-folder.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { subscribeNewsboat, subscribeRss2email } from './subscribers.ts'

const SITE = join(import.meta.dirname, '../fixtures/site')

/** What the feeds hold, as the site's own JSON Feed says, which the flow test compares with the others. */
interface Written {
  readonly title: string
  readonly url: string
  readonly id: string
}

let site: ServedFolder
let written: readonly Written[]

beforeAll(async () => {
  site = await serveFolder(SITE)
  const feed = parseJsonFeed(await (await fetch(`${site.address}/feed.json`)).text())
  written = (feed.items ?? []).map(({ title = '', url = '', id = '' }) => ({ title, url, id }))
  expect(written).toHaveLength(4)
})

afterAll(async () => {
  await site?.stop()
})

/** The status of every request for a path, since the last time that this was asked. */
function statusesOf(path: string): readonly number[] {
  const found = site.exchanges.filter((exchange) => exchange.path === path).map(({ status }) => status)
  site.exchanges.length = 0
  return found
}

describe.each(['rss', 'atom'])('the feed as %s', (form) => {
  it('is read by newsboat, and is a 304 from its third poll on', async () => {
    const folder = temporaryFolder()
    statusesOf('')
    const newsboat = await subscribeNewsboat(folder, `${site.address}/feed.${form}`)
    for (let poll = 0; poll < 3; poll++) await newsboat.poll()
    expect(statusesOf(`/feed.${form}`)).toEqual([200, 200, 304])

    const database = new DatabaseSync(join(folder, 'cache.db'))
    const unread = 'select title, url, guid as id, content from rss_item where unread order by pubDate desc'
    const items = database.prepare(unread).all()
    database.close()
    const rows = z
      .array(z.object({ title: z.string(), url: z.string(), id: z.string(), content: z.string() }))
      .parse(items)
    expect(rows.map(({ title, url, id }) => ({ title, url, id }))).toEqual(written)
    expect(rows[0]?.content).toContain('<table>')
  })

  it('is mailed by rss2email, each article once, and is a 304 from its second poll on', async () => {
    statusesOf('')
    const rss2email = await subscribeRss2email(temporaryFolder(), `${site.address}/feed.${form}`)
    for (let poll = 0; poll < 3; poll++) await rss2email.poll()
    expect(statusesOf(`/feed.${form}`)).toEqual([200, 304, 304])

    const letters = rss2email.shown()
    expect(letters.map(({ url }) => url).sort()).toEqual(written.map(({ url }) => url).sort())
    expect(letters.some(({ text }) => /^Subject: A show in three rooms$/m.test(text))).toBe(true)
  })

  it('is read by sfeed', async () => {
    const folder = temporaryFolder()
    const rc = join(folder, 'sfeedrc')
    writeFileSync(
      rc,
      `sfeedpath="${folder}/feeds"\nfeeds() {\n  feed 'strillone' '${site.address}/feed.${form}'\n}\n`,
    )
    const { status, stderr } = await run('sfeed_update', [rc], { HOME: folder })
    expect(status, stderr).toBe(0)
    const lines = readFileSync(join(folder, 'feeds/strillone'), 'utf8').trimEnd().split('\n')
    const items = lines.map((line) => line.split('\t')).sort((a, b) => Number(b[0]) - Number(a[0]))
    expect(items.map(([, title, url, , , id]) => ({ title, url, id }))).toEqual(written)
    expect(items[0]?.[4]).toBe('html')
  })

  it('is read by feedparser, and is a 304 from its second poll on', async () => {
    const script = join(import.meta.dirname, 'read_feed.py')
    const { status, stdout, stderr } = await run('/usr/bin/python3', [script, `${site.address}/feed.${form}`])
    expect(status, stderr).toBe(0)
    const read = JSON.parse(stdout)
    expect(read).toMatchObject({ bozo: false, status: 200, again: 304 })
    const items = read.entries.map(({ title, link, id }: Record<string, string>) => ({
      title,
      url: link,
      id,
    }))
    expect(items).toEqual(written)
    expect(read.entries[0].tags).toEqual(['Città', 'R&D'])
    expect(read.entries[0].authors).toEqual(['Ada Neri', 'Bo Li'])
    expect(read.entries[0].content).toContain('<table>')
  })
})
