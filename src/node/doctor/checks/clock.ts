import { describeTime } from '../describe-time.ts'
import { type Finding, findingsOf } from '../finding.ts'
import type { FeedCheck } from '../visit.ts'

/** Milliseconds. Two clocks that are set correctly differ by less. */
const TOLERANCE = 5 * 60_000

/** Checks the server's clock against the one of this machine, and looks for dates in the future. */
export const checkClock: FeedCheck = ({ url, answer, document }) => {
  const findings = findingsOf('clock', url)
  const told: Finding[] = []
  const date = answer.headers.get('date')
  const served = Date.parse(date ?? '')
  const age = Number(answer.headers.get('age') ?? 0) * 1000
  // An answer from a cache has the date of when the cache got it (RFC 9111 §4.2.3).
  const skew = served + (Number.isFinite(age) ? age : 0) - answer.at
  if (date === undefined) told.push(findings.info('tells no Date: readers take their own'))
  else if (Number.isNaN(served))
    told.push(
      findings.warning(`tells a Date that is none: ${date}`, 'Send the date as RFC 9110 §5.6.7 has it'),
    )
  else if (Math.abs(skew) > TOLERANCE)
    told.push(
      findings.warning(
        `has a clock that is ${describeTime(skew / 1000)} ${skew > 0 ? 'ahead of' : 'behind'} this machine’s`,
        'Set the wrong one of both by a time server (NTP): dates and If-Modified-Since depend on it',
      ),
    )
  const modified = Date.parse(answer.headers.get('last-modified') ?? '')
  if (modified - answer.at > TOLERANCE)
    told.push(
      findings.warning(
        `was last modified in the future: ${answer.headers.get('last-modified')}`,
        'Let Last-Modified be no later than the present (RFC 9110 §8.8.2.1)',
      ),
    )
  const ahead = (document?.items ?? []).filter(
    ({ published, updated }) => Math.max(published ?? 0, updated ?? 0) - answer.at > TOLERANCE,
  )
  const [first] = ahead
  if (first !== undefined)
    told.push(
      findings.warning(
        `has ${ahead.length} item${ahead.length === 1 ? '' : 's'} dated in the future: ${first.title ?? first.id}`,
        'Publish it when its date has come, or mend the date: readers sort by it, or hide it',
      ),
    )
  return told.length > 0 ? told : [findings.fine('its clock agrees with ours')]
}
