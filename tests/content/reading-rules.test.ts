import { describe, expect, it } from 'vitest'
import { finishArticle } from '../../src/content/article/finish-article.ts'
import { parseSeed } from '../../src/content/article/parse-seed.ts'
import { candidateOf } from '../../src/content/article/read-seed.ts'
import { parseAsset } from '../../src/content/assets/asset-file.ts'
import type { ArticleStages } from '../../src/content/publication/article-stages.ts'
import type { ParsedPublication } from '../../src/content/publication/complete-parsing.ts'
import { parsePublication } from '../../src/content/publication/parse-publication.ts'
import { FIRST_RULES } from '../../src/content/settings/reading-rules.ts'
import { renderLedger } from '../../src/ledger/ledger-codec.ts'
import type { Article } from '../../src/model/article.ts'
import type { Seed } from '../../src/model/seed.ts'
import { aSeed } from '../support/a-seed.ts'
import { Dice } from '../support/dice.ts'
import { sha256 } from '../support/sha256.ts'
import { CASES, LEADS, NOTATIONS, recase } from '../support/withheld-folder.ts'
import { day } from './a-folder.ts'

/** Reads as the first version did, which knew the first rules alone. */
const FIRST_STAGES: ArticleStages = {
  read: async ({ kinds, context }) =>
    (kinds.get('article') ?? []).map((seed) => {
      const outcome = parseSeed(seed, context, FIRST_RULES)
      const candidate = outcome.parsedArticle && candidateOf(outcome.parsedArticle, context)
      return { path: seed.path, ...outcome, wasPublic: false, ...(candidate && { candidate }) }
    }),
  asset: parseAsset,
  finish: async ({ named, site, referenceIndex, context }) =>
    named.map(({ parsedArticle, identity }) =>
      finishArticle(parsedArticle, identity, site.settings, referenceIndex, context.detectLanguage),
    ),
}

const SITE = aSeed('site.yaml', 'url: https://news.site\nlanguage: en\n')

/** Settings of which each is there now and then, under one of its names. */
const SETTINGS: readonly (readonly [names: readonly string[], value: (number: number) => unknown])[] = [
  [['title'], (number) => `Title ${number}`],
  [['date', 'publishDate', 'published_at', 'pubDate'], (number) => `2026-01-0${1 + (number % 5)}`],
  [['slug'], (number) => `slug-${number}`],
  [['permalink', 'url'], (number) => `/a/link-${number}/`],
  [['id', 'guid'], (number) => `id-${number}`],
  [['updated', 'lastmod'], (number) => `2026-01-1${number % 9}T10:00:00Z`],
  [['author', 'authors'], (number) => `Ada ${number}`],
  [['tags', 'keywords'], (number) => [`tag${number}`]],
  [['summary', 'description'], (number) => `Of ${number}.`],
  [['expires', 'expiryDate'], () => '2030-01-01'],
  [['lang', 'language'], () => 'it'],
  [['section', 'category'], () => 'News'],
  [['feed', 'unlisted', 'private', 'draft', 'hidden', 'render', 'mood'], (number) => number % 3 === 0],
]

/** An article of which nobody knows how it is written. */
function anArticle(dice: Dice, number: number): Seed {
  const written = SETTINGS.filter(() => dice.happens(3)).map(([names, value]) => [
    dice.pick(names),
    value(number),
  ])
  const settings = recase(Object.fromEntries(written), dice.pick(CASES))
  const isBare = written.length === 0
  const head = isBare ? '' : dice.pick(LEADS) + dice.pick(NOTATIONS)(settings)
  return aSeed(
    `2026-01-05-a${number}.md`,
    `${head}The bees of house ${number} came back. Nobody has seen them.\n`,
  )
}

async function publishedByFirstRules(seeds: readonly Seed[]): Promise<ParsedPublication> {
  return parsePublication({ seeds: [SITE, ...seeds] }, { at: day(20), digest: sha256 }, FIRST_STAGES)
}

async function publishedNow(seeds: readonly Seed[], ledger: string, at: number): Promise<ParsedPublication> {
  const folder = [SITE, aSeed('ledger.json', ledger), ...seeds]
  return parsePublication({ seeds: folder }, { at: day(at), digest: sha256 })
}

/** The text of the ledger that it leaves. Throws where nothing was published. */
function ledgerOf({ ledger, problems }: ParsedPublication): string {
  if (ledger === undefined) throw new Error(JSON.stringify(problems))
  return renderLedger(ledger.after)
}

/** What readers hold on to, by the paths of the files. */
function factsOf({ publication }: ParsedPublication) {
  const facts = ({ path, id, slug, formerSlugs, published, firstPublished, updated }: Article) =>
    [path, { id, slug, formerSlugs, published, firstPublished, updated }] as const
  return new Map((publication?.articles ?? []).map(facts))
}

describe('articles that the first version has published', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))('keep what readers hold on to: %i', async (seed) => {
    const dice = new Dice(seed)
    const all = Array.from({ length: 25 }, (_, number) => anArticle(dice, number))
    // What either version refuses was never published, or is not any more.
    const first = new Set((await publishedByFirstRules(all)).problems.map(({ path }) => path))
    const refused = (await parsePublication({ seeds: [SITE, ...all] }, { at: day(20), digest: sha256 }))
      .problems
    const isRefused = ({ path }: Seed) =>
      refused.some((each) => each.severity === 'error' && each.path === path)
    const seeds = all.filter((each) => !first.has(each.path) && !isRefused(each))
    const before = await publishedByFirstRules(seeds)
    const ledger = ledgerOf(before).replaceAll(/"rules":3,?/g, '')
    const after = await publishedNow(seeds, ledger, 25)
    const known = factsOf(before)
    expect(known.size).toBeGreaterThan(5)
    for (const [path, facts] of factsOf(after)) if (known.has(path)) expect(facts).toEqual(known.get(path))
    for (const path of known.keys()) {
      const isStopped = after.problems.some((each) => each.severity === 'stop' && each.path === path)
      expect(factsOf(after).has(path) || isStopped).toBe(true)
    }
    const again = await publishedNow(seeds, ledgerOf(after), 28)
    expect(factsOf(again)).toEqual(factsOf(after))
    expect(ledgerOf(again)).toBe(ledgerOf(after))
  })
})
