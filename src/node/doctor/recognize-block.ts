import { looksLikeFeed, looksLikePage } from '../../import/feed-document.ts'
import type { Answer } from './request.ts'

/** An answer that is not the feed. */
export interface Block {
  readonly severity: 'error' | 'warning'
  /** A phrase that follows the name of a reader: `gets a 403`. */
  readonly message: string
  readonly mend: string
}

const CLOUDFLARE =
  "In Cloudflare's dashboard, below Security: switch Bot Fight Mode off, which no rule can skip, and Block AI bots as " +
  'well; where Super Bot Fight Mode, Under Attack Mode or managed rules are to stay, add a WAF custom rule with the ' +
  'action Skip for the paths of the feeds'

const ELSEWHERE =
  'Find what refuses it, a firewall, a security plugin or the host, and let the addresses of the feeds through whatever ' +
  'the User-Agent is'

/** Text in pages that ask visitors to prove that they are human. */
const CHALLENGE =
  /cdn-cgi\/challenge-platform|<title>just a moment|checking your browser|enable javascript and cookies|captcha|anubis|ddos-guard|awswaf/i

/** Recognizes an answer that keeps a reader from the feed. Gives undefined if the answer may be the feed. */
export function recognizeBlock({ status, headers }: Answer, text: string): Block | undefined {
  const isCloudflare = headers.has('cf-ray') || /cloudflare/i.test(headers.get('server') ?? '')
  const mend = isCloudflare ? CLOUDFLARE : ELSEWHERE
  if (headers.get('cf-mitigated') === 'challenge')
    return {
      severity: 'error',
      message: `gets a challenge of Cloudflare’s (${status}, cf-mitigated: challenge)`,
      mend: CLOUDFLARE,
    }
  if (CHALLENGE.test(text) && !looksLikeFeed(text))
    return { severity: 'error', message: `gets a challenge for browsers (${status})`, mend }
  if (status === 200 && looksLikePage(text))
    return { severity: 'error', message: 'gets a page (200) where a feed should be', mend }
  if (status === 429) return tooMany(headers)
  if (status === 401 || status === 403 || status === 406)
    return { severity: 'error', message: `gets a ${status}`, mend }
  if (status >= 500)
    return {
      severity: 'error',
      message: `gets a ${status}`,
      mend: 'Look at the log of the server, or of the Worker: npx wrangler tail',
    }
  if (status === 200) return undefined
  return {
    severity: 'error',
    message: `gets a ${status}`,
    mend: 'Give the feed this address again, or let it lead with a 301 to where the feed is',
  }
}

function tooMany(headers: Answer['headers']): Block {
  const after = headers.get('retry-after')
  return {
    severity: 'warning',
    message: `gets a 429, too many requests${after === undefined ? ' and no Retry-After' : `, Retry-After ${after}`}`,
    mend:
      'Allow the feeds more requests from one address, since services ask for many subscribers at once, and send ' +
      'Retry-After. If the doctor itself was too quick, look again in a while',
  }
}
