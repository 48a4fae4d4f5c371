import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

/** A request to send. */
export interface ClientRequest {
  readonly url: string
  readonly method?: 'GET' | 'HEAD'
  readonly headers?: Readonly<Record<string, string>>
}

/** A raw answer: not decoded, and with no redirect followed. */
export interface Answer {
  readonly url: string
  readonly status: number
  /** Names are in lower case. Several values of a name are joined with commas. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
  /** Whether the body is longer than the bytes that were read. */
  readonly isCut: boolean
  /** When the headers came, by the clock of this machine, in milliseconds since 1970. */
  readonly at: number
}

/** Why a request got no answer. */
export type FailureReason = 'dns' | 'refused' | 'certificate' | 'timeout' | 'broken' | 'limit'

/** A request that got no answer, or none that can be read. */
export interface Failure {
  readonly url: string
  readonly reason: FailureReason
  /** The reason in a few words: `no whole answer within 10 s`. */
  readonly failure: string
}

export type Reply = Answer | Failure

/** The limits of one request. */
export interface RequestLimits {
  readonly timeoutMilliseconds: number
  readonly mostBytes: number
  /** Accepts a certificate that readers reject, so that the other checks can run. */
  readonly isInsecure?: boolean
}

export function isAnswer(reply: Reply): reply is Answer {
  return 'status' in reply
}

/** Sends one request over its own connection. Never rejects, and ends within the limits. */
export function request(ask: ClientRequest, limits: RequestLimits): Promise<Reply> {
  const { url, method = 'GET', headers = {} } = ask
  const signal = AbortSignal.timeout(limits.timeoutMilliseconds)
  return new Promise((resolve) => {
    const fail = (error: unknown) => resolve(failureOf(url, error, signal.aborted, limits))
    try {
      const open = new URL(url).protocol === 'https:' ? requestHttps : requestHttp
      const rejectUnauthorized = limits.isInsecure !== true
      const request = open(url, { method, headers, agent: false, signal, rejectUnauthorized })
      request.on('error', fail)
      request.on('response', (response) => {
        readBody(url, response, limits.mostBytes).then(resolve, fail)
      })
      request.end()
    } catch (error) {
      // Node may reject an address that the server sent, for example in a redirect.
      fail(error)
    }
  })
}

function readBody(url: string, response: IncomingMessage, mostBytes: number): Promise<Answer> {
  const at = Date.now()
  const chunks: Buffer[] = []
  let size = 0
  return new Promise((resolve, reject) => {
    const finish = (isCut: boolean) =>
      resolve({
        ...{ url, status: response.statusCode ?? 0, headers: headersOf(response) },
        ...{ body: Buffer.concat(chunks), isCut, at },
      })
    response.on('data', (chunk: Buffer) => {
      size += chunk.length
      chunks.push(chunk)
      if (size <= mostBytes) return
      finish(true)
      response.destroy()
    })
    response.on('end', () => finish(false))
    response.on('error', reject)
    // After the end of the body, this rejection has no effect.
    response.on('close', () => reject(new Error('the connection was broken off')))
  })
}

function headersOf(response: IncomingMessage): ReadonlyMap<string, string> {
  const distinct = Object.entries(response.headersDistinct)
  return new Map(distinct.map(([name, values = []]) => [name, values.join(', ')]))
}

/** Error codes of Node and OpenSSL, and what they mean. */
const REASONS: readonly (readonly [RegExp, FailureReason, string])[] = [
  [/^(ENOTFOUND|EAI_)/, 'dns', 'no such host is known'],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, 'refused', 'nothing takes the connection'],
  [/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/, 'certificate', 'its certificate is not valid'],
  [/^ETIMEDOUT$/, 'timeout', 'nothing takes the connection in time'],
  [/^(ECONNRESET|EPIPE)$/, 'broken', 'the connection was broken off'],
  [/^HPE_HEADER_OVERFLOW$/, 'broken', 'its headers are longer than any client reads'],
  [/^HPE_/, 'broken', 'what it says is not HTTP'],
]

function failureOf(url: string, error: unknown, isLate: boolean, limits: RequestLimits): Failure {
  if (isLate)
    return {
      ...{ url, reason: 'timeout' },
      failure: `no whole answer within ${limits.timeoutMilliseconds / 1000} s`,
    }
  const code = codeOf(error)
  const [, reason, failure] = REASONS.find(([pattern]) => pattern.test(code)) ?? []
  if (reason !== undefined && failure !== undefined) return { url, reason, failure }
  return { url, reason: 'broken', failure: error instanceof Error ? error.message : String(error) }
}

/** If a host has several addresses, Node throws an error that holds one error for each address. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
