import { describeFailure } from '../files/describe-failure.ts'

/** A hub may move its endpoint, but not in a circle. */
const MOST_REDIRECTS = 5

/** What a hub may say for itself is told up to here. */
const MOST_CHARACTERS = 160

/** How a hub took one ping. */
export type PingOutcome =
  | { readonly kind: 'told' }
  /** It will never take this one: the same again is of no use. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It answers, but cannot take it just now. */
  | { readonly kind: 'failing'; readonly reason: string; readonly retryAfter: string | null }
  /** It does not answer. */
  | { readonly kind: 'silent'; readonly reason: string }

/**
 * Tells a hub once that a topic has changed. A redirect that keeps the method (307 and 308, RFC 9110 §15.4) is followed.
 * All of it takes no longer than the timeout. Never throws.
 *
 * WebSub (§6) leaves it to publisher and hub how this is said. The form is that of PubSubHubbub 0.3 §7.1: `hub.mode=publish`
 * and the topic as `hub.url`, without which Google's hub, Superfeedr and Switchboard take nothing. Some hubs that know only
 * WebSub want the topic as `hub.topic`, as in a subscription. Both are sent, with the same value: hubs that know both
 * (phubb, Webubbub, websubhub.com, websub-hub) take one of them or a set of them, and others pass over what they do not
 * know. It is one topic a request, though 0.3 allows several: hubs in PHP see only the last of parameters of one name.
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
  // An address that cannot be asked at all is no better the next time.
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

/** Why a hub refuses, if it says so in plain words. */
async function readFirstLine(response: Response): Promise<string> {
  try {
    for await (const chunk of response.body ?? []) {
      const [line = ''] = new TextDecoder().decode(chunk).trim().split('\n')
      // It goes to a terminal, which must not take it for commands.
      return line.startsWith('<') ? '' : line.replace(/\p{C}/gu, ' ').trim().slice(0, MOST_CHARACTERS)
    }
  } catch {
    // The status says enough.
  }
  return ''
}

/** Gives the connection back. What was answered stays so, if the rest of the answer is lost. */
async function drop(response: Response): Promise<void> {
  await response.body?.cancel().catch(() => {})
}
