import { once } from 'node:events'
import { connect } from 'node:net'

/** An answer as its bytes came over the wire. */
export interface WireResponse {
  readonly status: number
  /** Names in lower case; a name that comes twice has both values, parted by a comma. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
}

/** Sends bytes to a port of this machine, and reads until the server closes. */
export async function sendBytes(port: number, bytes: string | Buffer): Promise<Buffer> {
  const socket = connect(port, '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  // What a server that has had enough does is for the test to look at.
  socket.on('error', () => {})
  socket.write(bytes)
  await once(socket, 'close')
  return Buffer.concat(chunks)
}

/** Sends a request line and headers as they stand, and reads the one answer. */
export async function sendRequest(
  port: number,
  requestLine: string,
  headers: readonly string[] = [],
): Promise<WireResponse> {
  const lines = [requestLine, 'Host: example.org', 'Connection: close', ...headers]
  return parseResponse(await sendBytes(port, `${lines.join('\r\n')}\r\n\r\n`))
}

/** Reads an answer of HTTP/1.1 (RFC 9112), chunked or not. */
export function parseResponse(bytes: Buffer): WireResponse {
  const end = bytes.indexOf('\r\n\r\n')
  const [statusLine = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const headers = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    const value = line.slice(colon + 1).trim()
    headers.set(name, headers.has(name) ? `${headers.get(name)}, ${value}` : value)
  }
  const rest = bytes.subarray(end + 4)
  const body = headers.get('transfer-encoding') === 'chunked' ? joinChunks(rest) : rest
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(statusLine)?.[1]), headers, body }
}

function joinChunks(bytes: Buffer): Buffer {
  const chunks: Buffer[] = []
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at)
    const size = Number.parseInt(bytes.subarray(at, lineEnd).toString('latin1'), 16)
    if (!(size > 0)) return Buffer.concat(chunks)
    chunks.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = lineEnd + 2 + size + 2
  }
}
