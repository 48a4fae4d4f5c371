import type { Client } from './client.ts'
import { type ClientRequest, isAnswer, type Reply } from './request.ts'

/** A redirect that was followed. */
export interface Hop {
  readonly status: number
  readonly from: string
  readonly to: string
}

/** The result of following redirects. */
export interface Followed {
  readonly hops: readonly Hop[]
  /** The last answer. It is itself a redirect if that has no valid target, leads in a circle, or is one too many. */
  readonly end: Reply
  /** Why the last answer is a redirect: `leads in a circle`. */
  readonly trouble?: string
}

/** Readers give up after about as many redirects. */
const MOST_HOPS = 6

/** Sends a request and follows its redirects. Resolves to the redirects and the last answer. Never rejects. */
export async function follow(client: Client, ask: ClientRequest): Promise<Followed> {
  const hops: Hop[] = []
  let { url } = ask
  for (;;) {
    const end = await client.send({ ...ask, url })
    if (!isAnswer(end) || ![301, 302, 303, 307, 308].includes(end.status)) return { hops, end }
    const to = targetOf(end.headers.get('location'), url)
    if (to === undefined) return { hops, end, trouble: 'names no address to go on to' }
    hops.push({ status: end.status, from: url, to })
    if (hops.some(({ from }) => from === to)) return { hops, end, trouble: 'leads in a circle' }
    if (hops.length > MOST_HOPS) return { hops, end, trouble: `goes on for more than ${MOST_HOPS} redirects` }
    url = to
  }
}

function targetOf(location: string | undefined, base: string): string | undefined {
  if (location === undefined || !URL.canParse(location, base)) return undefined
  const target = new URL(location, base)
  target.hash = ''
  return /^https?:$/.test(target.protocol) ? target.href : undefined
}
