import { type Finding, findingsOf, unanswered } from '../finding.ts'
import { type Answer, isAnswer, type Reply } from '../request.ts'
import type { FeedCheck, FeedSnapshot, Visit } from '../visit.ts'

/** A tag that no server has sent. */
const UNKNOWN_TAG = '"strillone-doctor-has-never-been-here"'

const MEND_304 =
  'Answer If-None-Match and If-Modified-Since with a 304 (RFC 9110 §13.1): otherwise each reader fetches the whole feed ' +
  'every time'

/** Checks the validators, and sends them back as a reader does that has the feed already. */
export const checkAskingAgain: FeedCheck = async (snapshot, visit) => {
  const etag = snapshot.answer.headers.get('etag')
  const modified = snapshot.answer.headers.get('last-modified')
  const told = await Promise.all([
    compareWithSecond(snapshot, visit, etag, modified),
    ...(etag === undefined ? [] : [askWithTag(snapshot, visit, etag)]),
    ...(modified === undefined ? [] : [askWithDate(snapshot, visit, modified)]),
  ])
  return [...lookAtValidators(snapshot, etag, modified), ...told.flat()]
}

function lookAtValidators(
  { url }: FeedSnapshot,
  etag: string | undefined,
  modified: string | undefined,
): readonly Finding[] {
  const findings = findingsOf('validators', url)
  const mend = 'Send an ETag made from the bytes, and Last-Modified'
  if (etag === undefined && modified === undefined)
    return [findings.warning('has neither ETag nor Last-Modified: readers fetch all of it every time', mend)]
  if (etag !== undefined && !/^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/.test(etag))
    return [
      findings.warning(
        `has an ETag that is none: ${etag}`,
        'Write it in quotes: ETag: W/"…" (RFC 9110 §8.8.3)',
      ),
    ]
  if (modified !== undefined && Number.isNaN(Date.parse(modified)))
    return [findings.warning(`has a Last-Modified that is no date: ${modified}`, mend)]
  if (etag === undefined) return [findings.info('has no ETag', mend)]
  return modified === undefined
    ? [findings.info('has no Last-Modified', mend)]
    : [findings.fine('ETag and Last-Modified')]
}

/**
 * Sends a second request with a tag that the server cannot know. So it also finds a server that answers every tag with 304.
 */
async function compareWithSecond(
  snapshot: FeedSnapshot,
  { client }: Visit,
  etag: string | undefined,
  modified: string | undefined,
): Promise<readonly Finding[]> {
  const findings = findingsOf('validators', snapshot.url)
  const reply = await client.send({ url: snapshot.url, headers: { 'If-None-Match': UNKNOWN_TAG } })
  if (!isAnswer(reply)) return [unanswered(findings, 'A second request', reply)]
  if (reply.status === 304)
    return [
      findings.error(
        'is “not modified” even for a tag that it never sent: readers see nothing new any more',
        'Compare If-None-Match with the ETag of what would be sent (RFC 9110 §13.1.2)',
      ),
    ]
  if (reply.status !== 200) return []
  const second = [reply.headers.get('etag'), reply.headers.get('last-modified')]
  if (second[0] === etag && second[1] === modified) return []
  const isSame = reply.body.equals(snapshot.answer.body)
  return [
    findings.warning(
      `changes from one request to the next: ${etag ?? modified ?? 'nothing'}, then ${second[0] ?? second[1] ?? 'nothing'}` +
        (isSame ? ', though the bytes are the same' : ''),
      isSame
        ? 'Make validators from the bytes, not from the machine or the moment'
        : 'Leave the moment of the request out of the feed: <lastBuildDate> and its kind tell when something changed',
    ),
  ]
}

async function askWithTag(
  snapshot: FeedSnapshot,
  { client }: Visit,
  etag: string,
): Promise<readonly Finding[]> {
  const findings = findingsOf('revalidation', snapshot.url)
  const ask = (tag: string) => client.send({ url: snapshot.url, headers: { 'If-None-Match': tag } })
  const exact = await ask(etag)
  if (!isAnswer(exact)) return [unanswered(findings, 'If-None-Match', exact)]
  if (exact.status !== 304) return [refusedTag(snapshot, exact, etag)]
  const other = etag.startsWith('W/') ? etag.slice(2) : `W/${etag}`
  const bare = etag.replace(/^W\//, '').replaceAll('"', '')
  const [otherStrength, unquoted] = await Promise.all([ask(other), ask(bare)])
  const told = [...lookAt304(snapshot, exact)]
  if (isRefused(otherStrength))
    told.push(
      findings.warning(
        `sends all of it again for If-None-Match: ${other}`,
        'Compare tags weakly, with and without W/ (RFC 9110 §8.8.3.2): what compresses on the way changes it',
      ),
    )
  if (isRefused(unquoted))
    told.push(
      findings.info(
        `sends all of it again for If-None-Match: ${bare}, without its quotes, as some readers send it`,
        'Take a tag without quotes as well',
      ),
    )
  return told.some(({ severity }) => severity === 'warning')
    ? told
    : [...told, findings.fine('304 for If-None-Match')]
}

function refusedTag({ url }: FeedSnapshot, { status }: Answer, etag: string): Finding {
  const findings = findingsOf('revalidation', url)
  const message = `answers ${status} to If-None-Match: ${etag}, which is its own ETag`
  return /-gzip"?$/.test(etag)
    ? findings.warning(
        message,
        'Apache adds -gzip to its tags and does not know them again: set DeflateAlterETag NoChange',
      )
    : findings.warning(message, MEND_304)
}

/** Headers that a 304 must repeat (RFC 9110 §15.4.5). */
function lookAt304({ url, answer }: FeedSnapshot, unchanged: Answer): readonly Finding[] {
  const findings = findingsOf('revalidation', url)
  const needed = ['etag', 'cache-control', 'vary', 'content-location', 'expires']
  const missing = needed.filter((name) => answer.headers.has(name) && !unchanged.headers.has(name))
  if (missing.length > 0)
    return [
      findings.warning(
        `sends a 304 without ${missing.join(', ')}`,
        'Send these headers with a 304 as with a 200 (RFC 9110 §15.4.5): without them, readers keep the old values',
      ),
    ]
  if (unchanged.headers.get('etag') === answer.headers.get('etag')) return []
  return [
    findings.warning(
      `sends a 304 with another ETag, ${unchanged.headers.get('etag')}`,
      'Send the tag that matched: readers store the other one, and the server may not know it the next time',
    ),
  ]
}

async function askWithDate(
  snapshot: FeedSnapshot,
  { client }: Visit,
  date: string,
): Promise<readonly Finding[]> {
  const findings = findingsOf('revalidation', snapshot.url)
  const reply = await client.send({ url: snapshot.url, headers: { 'If-Modified-Since': date } })
  if (!isAnswer(reply)) return [unanswered(findings, 'If-Modified-Since', reply)]
  if (isRefused(reply))
    return [
      findings.warning(
        `answers ${reply.status} to If-Modified-Since: ${date}, which is its own Last-Modified`,
        MEND_304,
      ),
    ]
  return [findings.fine('304 for If-Modified-Since')]
}

/** Whether the server sent the feed again. A request that failed does not count. */
function isRefused(reply: Reply): boolean {
  return isAnswer(reply) && reply.status !== 304
}
