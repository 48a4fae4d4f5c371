import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith'
import { Parser } from 'htmlparser2'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RawWorkerd, startRawWorkerd } from '../support/raw-workerd.ts'
import { writePublication } from '../support/write-publication.ts'

const COUNT = 200
/** What the articles themselves link to, and readers that a page offers: not ours to answer for. */
const ELSEWHERE =
  /^https:\/\/(?:en\.wikipedia\.org|hub\.example|feedly\.com|www\.inoreader\.com|www\.newsblur\.com|theoldreader\.com)\/|^https:\/\/(?:schema\.org|ogp\.me)/

let folder: string
let site: RawWorkerd
const SITE = 'https://banda.news'
/** All that was found, by URL. */
const pages = new Map<string, Answer>()

interface Answer {
  readonly status: number
  readonly type: string
  readonly text: string
  readonly links: readonly string[]
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strillone-crawl-'))
  writePublication(join(folder, 'seeds'), COUNT, SITE)
  site = await startRawWorkerd(folder, join(folder, 'seeds'))
  const starts = [
    '/',
    '/feed.rss',
    '/feed.atom',
    '/feed.json',
    '/feeds.opml',
    '/sitemap.xml',
    '/llms.txt',
    '/robots.txt',
  ]
  await crawl(starts.map((path) => SITE + path))
}, 600_000)

afterAll(async () => {
  await site?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Follows every link of the site from some addresses on. */
async function crawl(starts: readonly string[]): Promise<void> {
  const queue = [...starts]
  for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
    if (pages.has(url)) continue
    const response = await fetch(site.address + url.slice(SITE.length), {
      headers: { Accept: 'text/html', 'Accept-Encoding': 'gzip' },
      redirect: 'manual',
    })
    const type = response.headers.get('Content-Type')?.split(';')[0] ?? ''
    const text = /^(?:image|audio)\//.test(type) ? '' : await response.text()
    const links = linksIn(type, text)
    pages.set(url, { status: response.status, type, text, links })
    queue.push(...links.map((link) => link.split('#')[0] ?? '').filter((link) => link.startsWith(`${SITE}/`)))
  }
}

function linksIn(type: string, text: string): readonly string[] {
  if (type === 'text/html') return htmlLinks(text)
  if (type.includes('json')) return jsonLinks(JSON.parse(text))
  if (type.includes('xml') || type.includes('opml')) return xmlLinks(text)
  if (type === 'text/plain' || type === 'text/markdown') return text.match(/https?:\/\/[^\s)"<>]+/g) ?? []
  return []
}

const ADDRESSES = new Set(['href', 'src', 'poster', 'action'])

function htmlLinks(text: string): readonly string[] {
  const links: string[] = []
  const parser = new Parser({
    onopentag: (name, attributes) => {
      for (const [attribute, value] of Object.entries(attributes)) {
        if (ADDRESSES.has(attribute)) links.push(value)
        if (name === 'meta' && attribute === 'content' && /^https?:/.test(value)) links.push(value)
      }
    },
  })
  parser.write(text)
  parser.end()
  return links
}

/** Every address in a document, in whatever key, and those of the HTML in it. */
function jsonLinks(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') {
    if (key === 'content_html') return htmlLinks(value)
    return /url$|^image$|^icon$/.test(key) ? [value] : []
  }
  if (Array.isArray(value)) return value.flatMap((item) => jsonLinks(item, key))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, item]) => jsonLinks(item, name))
}

const TEXTS = new Set(['link', 'loc', 'image:loc', 'icon', 'logo', 'url', 'uri'])

function xmlLinks(text: string): readonly string[] {
  const links: string[] = []
  const parser = new SaxesParser()
  const open: string[] = []
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    open.push(name)
    for (const [attribute, value] of Object.entries(attributes))
      if (/^(?:href|url|xmlUrl|htmlUrl|src)$/.test(attribute)) links.push(String(value))
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const take = (content: string) => {
    const name = open.at(-1) ?? ''
    if (TEXTS.has(name) && content.trim() !== '') links.push(content.trim())
    if (name === 'content:encoded' || (name === 'content' && content.includes('<')))
      links.push(...htmlLinks(content))
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.write(text).close()
  return links
}

describe('a crawler that begins at home and at each feed', () => {
  it('finds no broken link', () => {
    const broken = [...pages]
      .filter(([, { status }]) => status !== 200)
      .map(([url, { status }]) => `${url} ${status}`)
    expect(broken).toEqual([])
  })

  it('reaches every article in all its forms', () => {
    const articles = [...pages.keys()].filter((url) => /\/articles\/[^.]+$/.test(url))
    expect(articles).toHaveLength(COUNT)
    for (const url of articles)
      for (const form of ['.json', '.md']) expect(pages.has(url + form), url).toBe(true)
  })

  it('finds no relative address, and none that is not the site’s', () => {
    const foreign = [...pages].flatMap(([url, { links, type }]) =>
      links
        .filter((link) => !link.startsWith(`${SITE}/`) && !ELSEWHERE.test(link))
        // A page may lead to its own parts, to whatever reader is installed, and to a post box.
        .filter((link) => type !== 'text/html' || !/^(?:#|feed:|mailto:)/.test(link))
        .map((link) => `${url}: ${link}`),
    )
    expect([...new Set(foreign)]).toEqual([])
  })

  it('finds pictures and sounds under addresses that never change', async () => {
    const media = [...pages].filter(([url]) => url.includes('/media/'))
    expect(media.filter(([, { type }]) => type === 'image/png').length).toBe(13)
    expect(media.filter(([, { type }]) => type.startsWith('audio/'))).toHaveLength(4)
  })

  it('finds every feed by way of the list of feeds, each of them valid', async () => {
    const outlines = parseOpml(pages.get(`${SITE}/feeds.opml`)?.text ?? '').body?.outlines ?? []
    const feeds = outlines.flatMap((outline) => (outline.xmlUrl ? [outline] : (outline.outlines ?? [])))
    expect(feeds.length).toBeGreaterThan(15)
    for (const { xmlUrl = '' } of feeds) {
      const stem = xmlUrl.replace(/\.rss$/, '')
      const rss = parseRssFeed(pages.get(`${stem}.rss`)?.text ?? '')
      const atom = parseAtomFeed(pages.get(`${stem}.atom`)?.text ?? '')
      const json = parseJsonFeed(pages.get(`${stem}.json`)?.text ?? '')
      expect(rss.items?.map(({ guid }) => guid?.value)).toEqual(json.items?.map(({ id }) => id))
      expect(atom.entries?.map(({ id }) => id)).toEqual(json.items?.map(({ id }) => id))
    }
  })

  it('finds a feed announced on every page', () => {
    for (const [url, { type, text }] of pages) {
      if (type !== 'text/html') continue
      expect(text, url).toContain(`type="application/rss+xml"`)
      expect(text, url).toContain(`href="${SITE}/feed.atom"`)
    }
  })
})
