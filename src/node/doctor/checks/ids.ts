import { RSS } from '../../../import/foreign-formats.ts'
import { isAtomIdOf } from '../../../ledger/article-id.ts'
import { type Finding, findingsOf } from '../finding.ts'
import type { FeedCheck, FeedSnapshot } from '../visit.ts'

/** Checks that every item of a feed has an id, and that no two items share one. */
export const checkIds: FeedCheck = ({ url, document }) => {
  if (document === undefined || document.items.length + document.unidentified === 0) return []
  const { items, unidentified, format } = document
  const findings = findingsOf('ids', url)
  const told: Finding[] = []
  const mend = 'Give every item an id of its own, and never change it'
  if (unidentified > 0) {
    const message = `has ${unidentified} item${unidentified === 1 ? '' : 's'} without an id`
    // Without an id, RSS readers use the link, which changes if the article moves.
    told.push(format === RSS ? findings.warning(message, mend) : findings.error(message, mend))
  }
  const seen = new Set<string>()
  const twice = items.find(({ id }) => seen.size === seen.add(id).size)
  if (twice !== undefined)
    told.push(findings.error(`has the id ${twice.id} twice: readers show one of the two`, mend))
  return told.length > 0 ? told : [findings.fine(`${items.length} ids, each once`)]
}

/**
 * Checks that all formats of a feed give an article the same id. Otherwise a subscriber who changes the format sees all
 * articles again.
 */
export function compareIds(snapshots: readonly FeedSnapshot[]): readonly Finding[] {
  const known = new Map<string, { readonly id: string; readonly url: string }>()
  return snapshots.flatMap(({ url, document }) => {
    const findings = findingsOf('ids', url)
    const differing = (document?.items ?? []).flatMap(({ id, link }) => {
      if (link === undefined) return []
      const before = known.get(link)
      if (before === undefined) known.set(link, { id, url })
      return before !== undefined && before.url !== url && !isSameId(before.id, id)
        ? [{ id, link, before }]
        : []
    })
    const [first] = differing
    if (first === undefined) return []
    return [
      findings.warning(
        `knows ${differing.length} article${differing.length === 1 ? '' : 's'} by another id than ${first.before.url}: ` +
          `${first.link} is ${first.id}, and there ${first.before.id}`,
        'Write the same id in all formats: a reader that changes the format sees all articles again',
      ),
    ]
  })
}

/** Atom needs a URI. The other formats allow any text. */
function isSameId(a: string, b: string): boolean {
  return a === b || isAtomIdOf(a, b) || isAtomIdOf(b, a)
}
