import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { createBrotliCompress, createDeflate, createGzip } from 'node:zlib'

/** Answers each path as its row says, on this machine. */
export async function startHostileServer(
  answers: Readonly<Record<string, (response: ServerResponse) => void>>,
): Promise<{ readonly origin: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const answer = answers[request.url?.split('?')[0] ?? '']
    if (answer === undefined) response.writeHead(404).end()
    // A body that HEAD throws away is taken as fast as it is made, and for ever.
    else if (request.method === 'HEAD') response.writeHead(200).end()
    else answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** A piece again and again, about a megabyte at a time: so many times, or without end. */
export function* repeat(piece: string, times = Number.POSITIVE_INFINITY): Generator<string> {
  const atOnce = Math.max(1, Math.floor(1_000_000 / piece.length))
  for (let left = times; left > 0; left -= atOnce) yield piece.repeat(Math.min(left, atOnce))
}

/** Sends some text and what follows it, as fast as it is taken. */
export function send(response: ServerResponse, ...parts: readonly Iterable<string>[]): void {
  response.writeHead(200, { 'Content-Type': 'application/xml' })
  Readable.from(join(parts), { objectMode: false }).pipe(response)
}

/** The same in a coding. */
export function sendCoded(
  response: ServerResponse,
  coding: 'gzip' | 'br' | 'deflate',
  ...parts: readonly Iterable<string>[]
): void {
  response.writeHead(200, { 'Content-Type': 'application/xml', 'Content-Encoding': coding })
  const coder = { gzip: createGzip, br: createBrotliCompress, deflate: createDeflate }[coding]()
  Readable.from(join(parts), { objectMode: false }).pipe(coder).pipe(response)
}

function* join(parts: readonly Iterable<string>[]): Generator<string> {
  for (const part of parts) yield* part
}
