import { isPreviewUrl } from '../../../ledger/placeholder-host.ts'
import { decodeBody } from '../decode-body.ts'
import { type Finding, findingsOf, unanswered } from '../finding.ts'
import { type Answer, isAnswer } from '../request.ts'
import type { FeedSnapshot, Visit } from '../visit.ts'

const DEPLOY =
  'If this is the live site, deploy to it with npm run deploy: what npm run preview makes says noindex'

/** Checks what the site tells robots: a preview should be hidden, a public site should not. */
export async function checkRobots(
  home: string,
  answer: Answer,
  snapshots: readonly FeedSnapshot[],
  { client }: Visit,
): Promise<readonly Finding[]> {
  const robots = new URL('/robots.txt', home).href
  const reply = await client.send({ url: robots })
  const told = [
    ...lookAtNoindex(home, answer),
    ...snapshots.flatMap((snapshot) => (snapshot.url === answer.url ? [] : hidden(snapshot))),
  ]
  const findings = findingsOf('robots', robots)
  if (!isAnswer(reply)) return [...told, unanswered(findings, 'robots.txt', reply)]
  const refused =
    reply.status === 200
      ? refusedBy(decodeBody(reply, client.limits.mostBytes).bytes.toString('utf8'), [
          home,
          ...snapshots.map(({ url }) => url),
        ])
      : []
  if (refused.length > 0)
    return [
      ...told,
      findings.warning(
        `keeps robots away from ${refused.join(', ')}: services that fetch feeds may obey`,
        'Take the Disallow away, or add Allow lines for the feeds',
      ),
    ]
  return [...told, findings.fine(reply.status === 200 ? 'robots may read it' : 'says nothing to robots')]
}

function lookAtNoindex(home: string, { headers }: Answer): readonly Finding[] {
  if (!/noindex|none/i.test(headers.get('x-robots-tag') ?? '')) return []
  const findings = findingsOf('robots', home)
  const message = `tells robots to pass over it: X-Robots-Tag: ${headers.get('x-robots-tag')}`
  return [isPreviewUrl(home) ? findings.info(message) : findings.warning(message, DEPLOY)]
}

/** Some sites hide only their feeds, so that search engines show the articles instead. */
function hidden({ url, answer }: FeedSnapshot): readonly Finding[] {
  const tag = answer.headers.get('x-robots-tag') ?? ''
  return /noindex|none/i.test(tag) ? [findingsOf('robots', url).info(`X-Robots-Tag: ${tag}`)] : []
}

interface Rule {
  readonly allows: boolean
  readonly path: string
}

/** Which of the addresses the group `User-agent: *` disallows (RFC 9309 §2.2). */
export function refusedBy(robots: string, urls: readonly string[]): readonly string[] {
  const rules = rulesForAll(robots)
  return urls.filter((url) => {
    const { pathname, search } = new URL(url)
    const met = rules.filter(({ path }) => matches(path, pathname + search))
    // The longest rule wins. Of two equally long ones, the one that allows wins (RFC 9309 §2.2.2).
    const [rule] = met.toSorted(
      (a, b) => b.path.length - a.path.length || Number(b.allows) - Number(a.allows),
    )
    return rule !== undefined && !rule.allows
  })
}

/** Characters. Robots need not read more than 500 KiB (RFC 9309 §2.5). */
const MOST_ROBOTS = 512_000

function rulesForAll(robots: string): readonly Rule[] {
  const rules: Rule[] = []
  let agents: string[] = []
  let isHead = false
  for (const line of robots.slice(0, MOST_ROBOTS).split(/\r\n|\r|\n/)) {
    const [content = ''] = line.split('#', 1)
    const colon = content.indexOf(':')
    const name = content.slice(0, Math.max(colon, 0)).trim().toLowerCase()
    const value = content.slice(colon + 1).trim()
    if (name === 'user-agent') {
      if (!isHead) agents = []
      agents.push(value)
      isHead = true
    } else if (name === 'allow' || name === 'disallow') {
      isHead = false
      if (agents.includes('*') && value !== '') rules.push({ allows: name === 'allow', path: value })
    }
  }
  return rules
}

/**
 * Whether a rule matches a path. It matches as a prefix, `*` matches any characters, and `$` at its end matches the end.
 */
function matches(rule: string, path: string): boolean {
  const isAnchored = rule.endsWith('$')
  const [first = '', ...rest] = (isAnchored ? rule.slice(0, -1) : rule).split('*')
  if (!path.startsWith(first)) return false
  let from = first.length
  for (const part of rest) {
    const at = path.indexOf(part, from)
    if (at === -1) return false
    from = at + part.length
  }
  return !isAnchored || from === path.length || rest.at(-1) === ''
}
