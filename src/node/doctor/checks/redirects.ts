import { type Finding, findingsOf } from '../finding.ts'
import type { Hop } from '../follow.ts'

const PERMANENT = [301, 308]

/** Judges the redirects that lead to an address. `isNamed` says whether the site itself links to the first one. */
export function checkRedirects(hops: readonly Hop[], isNamed: boolean): readonly Finding[] {
  const [first] = hops
  const last = hops.at(-1)
  if (first === undefined || last === undefined) return []
  const findings = findingsOf('redirect', first.from)
  const told: Finding[] = []
  const way = [first.from, ...hops.map(({ to }) => to)].join(' → ')
  const temporary = hops.find(({ status }) => !PERMANENT.includes(status))
  if (hops.some(({ from, to }) => isHttps(from) && !isHttps(to)))
    told.push(
      findings.error(`leads from https to http: ${way}`, 'Redirect to https: readers may refuse the other'),
    )
  if (hops.length > 1)
    told.push(
      findings.warning(
        `leads on ${hops.length} times: ${way}`,
        'Redirect at once to the last address: some readers follow no more than one',
      ),
    )
  if (temporary !== undefined)
    told.push(
      findings.warning(
        `leads elsewhere for the time being (${temporary.status}), so readers go on asking here: ${way}`,
        'If the feed has moved for good, answer with a 301 or 308',
      ),
    )
  if (isNamed)
    told.push(
      findings.warning(
        `is named by the site, and leads ${onlySlash(first.from, last.to) ? 'to itself with another final slash' : 'elsewhere'}: ${way}`,
        'Name the last address, in <link rel="alternate"> and on the page: some readers follow no redirect',
      ),
    )
  if (new URL(first.from).hostname !== new URL(last.to).hostname)
    told.push(findings.info(`is answered by another host, ${new URL(last.to).host}: ${way}`))
  if (told.length === 0) told.push(findings.info(`leads to ${last.to} (${first.status})`))
  return told
}

function isHttps(url: string): boolean {
  return url.startsWith('https:')
}

function onlySlash(from: string, to: string): boolean {
  return from.replace(/\/$/, '') === to.replace(/\/$/, '')
}
