import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type PingOptions, pingHubs } from '../../src/node/live/ping-hubs.ts'
import { freePort } from '../support/free-port.ts'
import { type Answer, type FaultyHub, startFaultyHub } from './faulty-hub.ts'

const TOPIC = 'https://news.site/feed.rss?a=b&c=d'
const BRISK = { pauseMilliseconds: 1 } satisfies PingOptions

const answering =
  (status: number, headers: Readonly<Record<string, string>> = {}, body = ''): Answer =>
  (response) => {
    response.writeHead(status, headers).end(body)
  }
const reset: Answer = (response) => {
  response.destroy()
}
const stall: Answer = () => {}

async function aHub(...plan: readonly Answer[]): Promise<FaultyHub> {
  const hub = await startFaultyHub()
  onTestFinished(() => hub.close())
  hub.plan.push(...plan)
  return hub
}

describe('pingHubs', () => {
  it('posts a form that names the topic as hub.url and as hub.topic', async () => {
    const hub = await aHub()
    expect(await pingHubs([`${hub.address}publish?key=1`], [TOPIC])).toEqual([])
    expect(hub.received).toEqual([
      {
        method: 'POST',
        path: '/publish?key=1',
        type: expect.stringMatching(/^application\/x-www-form-urlencoded\b/),
        fields: [
          ['hub.mode', 'publish'],
          ['hub.url', TOPIC],
          ['hub.topic', TOPIC],
        ],
      },
    ])
  })

  it('tells each hub of each topic, once', async () => {
    const hubs = [await aHub(), await aHub()]
    const topics = Array.from({ length: 20 }, (_, number) => `https://news.site/tags/${number}.rss`)
    const told: string[] = []
    const onTold = (hub: string, topic: string) => told.push(`${hub} ${topic}`)
    const addresses = hubs.map(({ address }) => address)
    expect(await pingHubs([...addresses, ...addresses], [...topics, ...topics], { onTold })).toEqual([])
    expect(told.sort()).toEqual(addresses.flatMap((hub) => topics.map((topic) => `${hub} ${topic}`)).sort())
    for (const { received } of hubs) expect(topicsOf(received).sort()).toEqual([...topics].sort())
  })

  it('has no more than four requests at a hub at once', async () => {
    let arrived = 0
    const four = Promise.withResolvers<void>()
    const hub = await startFaultyHub(async () => {
      if (++arrived === 4) four.resolve()
      await four.promise
      // Whatever comes too soon comes now.
      await pause(20)
    })
    onTestFinished(() => hub.close())
    const topics = Array.from({ length: 16 }, (_, number) => `https://news.site/${number}`)
    await pingHubs([hub.address], topics)
    expect(hub.received).toHaveLength(16)
    expect(hub.most).toBe(4)
  })

  for (const status of [200, 201, 202, 204, 207]) {
    it(`takes ${status} for told`, async () => {
      const hub = await aHub(answering(status, {}, status === 204 ? '' : 'Thank you'))
      expect(await pingHubs([hub.address], [TOPIC], BRISK)).toEqual([])
      expect(hub.received).toHaveLength(1)
    })
  }

  it('takes an answer for given whose body never ends', async () => {
    const hub = await aHub((response) => {
      response.writeHead(202)
      response.write('There are')
    })
    expect(await pingHubs([hub.address], [TOPIC], BRISK)).toEqual([])
    expect(hub.received).toHaveLength(1)
  })

  const passing: readonly (readonly [string, Answer, unknown])[] = [
    ['503', answering(503), 'answers 503'],
    [
      '500 with a reason',
      answering(500, {}, 'Out of\tluck\x1b[31m\nat line 3'),
      'answers 500: Out of luck [31m',
    ],
    ['502 with a page', answering(502, {}, '<!doctype html><title>Bad</title>'), 'answers 502'],
    ['429', answering(429), 'answers 429'],
    ['408', answering(408), 'answers 408'],
    ['a reset', reset, expect.stringMatching(/^cannot be reached: ./)],
  ]
  for (const [name, answer, reason] of passing) {
    it(`tries again after ${name}, with growing pauses`, async () => {
      const hub = await aHub(answer, answer, answer, answer)
      const retries: unknown[] = []
      const onRetry: PingOptions['onRetry'] = (untold, wait) => retries.push([untold, wait])
      expect(await pingHubs([hub.address], [TOPIC], { ...BRISK, onRetry })).toEqual([])
      expect(hub.received).toHaveLength(5)
      const untold = { hub: hub.address, topic: TOPIC, reason }
      expect(retries).toEqual([1, 2, 4, 8].map((wait) => [untold, wait]))
    })

    it(`gives up after five times ${name}`, async () => {
      const hub = await aHub(answer, answer, answer, answer, answer)
      expect(await pingHubs([hub.address], [TOPIC], BRISK)).toEqual([
        { hub: hub.address, topic: TOPIC, reason },
      ])
      expect(hub.received).toHaveLength(5)
    })
  }

  it('tries again after a stall', async () => {
    const hub = await aHub(stall)
    expect(await pingHubs([hub.address], [TOPIC], { ...BRISK, timeoutMilliseconds: 5000 })).toEqual([])
    expect(hub.received).toHaveLength(2)
  })

  it('says that a hub does not answer', async () => {
    const hub = await aHub(stall, stall, stall, stall, stall)
    const untold = await pingHubs([hub.address], [TOPIC], { ...BRISK, timeoutMilliseconds: 100 })
    expect(untold).toEqual([{ hub: hub.address, topic: TOPIC, reason: 'gives no answer in time' }])
  })

  it('waits for as long as Retry-After says', async () => {
    const hub = await aHub(answering(429, { 'Retry-After': '1' }), answering(503, { 'Retry-After': '0' }))
    const waits: number[] = []
    const onRetry: PingOptions['onRetry'] = (_, wait) => waits.push(wait)
    expect(await pingHubs([hub.address], [TOPIC], { ...BRISK, onRetry })).toEqual([])
    expect(waits).toEqual([1000, 2])
  })

  for (const status of [400, 401, 403, 404, 410, 422]) {
    it(`does not try again after ${status}`, async () => {
      const hub = await aHub(answering(status, {}, 'hub.url invalid\n'))
      expect(await pingHubs([hub.address], [TOPIC], BRISK)).toEqual([
        { hub: hub.address, topic: TOPIC, reason: `answers ${status}: hub.url invalid` },
      ])
      expect(hub.received).toHaveLength(1)
    })
  }

  for (const status of [307, 308]) {
    it(`follows a ${status} with the whole form`, async () => {
      const hub = await aHub(answering(status, { Location: '/elsewhere' }))
      expect(await pingHubs([hub.address], [TOPIC], BRISK)).toEqual([])
      const [first, second] = hub.received
      expect(second).toEqual({ ...first, path: '/elsewhere' })
    })
  }

  for (const status of [301, 302, 303]) {
    it(`does not follow a ${status}, which would lose the form`, async () => {
      const hub = await aHub(answering(status, { Location: '/elsewhere' }))
      const [untold] = await pingHubs([hub.address], [TOPIC], BRISK)
      expect(untold?.reason).toContain(`answers ${status}, to /elsewhere. Give hub in site.yaml`)
      expect(hub.received).toHaveLength(1)
    })
  }

  it('does not run in circles', async () => {
    const hub = await aHub(...Array.from({ length: 10 }, () => answering(307, { Location: '/' })))
    const [untold] = await pingHubs([hub.address], [TOPIC], BRISK)
    expect(untold?.reason).toBe('redirects more than 5 times')
    expect(hub.received).toHaveLength(6)
  })

  for (const target of ['mailto:hub@news.site', 'https://hub news.site/']) {
    it(`does not follow a redirect to ${target}`, async () => {
      const hub = await aHub(answering(308, { Location: target }))
      expect(await pingHubs([hub.address], [TOPIC], BRISK)).toHaveLength(1)
      expect(hub.received).toHaveLength(1)
    })
  }

  it('says of what is no address of a hub that it is none', async () => {
    const untold = await pingHubs(['hub.news.site', 'ftp://hub.news.site/'], [TOPIC])
    expect(untold.map(({ reason }) => reason)).toEqual([
      'hub.news.site is no address of the web',
      'ftp://hub.news.site/ is no address of the web',
    ])
  })

  it('tells the other hubs where one is down', async () => {
    const down = `http://127.0.0.1:${await freePort()}/`
    const hub = await aHub()
    const untold = await pingHubs([down, hub.address], [TOPIC], BRISK)
    expect(untold).toEqual([
      { hub: down, topic: TOPIC, reason: expect.stringMatching(/^cannot be reached: .*ECONNREFUSED/) },
    ])
    expect(hub.received).toHaveLength(1)
  })

  it('tells a healthy hub of everything while another stalls', async () => {
    const stalling = await aHub(...Array.from({ length: 50 }, () => stall))
    const healthy = await aHub()
    const topics = Array.from({ length: 30 }, (_, number) => `https://news.site/${number}`)
    const told: string[] = []
    const onTold = (hub: string) => {
      told.push(hub)
      // The stalling hub is let go only when the healthy one has been told all, which it is not to wait for.
      if (told.length === topics.length) stalling.close()
    }
    const untold = await pingHubs([stalling.address, healthy.address], topics, { ...BRISK, onTold })
    expect(told).toEqual(topics.map(() => healthy.address))
    expect(untold.map(({ topic }) => topic)).toEqual(topics)
  })

  it('asks a hub no more that has not answered in five tries', async () => {
    const topics = Array.from({ length: 40 }, (_, number) => `https://news.site/${number}`)
    const hub = await aHub(...Array.from({ length: 200 }, () => reset))
    const untold = await pingHubs([hub.address], topics, BRISK)
    expect(untold.map(({ topic }) => topic)).toEqual(topics)
    // Four at once, five times each.
    expect(hub.received).toHaveLength(20)
  })

  it('tries each further topic once with a hub that only fails, until it takes one', async () => {
    const topics = Array.from({ length: 30 }, (_, number) => `https://news.site/${number}`)
    const hub = await aHub(...Array.from({ length: 30 }, () => answering(503)))
    const untold = await pingHubs([hub.address], topics, BRISK)
    // With five tries for each, the thirty failures would be spent on six topics. The first four have as many.
    expect(untold.length).toBeGreaterThanOrEqual(14)
    expect(untold.length).toBeLessThanOrEqual(23)
    expect(hub.received).toHaveLength(30 + topics.length - untold.length)
  })

  it('does nothing without topics or hubs', async () => {
    const hub = await aHub()
    expect(await pingHubs([hub.address], [])).toEqual([])
    expect(await pingHubs([], [TOPIC])).toEqual([])
    expect(hub.received).toEqual([])
  })
})

function topicsOf(received: FaultyHub['received']): string[] {
  return received.map(({ fields }) => fields.find(([name]) => name === 'hub.url')?.[1] ?? '')
}
