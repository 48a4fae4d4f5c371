import { createReadStream } from 'node:fs'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib'
import type { Budget } from '../../import/budget.ts'
import { TooMuch } from '../../import/budget.ts'

/** A document whose bytes are still to come. */
export interface OpenFeed {
  /** The address that answered, after redirects. */
  readonly url: string
  readonly contentType: string
  /** The decompressed bytes. Iteration throws TooMuch, or the error that interrupted the answer. */
  readonly chunks: AsyncIterable<Uint8Array>
}

const REDIRECTS = [301, 302, 303, 307, 308]

const UNPACKERS: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
}

/** Opens a file as a document. */
export function openFile(path: string, budget: Budget): OpenFeed {
  return { url: 'file:///', contentType: '', chunks: counted(createReadStream(path), budget) }
}

/**
 * Requests a document, and follows redirects. Rejects with TooMuch, or with an Error that says what is wrong with the
 * answer or why there is none. The signal ends it at any time.
 */
export async function openUrl(asked: string, budget: Budget, signal: AbortSignal): Promise<OpenFeed> {
  let url = asked
  for (let redirects = 0; redirects <= budget.limits.mostRedirects; redirects++) {
    const response = await ask(url, budget.limits.idleMilliseconds, signal)
    const { statusCode = 0, headers } = response
    const to = REDIRECTS.includes(statusCode) ? URL.parse(headers.location ?? '', url) : null
    if (to === null) {
      if (statusCode === 200)
        return { url, contentType: headers['content-type'] ?? '', chunks: unpack(response, budget) }
      response.destroy()
      throw new Error(`the answer is ${statusCode}`)
    }
    response.destroy()
    if (!/^https?:$/.test(to.protocol)) throw new Error(`it leads to ${to.protocol}, which is not on the web`)
    url = to.href
  }
  throw new Error(`it leads on for more than ${budget.limits.mostRedirects} redirects`)
}

function ask(url: string, idleMilliseconds: number, signal: AbortSignal): Promise<IncomingMessage> {
  const accept = 'application/feed+json, application/xml, */*'
  const headers = { 'User-Agent': 'Strillone', Accept: accept, 'Accept-Encoding': 'gzip' }
  return new Promise((resolve, reject) => {
    const open = url.startsWith('https:') ? requestHttps : requestHttp
    const request = open(url, { headers, agent: false, signal })
    const silence = new TooMuch(`the server has been silent for ${idleMilliseconds / 1000} s`)
    request.setTimeout(idleMilliseconds, () => request.destroy(silence))
    request.on('error', reject)
    request.on('response', (response) => {
      // The error of the request says why. Without it, the response would only say that it was interrupted.
      request.on('error', (error) => response.destroy(error))
      resolve(response)
    })
    request.end()
  })
}

function unpack(response: IncomingMessage, budget: Budget): AsyncIterable<Uint8Array> {
  const coding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (coding === 'identity') return counted(response, budget)
  const unpacker = Object.hasOwn(UNPACKERS, coding) ? UNPACKERS[coding] : undefined
  if (unpacker === undefined) {
    response.destroy()
    throw new Error(`its coding "${coding.slice(0, 40)}" is unknown`)
  }
  return unpacked(response, unpacker(), budget)
}

async function* counted(source: Readable, budget: Budget): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    const bytes: Uint8Array = chunk
    budget.receive(bytes.length)
    yield bytes
  }
}

async function* unpacked(
  source: Readable,
  unpacker: ReturnType<typeof createGunzip>,
  budget: Budget,
): AsyncGenerator<Uint8Array> {
  source.on('data', (chunk: Uint8Array) => {
    try {
      budget.receive(chunk.length)
    } catch (error) {
      unpacker.destroy(error instanceof Error ? error : undefined)
    }
  })
  source.on('error', (error) => unpacker.destroy(error))
  source.pipe(unpacker)
  try {
    for await (const chunk of unpacker) {
      const bytes: Uint8Array = chunk
      budget.unpack(bytes.length)
      yield bytes
    }
  } finally {
    source.destroy()
    await finished(source, { error: false }).catch(() => {})
  }
}
