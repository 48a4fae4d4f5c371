import { describeTime } from '../describe-time.ts'
import { type Finding, findingsOf } from '../finding.ts'
import type { FeedCheck } from '../visit.ts'

/** Seconds. Readers that obey Cache-Control, as CommaFeed does, do not ask again before this ends. */
const LONGEST_MAX_AGE = 86_400

/** Checks how long readers and caches may keep the feed, and whether it sets cookies. */
export const checkCaching: FeedCheck = ({ url, answer }) => {
  const findings = findingsOf('caching', url)
  const told: Finding[] = []
  const policy = answer.headers.get('cache-control')
  const maxAge = Number(/\bmax-age\s*=\s*"?(\d+)/i.exec(policy ?? '')?.[1] ?? 0)
  if (policy === undefined)
    told.push(
      findings.info(
        'has no Cache-Control: readers and caches guess',
        'Send Cache-Control: public, max-age=1800',
      ),
    )
  else if (maxAge > LONGEST_MAX_AGE)
    told.push(
      findings.warning(
        `may be kept for ${describeTime(maxAge)} (${policy}): some readers do not ask before`,
        'Send Cache-Control: public, max-age=1800',
      ),
    )
  const age = Number(answer.headers.get('age') ?? 0)
  if (age > LONGEST_MAX_AGE)
    told.push(
      findings.warning(
        `comes from a cache that has not asked for it since ${describeTime(age)}`,
        'Purge the cache, and shorten how long it keeps feeds',
      ),
    )
  if (answer.headers.has('set-cookie'))
    told.push(
      findings.warning(
        'sets a cookie: caches keep no such answer',
        'Take the cookie away from the paths of the feeds',
      ),
    )
  return told.length > 0 ? told : [findings.fine(policy ?? '')]
}
