import { decodeBody } from '../decode-body.ts'
import { type Finding, findingsOf, unanswered } from '../finding.ts'
import { READERS, type Reader } from '../readers.ts'
import { recognizeBlock } from '../recognize-block.ts'
import { isAnswer, type Reply } from '../request.ts'
import type { FeedCheck, FeedSnapshot, Visit } from '../visit.ts'

/** Requests the feed as each reader does, and reports the readers that do not get it. */
export const checkReaders: FeedCheck = async (snapshot, visit) => {
  const readers = READERS.filter(({ isSample }) => snapshot.isMain || isSample)
  const replies = await Promise.all(readers.map((reader) => askAs(reader, snapshot, visit)))
  const told = readers.flatMap((reader, index) => {
    const reply = replies[index]
    return reply === undefined ? [] : judge(reader, reply, snapshot, visit)
  })
  const findings = findingsOf('readers', snapshot.url)
  const served = readers.length - new Set(told.map(({ reader }) => reader)).size
  if (served === 0) return told
  return [...told, findings.fine(`${served} of ${readers.length} readers get the feed`)]
}

function askAs({ agent, accept }: Reader, { url }: FeedSnapshot, { client }: Visit): Promise<Reply> {
  return client.send({
    url,
    headers: { 'User-Agent': agent, ...(accept !== undefined && { Accept: accept }) },
  })
}

function judge(reader: Reader, reply: Reply, snapshot: FeedSnapshot, { client }: Visit): readonly Finding[] {
  const findings = findingsOf('readers', snapshot.url, reader.name)
  if (!isAnswer(reply)) return [unanswered(findings, 'gets no feed', reply)]
  if (reply.status >= 300 && reply.status < 400)
    return [
      findings.warning(
        `is sent elsewhere: ${reply.status} to ${reply.headers.get('location') ?? 'nowhere'}`,
        'Answer every reader alike: take the rule away that redirects by User-Agent',
      ),
    ]
  const { bytes } = decodeBody(reply, client.limits.mostBytes)
  const block = recognizeBlock(reply, bytes.toString('utf8'))
  if (block !== undefined) return [findings[block.severity](block.message, block.mend)]
  return bytes.length === 0 && snapshot.body.bytes.length > 0
    ? [findings.error('gets nothing: the body is empty', 'See what empties it for this User-Agent')]
    : []
}
