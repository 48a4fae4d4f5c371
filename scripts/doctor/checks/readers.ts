import { decodeBody } from '../decode-body.ts'
import { isAnswer, type Reply } from '../exchange.ts'
import { type Finding, findingsOf } from '../finding.ts'
import { READERS, type Reader } from '../readers.ts'
import { recognizeBlock } from '../recognize-block.ts'
import { unanswered } from '../unanswered.ts'
import type { FeedCheck, FeedSight, Visit } from '../visit.ts'

/** Asks for the feed as readers do, and tells who does not get it. */
export const checkReaders: FeedCheck = async (sight, visit) => {
  const readers = READERS.filter(({ isSample }) => sight.isMain || isSample)
  const replies = await Promise.all(readers.map((reader) => askAs(reader, sight, visit)))
  const told = readers.flatMap((reader, index) => {
    const reply = replies[index]
    return reply === undefined ? [] : judge(reader, reply, sight, visit)
  })
  const findings = findingsOf('readers', sight.url)
  const served = readers.length - new Set(told.map(({ reader }) => reader)).size
  if (served === 0) return told
  return [...told, findings.fine(`${served} of ${readers.length} readers get the feed`)]
}

function askAs({ agent, accept }: Reader, { url }: FeedSight, { asker }: Visit): Promise<Reply> {
  return asker.ask({ url, headers: { 'User-Agent': agent, ...(accept !== undefined && { Accept: accept }) } })
}

function judge(reader: Reader, reply: Reply, sight: FeedSight, { asker }: Visit): readonly Finding[] {
  const findings = findingsOf('readers', sight.url, reader.name)
  if (!isAnswer(reply)) return [unanswered(findings, 'gets no feed', reply)]
  if (reply.status >= 300 && reply.status < 400)
    return [
      findings.warning(
        `is sent elsewhere: ${reply.status} to ${reply.headers.get('location') ?? 'nowhere'}`,
        'Answer every reader alike: take the rule away that redirects by User-Agent',
      ),
    ]
  const { bytes } = decodeBody(reply, asker.limits.mostBytes)
  const block = recognizeBlock(reply, bytes.toString('utf8'))
  if (block !== undefined) return [findings[block.severity](block.message, block.mend)]
  return bytes.length === 0 && sight.body.bytes.length > 0
    ? [findings.error('gets nothing: the body is empty', 'See what empties it for this User-Agent')]
    : []
}
