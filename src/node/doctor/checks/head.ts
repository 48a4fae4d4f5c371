import { findingsOf, unanswered } from '../finding.ts'
import { isAnswer } from '../request.ts'
import type { FeedCheck } from '../visit.ts'

/** Headers that HEAD must send as GET does (RFC 9110 §9.3.2). It may leave out headers that need the body. */
const COMPARED = [
  'content-type',
  'etag',
  'last-modified',
  'cache-control',
  'vary',
  'link',
  'access-control-allow-origin',
]
const MAY_LACK = ['content-length', 'content-encoding']

/**
 * Checks that HEAD sends the same headers as GET. Some readers, such as rsstail, fetch the feed only if HEAD shows a
 * change.
 */
export const checkHead: FeedCheck = async ({ url, answer }, { client }) => {
  const findings = findingsOf('head', url)
  const head = await client.send({ url, method: 'HEAD' })
  if (!isAnswer(head)) return [unanswered(findings, 'HEAD', head)]
  const mend = 'Answer HEAD as GET, without the body (RFC 9110 §9.3.2)'
  if (head.status !== answer.status)
    return [findings.warning(`answers HEAD with ${head.status}, and GET with ${answer.status}`, mend)]
  const different = [
    ...COMPARED.filter((name) => head.headers.get(name) !== answer.headers.get(name)),
    ...MAY_LACK.filter(
      (name) =>
        head.headers.has(name) &&
        answer.headers.has(name) &&
        head.headers.get(name) !== answer.headers.get(name),
    ),
  ]
  return different.length === 0
    ? [findings.fine('HEAD tells the same as GET')]
    : [findings.warning(`answers HEAD with another ${different.join(', ')} than GET`, mend)]
}
