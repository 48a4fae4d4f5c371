import { JSON_FEED } from '../../../import/foreign-formats.ts'
import { findingsOf } from '../finding.ts'
import type { FeedCheck } from '../visit.ts'

/** Checks whether scripts of other sites may read the feed. Many readers of JSON Feed are such scripts. */
export const checkCors: FeedCheck = ({ url, answer, document }) => {
  const findings = findingsOf('cors', url)
  const allowed = answer.headers.get('access-control-allow-origin')
  if (allowed === '*') return [findings.fine('readable from other sites')]
  const mend = 'Send Access-Control-Allow-Origin: *'
  const message =
    allowed === undefined
      ? 'cannot be read by scripts of other sites'
      : `can be read by scripts of ${allowed} alone`
  return document?.format === JSON_FEED ? [findings.warning(message, mend)] : [findings.info(message, mend)]
}
