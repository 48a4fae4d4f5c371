import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseJsonFeed } from 'feedsmith'
import { type Issue, threeIssues, writeIssue } from '../support/issues.ts'
import type { Exchange } from '../support/recording-proxy.ts'
import { type ServedFolder, serveFolder } from '../support/served-folder.ts'
import {
  type Shown,
  type Subscribe,
  type Subscriber,
  subscribeFeedparser,
  subscribeNewsboat,
  subscribeRss2email,
  subscribeRsstail,
} from './subscribers.ts'

/** The readers that poll. */
export const READERS: Readonly<Record<string, Subscribe>> = {
  newsboat: subscribeNewsboat,
  rss2email: subscribeRss2email,
  feedparser: subscribeFeedparser,
  rsstail: subscribeRsstail,
}

/** The forms that each of them polls. */
export const FORMS = ['rss', 'atom'] as const
export type PolledForm = (typeof FORMS)[number]

const SITE = 'title: La Gazzetta\nurl: https://gazzetta.example\nlanguage: it\nauthor: Redazione\n'

/** How often each issue is polled: ten times in all. */
const POLLS = [4, 3, 3]

/** What a whole feed comes to on the wire. */
export interface WholeFeed {
  readonly plain: number
  readonly gzip: number
}

/** One poll of one reader, with all requests that it took. */
export interface Poll {
  readonly issue: number
  readonly exchanges: readonly Exchange[]
  /** What the whole feed would have come to at the time. */
  readonly whole: WholeFeed
  /** What the reader said. */
  readonly said: string
}

/** What became of one reader's subscription to one form. */
export interface Subscription {
  readonly reader: string
  readonly form: PolledForm
  readonly polls: readonly Poll[]
  readonly shown: readonly Shown[]
}

/** Publishes three issues of one folder after each other, and has each reader poll each form of them. */
export async function pollThreeIssues(deltas: boolean): Promise<readonly Subscription[]> {
  const folder = mkdtempSync(join(tmpdir(), 'strillone-polls-'))
  const seeds = join(folder, 'seeds')
  const issues = threeIssues()
  mkdirSync(seeds)
  writeFileSync(join(seeds, 'site.yaml'), `${SITE}feed: { deltas: ${deltas} }\n`)
  writeIssue(seeds, issues[0], [])
  const site = await serveFolder(seeds)
  const started = []
  try {
    for (const [reader, subscribe] of Object.entries(READERS)) {
      for (const form of FORMS) {
        const home = join(folder, `${reader}-${form}`)
        mkdirSync(home)
        const subscriber = await subscribe(home, `${site.address}/feed.${form}`)
        started.push({ reader, form, subscriber, polls: [] as Poll[] })
      }
    }
    for (const [number, issue] of issues.entries()) {
      if (number > 0) writeIssue(seeds, issue, issues[number - 1] ?? [])
      await untilPublished(site, issue)
      const wholes = { rss: await weigh(site, 'rss'), atom: await weigh(site, 'atom') }
      for (let poll = 0; poll < (POLLS[number] ?? 0); poll++) {
        for (const { form, subscriber, polls } of started) {
          polls.push({ issue: number, whole: wholes[form], ...(await pollOnce(site, subscriber)) })
        }
      }
    }
    return started.map(({ subscriber, ...rest }) => ({ ...rest, shown: subscriber.shown() }))
  } finally {
    for (const { subscriber } of started) await subscriber.stop?.()
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function pollOnce(
  site: ServedFolder,
  subscriber: Subscriber,
): Promise<Pick<Poll, 'exchanges' | 'said'>> {
  site.exchanges.length = 0
  const said = await subscriber.poll()
  return { said, exchanges: site.exchanges.splice(0) }
}

/** How often the new issue must be there in a row: it may be built once more, and nothing answers in between. */
const STEADY_LOOKS = 15

/** Waits until the feed carries each story of an issue in the wording that it has there, and no other. */
async function untilPublished(site: ServedFolder, issue: Issue): Promise<void> {
  const deadline = Date.now() + 300_000
  for (let looks = 0; looks < STEADY_LOOKS; looks = (await carries(site, issue)) ? looks + 1 : 0) {
    if (Date.now() > deadline) throw new Error('The new issue is not published within five minutes')
    await pause(100)
  }
}

async function carries(site: ServedFolder, issue: Issue): Promise<boolean> {
  const text = await fetchText(`${site.address}/feed.json`)
  if (text === undefined) return false
  const { items = [] } = parseJsonFeed(text)
  const texts = new Map(items.map(({ url = '', content_html = '' }) => [url, content_html]))
  return (
    texts.size === issue.length &&
    issue.every(({ slug, paragraphs }) =>
      texts.get(`${site.address}/articles/${slug}`)?.includes(paragraphs.at(-1) ?? ''),
    )
  )
}

/** What is at an address; nothing while one issue gives way to the next, which breaks connections off. */
async function fetchText(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url)
    return response.ok ? await response.text() : undefined
  } catch {
    return undefined
  }
}

/** Asks for a whole feed as clients without and with gzip do. */
async function weigh(site: ServedFolder, form: PolledForm): Promise<WholeFeed> {
  return { plain: await weighCoded(site, form, 'identity'), gzip: await weighCoded(site, form, 'gzip') }
}

async function weighCoded(site: ServedFolder, form: PolledForm, coding: string): Promise<number> {
  site.exchanges.length = 0
  const response = await fetch(`${site.address}/feed.${form}`, { headers: { 'Accept-Encoding': coding } })
  await response.arrayBuffer()
  return site.exchanges[0]?.bytes ?? 0
}
