import { gzipSync } from 'node:zlib'
import { decodeBody } from '../decode-body.ts'
import { type Finding, findingsOf, unanswered } from '../finding.ts'
import { isAnswer } from '../request.ts'
import type { FeedCheck, FeedSnapshot } from '../visit.ts'

/** Bytes. Compressing fewer saves no time. */
const WORTH_COMPRESSING = 2048

/** Checks that the server sends gzip if the reader accepts it, and plain bytes if not. */
export const checkCompression: FeedCheck = async (snapshot, { client }) => {
  const { url, body, answer } = snapshot
  const findings = findingsOf('compression', url)
  if (body.trouble !== undefined)
    return [
      findings.error(
        `cannot be unpacked: ${body.trouble}`,
        'See what compresses it, and that it is not done twice: npx wrangler tail, or the settings of the server',
      ),
    ]
  const reply = await client.send({ url, headers: { 'Accept-Encoding': 'identity' } })
  if (!isAnswer(reply)) return [unanswered(findings, 'Accept-Encoding: identity', reply)]
  if (reply.status !== 200) return []
  const plain = decodeBody(reply, client.limits.mostBytes)
  if (plain.coding !== 'identity')
    return [
      findings.error(
        `is sent as ${plain.coding} even if the request asks for plain bytes: simple readers cannot unpack it`,
        'Compress only if Accept-Encoding allows it',
      ),
    ]
  const told = [...lookAtGzip(snapshot)]
  const isSteady = reply.headers.get('etag') === answer.headers.get('etag') && answer.headers.has('etag')
  if (isSteady && !answer.isCut && !reply.isCut && !plain.bytes.equals(body.bytes))
    told.push(
      findings.warning(
        'has one ETag for two documents, one compressed and the other plain',
        'Empty the caches before the server: they have two states of the feed',
      ),
    )
  return told
}

function lookAtGzip({ url, body, answer }: FeedSnapshot): readonly Finding[] {
  const findings = findingsOf('compression', url)
  if (!['gzip', 'x-gzip', 'identity'].includes(body.coding))
    return [
      findings.error(
        `is sent as ${body.coding}, which was not offered: readers that know only gzip cannot unpack it`,
        'Compress as Accept-Encoding says',
      ),
    ]
  if (body.coding === 'identity') {
    const packed = body.bytes.length < WORTH_COMPRESSING ? body.bytes.length : gzipSync(body.bytes).length
    if (packed >= body.bytes.length * 0.9) return [findings.fine('plain, and too small for more')]
    return [
      findings.warning(
        `is plain even if the request accepts gzip: ${body.bytes.length} bytes instead of about ${packed}`,
        'Compress this type as well: Cloudflare by itself leaves out Atom and JSON Feed',
      ),
    ]
  }
  const varies = (answer.headers.get('vary') ?? '').toLowerCase()
  if (!/\*|accept-encoding/.test(varies))
    return [
      findings.warning(
        'is compressed only if the request accepts it, but Vary does not say so: caches may give it to other readers',
        'Send Vary: Accept-Encoding',
      ),
    ]
  return [findings.fine(`gzip: ${answer.body.length} of ${body.bytes.length} bytes`)]
}
