import { once } from 'node:events'
import { type IncomingHttpHeaders, request } from 'node:http'

/** An answer as it came over the wire, nothing decoded. */
export interface RawResponse {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** One request, exactly with these headers. */
export async function rawRequest(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<RawResponse> {
  const sent = request(url, { headers, method, agent: false })
  sent.end()
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    sent.on('response', resolve).on('error', reject)
  })
  const chunks: Buffer[] = []
  response.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(response, 'end')
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }
}
