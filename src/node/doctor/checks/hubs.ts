import { type Finding, findingsOf } from '../finding.ts'
import { linksIn } from '../link-header.ts'
import { isAnswer } from '../request.ts'
import type { FeedSnapshot, Visit } from '../visit.ts'

/** All hubs of a site are named in the same way, so two show enough. */
const MOST_HUBS = 2

/** Checks that the WebSub hubs named by the feeds answer. It sends them no news. */
export async function checkHubs(
  snapshots: readonly FeedSnapshot[],
  { client }: Visit,
): Promise<readonly Finding[]> {
  const named = snapshots.flatMap((snapshot) => hubsOf(snapshot).map((hub) => [hub, snapshot] as const))
  const hubs = [...new Map(named.toReversed())].toReversed().slice(0, MOST_HUBS)
  return Promise.all(
    hubs.map(async ([hub, { url }]) => {
      const findings = findingsOf('hub', url)
      const reply = await client.send({ url: hub })
      if (isAnswer(reply)) return findings.info(`the hub ${hub} is there (${reply.status})`)
      return findings.info(
        `the hub ${hub} does not answer: ${reply.failure}`,
        'Name another in hub in seeds/site.yaml',
      )
    }),
  )
}

function hubsOf({ url, answer, document }: FeedSnapshot): readonly string[] {
  const inBody = (document?.hubs ?? []).flatMap((hub) =>
    URL.canParse(hub, url) ? [new URL(hub, url).href] : [],
  )
  return [...inBody, ...linksIn(answer.headers.get('link'), 'hub', url)].filter((hub) => /^https?:/.test(hub))
}
