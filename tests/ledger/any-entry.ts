import { mergeTerms } from '../../src/ledger/term-codec.ts'
import type { ArticleId, Slug } from '../../src/model/article.ts'
import { compareText } from '../../src/model/compare-text.ts'
import { type Instant, instant } from '../../src/model/instant.ts'
import type { Ledger, LedgerEntry } from '../../src/model/ledger.ts'
import { term } from '../../src/model/term.ts'
import type { Dice } from '../support/dice.ts'
import { digestOf } from './an-entry.ts'

/** Few of each, so that any two entries often agree on something. */
const SLUGS = ['a', 'b', 'c', 'd-1'] as readonly string[] as readonly Slug[]
const PATHS = ['a.md', 'b/c.txt', 'perché "no".md', 'x\u2028\\.md', '\uFFFE.html']
const MOMENTS = [-62_135_596_800_000, 0, 1_767_268_800_000, 1_767_268_800_001, 253_402_300_799_999]
const TAGS = ['C++', 'città', '中国', 'a "b"']
const WORDS = ['one', 'two']

/** Any entry of a ledger that there can be, with an id out of a few. */
export function anyEntry(dice: Dice): LedgerEntry {
  const moment = (): Instant => instant(dice.pick(MOMENTS))
  const slug = dice.pick(SLUGS)
  const published = moment()
  const dated = moment()
  const updated = moment()
  const told = moment()
  return {
    id: dice.pick([
      'tag:example.org,2026:a',
      'tag:example.org,2026:c~2',
      '64f0c1',
      'https://old.test/p/e\u0301',
    ]) as ArticleId,
    slug,
    formerSlugs: SLUGS.filter((other) => other !== slug && dice.happens(2)).sort(compareText),
    path: dice.pick(PATHS),
    published,
    ...(dice.happens(2) && { number: Math.ceil(dice.roll() * 9) }),
    ...(dice.happens(2) && dated !== published && { dated }),
    ...(dice.happens(3) && { expires: moment() }),
    inFeeds: !dice.happens(4),
    digest: digestOf(dice.pick(WORDS)),
    ...(dice.happens(2) && { text: digestOf(dice.pick(WORDS)).slice(0, 16) }),
    updated,
    ...(dice.happens(3) && told !== updated && { told }),
    changed: moment(),
    ...(dice.happens(3) && { withdrawn: moment() }),
  }
}

/** Any ledger that there can be, of which no id is there twice. */
export function anyLedger(dice: Dice): Ledger {
  const entries = Array.from({ length: Math.floor(dice.roll() * 5) }, () => anyEntry(dice))
  return {
    authority: dice.pick(['example.org', '127.0.0.1']),
    year: dice.pick([2025, 2026]),
    feed: {
      url: dice.pick(['https://example.org', 'http://[::1]:80/news']),
      title: dice.pick(['Strillone', '“<&\t']),
      language: dice.pick(['it', 'pt-BR']),
    },
    ...(dice.happens(2) && { changed: instant(dice.pick(MOMENTS)) }),
    ...(dice.happens(2) && { site: digestOf(dice.pick(WORDS)).slice(0, 16) }),
    terms: mergeTerms([dice, dice].flatMap(() => (dice.happens(2) ? term('tag', dice.pick(TAGS)) : []))),
    entries: [...new Map(entries.map((entry) => [entry.id, entry])).values()].sort((a, b) =>
      compareText(a.id, b.id),
    ),
  }
}
