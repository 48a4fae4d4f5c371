import type { ParsedPublication } from '../../src/content/publication/complete-parsing.ts'
import { parsePublication } from '../../src/content/publication/parse-publication.ts'
import { renderLedger } from '../../src/ledger/ledger-codec.ts'
import type { Article } from '../../src/model/article.ts'
import { type Instant, instant } from '../../src/model/instant.ts'
import type { Ledger } from '../../src/model/ledger.ts'
import type { Seed } from '../../src/model/seed.ts'
import { aSeed } from '../support/a-seed.ts'
import { sha256 } from '../support/sha256.ts'

/** A day of 2026, of which the year's first is 1, at noon in UTC. */
export function day(number: number): Instant {
  return instant(Date.UTC(2026, 0, number, 12))
}

/** A Markdown article that is dated the first of the year, unless `settings` say otherwise. */
export function anArticleSeed(path: string, title: string, body = 'One.', ...settings: string[]): Seed {
  const date = settings.some((setting) => setting.startsWith('date:')) ? [] : ['date: 2026-01-01T12:00:00Z']
  return aSeed(path, `---\n${[`title: ${title}`, ...date, ...settings].join('\n')}\n---\n${body}\n`)
}

/** How {@link publishFolder} differs from what is usual. */
export interface FolderOptions {
  readonly at: Instant
  /** What was published before, or what the ledger holds. */
  readonly before?: ParsedPublication | string
  readonly url?: string
  readonly drafts?: boolean
  readonly guarded?: boolean
  readonly committed?: Ledger
  /** What the site is published under, instead of its own address. */
  readonly shownAs?: string
}

/** Publishes articles in the folder of a site, with the ledger that the publication before has left. */
export async function publishFolder(
  seeds: readonly Seed[],
  {
    at,
    before,
    url = 'https://news.site',
    drafts = false,
    guarded = true,
    committed,
    shownAs,
  }: FolderOptions,
): Promise<ParsedPublication> {
  const text = typeof before === 'string' ? before : before?.ledger && renderLedger(before.ledger.after)
  const ledger = text === undefined ? [] : [aSeed('ledger.json', text)]
  const site = aSeed('site.yaml', `url: ${url}\n`)
  const options = { at, drafts, guarded, committed, url: shownAs, digest: sha256 }
  return parsePublication({ seeds: [site, ...ledger, ...seeds] }, options)
}

/** The article of a file. Throws where there is none. */
export function articleAt({ publication, problems }: ParsedPublication, path: string): Article {
  const article = publication?.articles.find((candidate) => candidate.path === path)
  if (article === undefined) throw new Error(`No article: ${path}\n${JSON.stringify(problems)}`)
  return article
}
