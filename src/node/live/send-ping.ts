import { describeFailure } from '../files/describe-failure.ts'

/** A hub may move its endpoint, but the redirects must end. */
const MOST_REDIRECTS = 5

/** The most characters of a hub's own message to print. */
const MOST_CHARACTERS = 160

/** How a hub answered a ping. */
export type PingOutcome =
  | { readonly kind: 'told' }
  /** The hub refuses it for good: another attempt would not help. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The hub answers, but cannot accept it now. */
  | { readonly kind: 'failing'; readonly reason: string; readonly retryAfter: string | null }
  /** The hub does not answer. */
  | { readonly kind: 'silent'; readonly reason: string }

/**
 * Pings a hub once for a topic that has changed. Follows redirects that keep the method (307 and 308, RFC 9110 §15.4). The
 * timeout covers all of it. Never rejects.
 *
 * WebSub (§6) leaves the form of the ping to publisher and hub. This is the form of PubSubHubbub 0.3 §7.1:
 * `hub.mode=publish` and the topic as `hub.url`. Google's hub, Superfeedr and Switchboard require it. Some hubs that know
 * only WebSub want the topic as `hub.topic`, as in a subscription. Both are sent with the same value. Hubs that know both
 * (phubb, Webubbub, websubhub.com, websub-hub) take one of them, or both as a set. The others ignore the one that they do
 * not know. A request has a single topic, though 0.3 allows several: hubs in PHP see only the last of several parameters
 * with one name.
 */
export async function sendPing(
  hub: string,
  topic: string,
  timeoutMilliseconds: number,
): Promise<PingOutcome> {
  const signal = AbortSignal.timeout(timeoutMilliseconds)
  const body = new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': topic, 'hub.topic': topic })
  let address = hub
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await post(address, body, signal)
    if (!(response instanceof Response)) return response
    const location = response.headers.get('Location')
    const keepsMethod = response.status === 307 || response.status === 308
    const next = keepsMethod && location !== null ? URL.parse(location, address) : null
    if (next === null) return judge(response)
    await drop(response)
    address = next.href
  }
  return { kind: 'refused', reason: `redirects more than ${MOST_REDIRECTS} times` }
}

async function post(
  address: string,
  body: URLSearchParams,
  signal: AbortSignal,
): Promise<Response | PingOutcome> {
  // Another attempt would not help with an address that cannot be requested.
  if (!/^https?:$/.test(URL.parse(address)?.protocol ?? '')) {
    return { kind: 'refused', reason: `${address} is no address of the web` }
  }
  try {
    const headers = { 'User-Agent': 'Strillone (WebSub)' }
    return await fetch(address, { method: 'POST', body, headers, redirect: 'manual', signal })
  } catch (cause) {
    if (signal.aborted) return { kind: 'silent', reason: 'gives no answer in time' }
    return { kind: 'silent', reason: `cannot be reached: ${describeFailure(cause)}` }
  }
}

async function judge(response: Response): Promise<PingOutcome> {
  const { ok, status, headers } = response
  if (ok) {
    await drop(response)
    return { kind: 'told' }
  }
  if (status >= 300 && status < 400) {
    await drop(response)
    const where = headers.get('Location')
    const advice = 'Give hub in site.yaml the address that takes a POST'
    return {
      kind: 'refused',
      reason: `answers ${status}${where === null ? '' : `, to ${where.slice(0, MOST_CHARACTERS)}`}. ${advice}`,
    }
  }
  const said = await readFirstLine(response)
  const reason = `answers ${status}${said === '' ? '' : `: ${said}`}`
  const isPassing = status === 408 || status === 429 || status >= 500
  return isPassing
    ? { kind: 'failing', reason, retryAfter: headers.get('Retry-After') }
    : { kind: 'refused', reason }
}

/** The reason for a refusal, if the hub gives one as plain text. */
async function readFirstLine(response: Response): Promise<string> {
  try {
    for await (const chunk of response.body ?? []) {
      const [line = ''] = new TextDecoder().decode(chunk).trim().split('\n')
      // A terminal must not take it for commands.
      return line.startsWith('<') ? '' : line.replace(/\p{C}/gu, ' ').trim().slice(0, MOST_CHARACTERS)
    }
  } catch {
    // The status is enough.
  }
  return ''
}

/** Releases the connection. The rest of the body is not needed. */
async function drop(response: Response): Promise<void> {
  await response.body?.cancel().catch(() => {})
}
