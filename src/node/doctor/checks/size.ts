import { findingsOf } from '../finding.ts'
import type { FeedCheck } from '../visit.ts'

/** Bytes before compression. Some services cut or reject larger feeds. The oldest limit still in use is 512 kB. */
const LARGE = 512_000
const TOO_LARGE = 2_000_000

const MEND =
  'Put fewer articles in, or summaries: in Strillone feed.items, feed.bytes and feed.content in site.yaml. Older ones ' +
  'belong in archives'

/** Checks the size of the feed. */
export const checkSize: FeedCheck = ({ url, answer, body }, { client }) => {
  const findings = findingsOf('size', url)
  const most = client.limits.mostBytes
  if (answer.isCut || body.trouble?.startsWith('it is more than'))
    return [findings.error(`has more than ${inKilobytes(most)}, and was not read to its end`, MEND)]
  const size = body.bytes.length
  const told = inKilobytes(size)
  if (size > TOO_LARGE)
    return [findings.error(`has ${told}: Feedly and others have been seen to stop at a few megabytes`, MEND)]
  if (size > LARGE)
    return [
      findings.warning(`has ${told}: some services stop at 512 kB, and JSON Feed calls 1 MB a burden`, MEND),
    ]
  return [findings.fine(told)]
}

function inKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`
}
