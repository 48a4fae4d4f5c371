import { createServer } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import { pipeline, Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { VISIT_LIMITS } from '../../../src/node/doctor/client.ts'
import { examineSite } from '../../../src/node/doctor/examine-site.ts'
import type { Finding } from '../../../src/node/doctor/finding.ts'
import { statusOf } from '../../../src/node/doctor/report.ts'
import { type Fault, listen, replaceBody, saying, startSite } from './a-site.ts'
import { FAULTS } from './faults.ts'

/** Short, for servers that never end. */
const LIMITS = { ...VISIT_LIMITS, timeoutMilliseconds: 500 }

async function visit(fault: Fault, path = '/feed.rss'): Promise<readonly Finding[]> {
  const { findings } = await examineSite((await startSite(fault)) + path)
  return findings
}

function worst(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning')
}

describe('examineSite()', () => {
  it('finds nothing wrong with a site that does as it should', async () => {
    const origin = await startSite()
    const report = await examineSite(`${origin}/`)
    expect(worst(report.findings)).toEqual([])
    expect(report.feeds).toEqual([
      { url: `${origin}/feed.rss`, format: 'rss', items: 6 },
      { url: `${origin}/feed.json`, format: 'json', items: 6 },
    ])
    expect(statusOf(report)).toBe(0)
  })

  it.each(Object.entries(FAULTS))('notices %s', async (_, [fault, ...expected]) => {
    const findings = await visit(fault)
    for (const [check, severity, message] of expected)
      expect(findings).toContainEqual(
        expect.objectContaining({ check, severity, message: expect.stringMatching(message) }),
      )
    // Whatever is wrong comes with the way to mend it.
    for (const { mend } of worst(findings)) expect(mend).toMatch(/^\w.{10}/)
  })

  it('notices what is wrong with a JSON Feed alone', async () => {
    const withoutCors = await visit(saying('Access-Control-Allow-Origin', undefined), '/feed.json')
    expect(worst(withoutCors)).toMatchObject([{ check: 'cors', severity: 'warning' }])
    const marked = await visit((sent) => replaceBody(sent, (text) => `\ufeff${text}`), '/feed.json')
    expect(worst(marked)).toMatchObject([{ check: 'document', severity: 'warning' }])
    const broken = await visit((sent) => replaceBody(sent, (text) => text.slice(0, -2)), '/feed.json')
    expect(broken).toContainEqual(expect.objectContaining({ check: 'document', severity: 'error' }))
  })

  it('notices validators that change though nothing does', async () => {
    let count = 0
    const findings = await visit((sent) => {
      count += 1
      sent.headers['ETag'] = `"${count}"`
    })
    expect(findings).toContainEqual(
      expect.objectContaining({
        check: 'validators',
        message: expect.stringMatching(/the bytes are the same/),
      }),
    )
  })

  it('notices ids that differ between the forms', async () => {
    const findings = await visit((sent, { url }) => {
      if (url === '/feed.json') replaceBody(sent, (text) => text.replace('2026:a"', '2025:a"'))
    }, '/')
    expect(worst(findings)).toMatchObject([
      { check: 'ids', severity: 'warning', message: expect.stringContaining('1 article by another id') },
    ])
  })

  it('tells a site that names no feed, whether there is one or not', async () => {
    const unnamed: Fault = (sent, { url }) => {
      if (url === '/') replaceBody(sent, () => '<html><p>Hello')
    }
    expect(worst(await visit(unnamed, '/'))).toMatchObject([{ check: 'discovery', severity: 'warning' }])
    const none: Fault = (sent, request) => {
      unnamed(sent, request)
      if (request.url !== '/') sent.status = 404
    }
    expect(worst(await visit(none, '/'))).toMatchObject([{ check: 'discovery', severity: 'error' }])
  })

  it('finds feeds by the list of them', async () => {
    const findings = await visit((sent, { url }) => {
      if (url === '/') replaceBody(sent, () => '<html><p>Hello')
      if (url !== '/feeds.opml') return
      sent.status = 200
      sent.body = Buffer.from('<opml version="2.0"><body><outline xmlUrl="/feed.json"/></body></opml>')
    }, '/')
    expect(findings).toContainEqual(
      expect.objectContaining({ check: 'document', message: 'JSON Feed with 6 items' }),
    )
  })

  it('tells whether the hubs that are named are there', async () => {
    const hub = await listen(createServer((_, response) => response.writeHead(405).end()))
    const findings = await visit(saying('Link', `<${hub}/>; rel="hub", <http://127.0.0.1:1/>; rel=hub`))
    const told = findings.filter(({ check }) => check === 'hub').map(({ message }) => message)
    expect(told).toEqual([`the hub ${hub}/ is there (405)`, expect.stringContaining('does not answer')])
  })

  const REDIRECTS: Readonly<
    Record<string, readonly [Record<string, readonly [number, string]>, string, RegExp]>
  > = {
    'for good': [{ '/old': [301, '/feed.rss'] }, 'info', /leads to .*\/feed\.rss/],
    'for now': [{ '/old': [302, '/feed.rss'] }, 'warning', /for the time being \(302\)/],
    'in steps': [{ '/old': [301, '/older'], '/older': [301, '/feed.rss'] }, 'warning', /leads on 2 times/],
    'in a circle': [{ '/old': [301, '/older'], '/older': [301, '/old'] }, 'error', /in a circle/],
    nowhere: [{ '/old': [301, 'ftp://news.site/'] }, 'error', /no address/],
  }

  it.each(Object.entries(REDIRECTS))('follows redirects %s', async (_, [redirects, severity, message]) => {
    const findings = await visit((sent, { url }) => {
      const [status, location] = redirects[url ?? ''] ?? []
      if (status === undefined) return
      sent.status = status
      sent.headers['Location'] = location
    }, '/old')
    expect(findings).toContainEqual(
      expect.objectContaining({ check: 'redirect', severity, message: expect.stringMatching(message) }),
    )
  })

  it('does not follow redirects for ever', async () => {
    const findings = await visit((sent, { url }) => {
      sent.status = 301
      sent.headers['Location'] = `${url}x`
    })
    expect(worst(findings)).toMatchObject([{ check: 'redirect', severity: 'error' }])
  })

  it('waits for nobody longer than it may', async () => {
    const silent = await listen(createServer(() => {}))
    const report = await examineSite(`${silent}/feed.rss`, { limits: LIMITS })
    expect(worst(report.findings)).toMatchObject([
      { check: 'reach', message: 'no whole answer within 0.5 s' },
    ])
    expect([statusOf(report), report.requests]).toEqual([1, 1])
  })

  it('reads no body without end', async () => {
    const endless = createServer(({ method }, response) => {
      if (method === 'HEAD') return void response.end()
      const chunk = Buffer.alloc(100_000, 'x')
      const body = new Readable({ read: () => void body.push(chunk) })
      pipeline(body, response, () => {})
    })
    const findings = (await examineSite(`${await listen(endless)}/feed.rss`)).findings
    expect(findings).toContainEqual(expect.objectContaining({ check: 'size', severity: 'error' }))
  })

  it('asks for no more than a visit may, whatever a site names', async () => {
    const report = await examineSite(`${await startSite()}/`, {
      limits: { ...VISIT_LIMITS, mostRequests: 20 },
    })
    expect(report.requests).toBe(20)
    expect(worst(report.findings)).toEqual([])
  })

  it('tells what could not be asked at all from what is wrong', async () => {
    expect(statusOf(await examineSite('http://127.0.0.1:1/'))).toBe(2)
    expect(statusOf(await examineSite('http://nobody.invalid/'))).toBe(2)
    const noise = createTcpServer((socket) => socket.end('SSH-2.0-x\r\n'))
    await new Promise<void>((resolve) => noise.listen(0, '127.0.0.1', resolve))
    const address = noise.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const report = await examineSite(`http://127.0.0.1:${port}/`)
    noise.close()
    expect(report.findings).toContainEqual(
      expect.objectContaining({ check: 'reach', message: 'what it says is not HTTP' }),
    )
    expect(statusOf(report)).toBe(1)
  })
})
