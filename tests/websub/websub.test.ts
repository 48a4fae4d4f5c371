import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pingHubs } from '../../src/node/live/ping-hubs.ts'
import { discoverInHeader } from './discovery.ts'
import { type Hub, startHub } from './hub.ts'
import { type LiveSite, startLiveSite } from './live-site.ts'
import { type Delivery, type Subscriber, startSubscriber } from './subscriber.ts'

const FORMS = {
  rss: { type: 'application/rss+xml; charset=utf-8', titles: titlesInRss },
  atom: { type: 'application/atom+xml; charset=utf-8', titles: titlesInAtom },
  json: { type: 'application/feed+json; charset=utf-8', titles: titlesInJson },
} as const

let seeds: string
let site: LiveSite
/** The two that the site names, and one that it does not. */
let hub: Hub
let secondHub: Hub
let foreignHub: Hub
/** How each found its hubs: in the Link header, in the document, in the Link header of the address without a form. */
let byHeader: Subscriber
let byBody: Subscriber
let byNegotiation: Subscriber
/** Somebody else named an address of this one. */
let stray: Subscriber

/** What came of the hubs being told: too early; after the second release; and, of some topics only, after the third. */
let early: Deliveries
let second: Deliveries
let third: Deliveries
/** The feeds as the second release has them. */
const bodies = new Map<string, string>()

interface Deliveries {
  readonly byHeader: readonly Delivery[]
  readonly byBody: readonly Delivery[]
  readonly byNegotiation: readonly Delivery[]
  readonly stray: readonly Delivery[]
}

const feed = (form: string) => `${site.address}/feed.${form}`
const tag = (name: string) => `${site.address}/tags/${name}.rss`

beforeAll(async () => {
  seeds = mkdtempSync(join(tmpdir(), 'strillone-websub-'))
  site = await startLiveSite()
  ;[hub, secondHub, foreignHub] = await Promise.all([startHub(), startHub(), startHub()])
  ;[byHeader, byBody, byNegotiation, stray] = await Promise.all([
    startSubscriber(),
    startSubscriber(),
    startSubscriber(),
    startSubscriber(),
  ])
  const hubs = `[${hub.address}, ${secondHub.address}]`
  write('site.yaml', `title: News\nurl: ${site.address}\nlanguage: en\nhub: ${hubs}\n`)
  write('one.md', '---\ntitle: The first\ndate: 2026-01-01\ntags: [early]\n---\nThe text.\n')
  write('two.md', '---\ntitle: The second\ndate: 2026-01-02\ntags: [late]\n---\nThe text.\n')
  await site.publish(seeds)

  const topics = [feed('rss'), feed('atom'), feed('json'), tag('early'), tag('late')]
  for (const topic of topics) await byHeader.subscribe(topic, 'header')
  for (const topic of [feed('rss'), feed('atom')]) await byBody.subscribe(topic, 'body')
  await byNegotiation.subscribe(`${site.address}/feed`, 'header')
  await subscribeUnasked(feed('rss'), stray.strayCallback)
  await hub.settled()
  early = await tell(topics)

  write('three.md', '---\ntitle: Half ½ & € 😀\ndate: 2026-01-03\ntags: [late]\n---\nThe text.\n')
  await site.publish(seeds)
  for (const form of Object.keys(FORMS)) bodies.set(form, await (await fetch(feed(form))).text())
  second = await tell(topics)

  write('four.md', '---\ntitle: The fourth\ndate: 2026-01-04\ntags: [late]\n---\nThe text.\n')
  await site.publish(seeds)
  third = await tell([feed('atom'), tag('late')])
})

afterAll(async () => {
  for (const each of [hub, secondHub, foreignHub, byHeader, byBody, byNegotiation, stray]) each?.close()
  await site?.close()
  rmSync(seeds, { recursive: true, force: true })
})

function write(name: string, text: string): void {
  writeFileSync(join(seeds, name), text)
}

/** Tells the hubs of topics, waits for what comes of it, and gives what was brought to each subscriber. */
async function tell(topics: readonly string[]): Promise<Deliveries> {
  const untold = await pingHubs([hub.address, secondHub.address], topics)
  if (untold.length > 0) throw new Error(JSON.stringify(untold))
  await Promise.all([hub.settled(), secondHub.settled()])
  const take = ({ deliveries }: Subscriber) => deliveries.splice(0)
  return {
    byHeader: take(byHeader),
    byBody: take(byBody),
    byNegotiation: take(byNegotiation),
    stray: take(stray),
  }
}

async function subscribeUnasked(topic: string, callback: string): Promise<void> {
  const body = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.callback': callback })
  const { status } = await fetch(hub.address, { method: 'POST', body })
  if (status !== 202) throw new Error(`The hub answers ${status}`)
}

describe('a subscriber', () => {
  for (const [form, { type, titles }] of Object.entries(FORMS)) {
    it(`is brought the ${form} feed of the new release, once, as it is served`, () => {
      const [delivery, ...more] = second.byHeader.filter(({ topic }) => topic === feed(form))
      expect(more).toEqual([])
      expect(delivery?.isSigned).toBe(true)
      expect(delivery?.headers['content-type']).toBe(type)
      expect(delivery?.body).toBe(bodies.get(form))
      expect(titles(delivery?.body ?? '')).toEqual(['Half ½ & € 😀', 'The second', 'The first'])
    })

    it(`is told with the ${form} feed which it is, and by whom`, () => {
      const delivery = second.byHeader.find(({ topic }) => topic === feed(form))
      const link = String(delivery?.headers['link'])
      expect(discoverInHeader(link)).toEqual({ hubs: [hub.address], self: [feed(form)] })
    })
  }

  it('finds the hub in the bodies of RSS and Atom, too', () => {
    expect(topicsOf(second.byBody)).toEqual([feed('atom'), feed('rss')])
  })

  it('is led from the address without a form to that of the form that was sent', () => {
    expect(topicsOf(second.byNegotiation)).toEqual([feed('rss')])
  })

  it('is brought a tag’s feed that changed, and none that did not', () => {
    const tags = topicsOf(second.byHeader).filter((topic) => topic.includes('/tags/'))
    expect(tags).toEqual([tag('late')])
  })

  it('is brought nothing of a topic that the hub was not told of', () => {
    expect(topicsOf(third.byHeader)).toEqual([feed('atom'), tag('late')])
    expect(topicsOf(third.byBody)).toEqual([feed('atom')])
    expect(third.byNegotiation).toEqual([])
  })

  it('is brought nothing where the hub is told before the new release is served', () => {
    expect(early).toEqual({ byHeader: [], byBody: [], byNegotiation: [], stray: [] })
  })

  it('finds no hub of what is no feed', async () => {
    await expect(byHeader.subscribe(`${site.address}/articles/one.json`, 'header')).rejects.toThrow('No hub')
  })
})

describe('the hubs', () => {
  it('are all told, of what was asked for alone', () => {
    const topics = [feed('rss'), feed('atom'), feed('json'), tag('early'), tag('late')]
    const told = [...topics, ...topics, feed('atom'), tag('late')].sort()
    expect([...hub.told].sort()).toEqual(told)
    expect([...secondHub.told].sort()).toEqual(told)
  })

  it('bring nothing to who does not confirm', () => {
    expect([...second.stray, ...third.stray]).toEqual([])
  })

  it('deny a topic that does not name them', async () => {
    const subscribing = byHeader.subscribe(feed('rss'), 'header', foreignHub.address)
    await expect(subscribing).rejects.toThrow('it does not name this hub')
  })

  it('answer 400 to what is no request', async () => {
    const body = new URLSearchParams({ 'hub.mode': 'publish' })
    expect((await fetch(hub.address, { method: 'POST', body })).status).toBe(400)
  })
})

function topicsOf(deliveries: readonly Delivery[]): readonly string[] {
  return deliveries.map(({ topic }) => topic).sort()
}

function titlesInRss(body: string): readonly unknown[] {
  return (parseRssFeed(body).items ?? []).map(({ title }) => title)
}

function titlesInAtom(body: string): readonly unknown[] {
  return (parseAtomFeed(body).entries ?? []).map(({ title }) => title?.value)
}

function titlesInJson(body: string): readonly unknown[] {
  return (parseJsonFeed(body).items ?? []).map(({ title }) => title)
}
