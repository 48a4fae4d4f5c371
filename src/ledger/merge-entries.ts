import { compareText } from '../model/compare-text.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import { renderLine } from './entry-codec.ts'

/**
 * Merges two entries that two branches have for one article. Commutative, associative and idempotent, so the order of the
 * lines does not matter. The later change wins. Nothing published is lost: all slugs stay, and the article keeps the first
 * publication and the lower number.
 */
export function mergeEntry(a: LedgerEntry, b: LedgerEntry): LedgerEntry {
  const isFirst = (a.changed - b.changed || compareText(decidingText(a), decidingText(b))) >= 0
  return isFirst ? mergeInto(a, b) : mergeInto(b, a)
}

/**
 * Merges two entries for one article. `winner` decides. All slugs, the first publication and the lower number of `other`
 * stay.
 */
export function mergeInto(winner: LedgerEntry, other: LedgerEntry): LedgerEntry {
  const slugs = new Set([winner.slug, ...winner.formerSlugs, other.slug, ...other.formerSlugs])
  slugs.delete(winner.slug)
  const { dated: _dated, number: _number, ...rest } = winner
  const published = winner.published < other.published ? winner.published : other.published
  const date = dateOf(winner)
  const numbers = [winner.number, other.number].filter((number) => number !== undefined)
  return {
    ...rest,
    formerSlugs: [...slugs].sort(compareText),
    published,
    ...(numbers.length > 0 && { number: Math.min(...numbers) }),
    ...(date !== published && { dated: date }),
  }
}

/** Merges the entries that have the same id. Returns them in the order of their ids. */
export function mergeEntries(entries: Iterable<LedgerEntry>): LedgerEntry[] {
  const byId = Map.groupBy(entries, ({ id }) => id)
  return [...byId.values()].flatMap(mergeAll).sort((a, b) => compareText(a.id, b.id))
}

/**
 * Merges in pairs, and then the results in pairs. If entries were merged one after another, each would be compared with all
 * slugs of those before it.
 */
function mergeAll(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  let merged = entries
  while (merged.length > 1) {
    const pairs = merged
    merged = pairs.flatMap((entry, index) => {
      const next = pairs[index + 1]
      return index % 2 === 1 ? [] : next === undefined ? [entry] : [mergeEntry(entry, next)]
    })
  }
  return merged
}

/** Returns the current date of an article. */
export function dateOf({ published, dated = published }: LedgerEntry): LedgerEntry['published'] {
  return dated
}

/** Returns the moment of an article's last update for readers. */
export function toldOf({ updated, told = updated }: LedgerEntry): LedgerEntry['updated'] {
  return told
}

/**
 * The parts of an entry that a merge takes only from the winner. If other parts decided too, the order of merges would
 * count.
 */
function decidingText(entry: LedgerEntry): string {
  const { slug, path, expires = null, inFeeds, digest, text = null, updated, withdrawn = null } = entry
  const told = toldOf(entry)
  const { rules = null, kept = null } = entry
  const facts = [digest, text, slug, path, dateOf(entry), expires, inFeeds, rules, kept]
  return renderLine([withdrawn, updated, told, ...facts])
}
