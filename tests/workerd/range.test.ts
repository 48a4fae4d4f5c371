import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendRequest, type WireResponse } from '../support/raw-socket.ts'
import { type RawWorkerd, startRawWorkerd } from '../support/raw-workerd.ts'

/** More than rides inside the Worker, so that it comes from the store. */
const LENGTH = 3_000_000

/** A recording whose bytes can be told apart. */
const SOUND = Buffer.alloc(
  LENGTH,
  Uint8Array.from({ length: 251 }, (_, index) => index),
)
SOUND.write('RIFF')
SOUND.write('WAVEfmt ', 8)

const PATH = `/media/${createHash('sha256').update(SOUND).digest('hex').slice(0, 32)}.wav`

let folder: string
let site: RawWorkerd

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strillone-range-'))
  const seeds = join(folder, 'seeds')
  mkdirSync(seeds)
  writeFileSync(join(seeds, 'site.yaml'), 'url: https://example.org\n')
  writeFileSync(join(seeds, 'talk.wav'), SOUND)
  writeFileSync(
    join(seeds, 'a.md'),
    '---\ntitle: A talk\ndate: 2026-01-01\nenclosures: talk.wav\n---\nListen.\n',
  )
  site = await startRawWorkerd(join(folder, 'out'), seeds)
})

afterAll(async () => {
  await site?.stop()
  rmSync(folder, { recursive: true, force: true })
})

function get(...headers: readonly string[]): Promise<WireResponse> {
  return sendRequest(site.port, `GET ${PATH} HTTP/1.1`, headers)
}

describe('sound', () => {
  it('comes whole, as it is, and says that it has ranges', async () => {
    const whole = await get('Accept-Encoding: gzip')
    expect(whole.status).toBe(200)
    expect(whole.body.equals(SOUND)).toBe(true)
    expect(whole.headers.get('accept-ranges')).toBe('bytes')
    expect(whole.headers.get('content-type')).toBe('audio/wav')
    expect(whole.headers.has('content-encoding')).toBe(false)
  })

  it.each([
    ['bytes=0-', 0, LENGTH],
    ['bytes=0-1', 0, 2],
    ['bytes=1500000-1500099', 1_500_000, 1_500_100],
    ['bytes=2999999-9999999', LENGTH - 1, LENGTH],
    ['bytes=-500', LENGTH - 500, LENGTH],
  ])('comes in part: %s', async (range, start, end) => {
    const part = await get(`Range: ${range}`, 'Accept-Encoding: identity;q=1, *;q=0')
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/${LENGTH}`)
    expect(part.headers.get('content-length')).toBe(String(end - start))
    expect(part.body.equals(SOUND.subarray(start, end))).toBe(true)
  })

  it('goes on from where a client was left, as long as it is the same', async () => {
    const { headers } = await get()
    const goOn = (validator: string | undefined) => get('Range: bytes=10-', `If-Range: ${validator}`)
    expect((await goOn(headers.get('last-modified'))).status).toBe(206)
    expect((await goOn(headers.get('etag'))).status).toBe(200)
    expect((await goOn('Thu, 01 Jan 1970 00:00:00 GMT')).status).toBe(200)
  })

  it('tells its length to who asks beyond it', async () => {
    const beyond = await get(`Range: bytes=${LENGTH}-`)
    expect(beyond.status).toBe(416)
    expect(beyond.headers.get('content-range')).toBe(`bytes */${LENGTH}`)
  })

  it('comes whole to who asks for several parts', async () => {
    expect((await get('Range: bytes=0-1,5-6')).status).toBe(200)
  })

  it('is not sent again to who has it, range or not', async () => {
    const { headers } = await get()
    const known = await get('Range: bytes=0-1', `If-None-Match: ${headers.get('etag')}`)
    expect([known.status, known.body.length]).toEqual([304, 0])
  })

  it('has no ranges for HEAD', async () => {
    const head = await sendRequest(site.port, `HEAD ${PATH} HTTP/1.1`, ['Range: bytes=0-1'])
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(LENGTH)])
    expect(head.headers.get('accept-ranges')).toBe('bytes')
  })

  it('is the only thing that has ranges', async () => {
    const feed = await sendRequest(site.port, 'GET /feed.rss HTTP/1.1', ['Range: bytes=0-1'])
    expect(feed.status).toBe(200)
    expect(feed.headers.has('accept-ranges')).toBe(false)
  })
})
