import { parseFeedTag } from '../bundle/feed-tag.ts'
import { listMembers, memberParts } from './http/list-members.ts'
import { parseEntityTags } from './http/preconditions.ts'

/**
 * The places of the entries that a client lacks, when it asks for them alone (`A-IM: feed`, RFC 3229 with the `feed`
 * instance manipulation) and shows by If-None-Match which ones it has. Undefined where the whole feed is to be sent: for
 * a tag that says nothing of entries, several tags, a client that has none of them, or one that lacks none.
 */
export function findMissingEntries(headers: Headers, etag: string): readonly number[] | undefined {
  if (!asksForDelta(headers.get('A-IM') ?? '')) return undefined
  const [tag, ...others] = parseEntityTags(headers.get('If-None-Match') ?? '')
  const entries = parseFeedTag(etag)
  const known = new Set(others.length === 0 && tag !== undefined ? parseFeedTag(tag) : undefined)
  const missing = entries?.flatMap((entry, place) => (known.has(entry) ? [] : [place])) ?? []
  return missing.length > 0 && missing.length < (entries?.length ?? 0) ? missing : undefined
}

/** Whether `feed` is among the instance manipulations that a client takes (RFC 3229 §10.5.3), and not with a weight of 0. */
function asksForDelta(header: string): boolean {
  return listMembers(header.toLowerCase())
    .map(memberParts)
    .some(([name, ...parameters]) => name === 'feed' && !parameters.some((each) => /^q=0(\.0*)?$/.test(each)))
}
