import type { Rebuilt } from '../../ledger/rebuild.ts'

/** Enough to see what the items have in common. */
const MOST_LINES = 40

/** Renders the result of rebuilding a ledger, and what its writer must check. `feedItems` is the limit of our own feed. */
export function renderRebuilt(rebuilt: Rebuilt, feedItems: number): readonly string[] {
  const { ledger, matched, unmatched, refused, fresh, archived, resurfacing } = rebuilt
  const all = matched.length + unmatched.length + refused.length
  const articles = matched.length + fresh.length + archived.length
  return [
    `${matched.length} of ${all} items of the feed are articles of this folder, which has ${articles}`,
    ...renderList(
      'Items without an article',
      unmatched.map(({ title = '', link, id }) => `${title} (${link ?? id})`),
    ),
    ...renderList(
      'Items left out, since their ids have characters that no feed can have: subscribers will see them again',
      refused.map(({ title = '', id }) => `${title} (${id})`),
    ),
    ...renderList(
      'Articles that are in no item, and so are new',
      fresh.map(({ path }) => path),
    ),
    ...renderList(
      'Articles older than the feed, taken for known',
      archived.map(({ path }) => path),
    ),
    ...renderResurfacing(resurfacing.length, feedItems, all),
    `The ledger knows ${ledger.entries.length} articles. See npm run check for what a build would change`,
  ]
}

/** Warns of what the ledger cannot prevent: readers show an item as new if it was not in the feed lately. */
function renderResurfacing(count: number, ours: number, theirs: number): readonly string[] {
  if (count === 0) return []
  return [
    `${count} of them ${count === 1 ? 'is' : 'are'} in your feed here (feed.items is ${ours}, the old feed had ${theirs}) ` +
      `and unread for its subscribers: write feed: { items: ${theirs} } in site.yaml`,
  ]
}

function renderList(heading: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return []
  const shown = names.slice(0, MOST_LINES)
  const rest = names.length - shown.length
  return [
    `${heading}: ${names.length}`,
    ...shown.map((name) => `  ${name}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ]
}
