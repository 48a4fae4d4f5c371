import { answeringSlugs, listWithdrawals } from '../../ledger/answering-slugs.ts'
import { atomId, type IdAuthority } from '../../ledger/article-id.ts'
import { beginLedger, isBinding } from '../../ledger/begin-ledger.ts'
import { type Candidate, CURRENT_VERSION } from '../../ledger/candidate.ts'
import { identify, type LedgerBasis } from '../../ledger/identify.ts'
import { lastChange } from '../../ledger/last-change.ts'
import { parseLedger } from '../../ledger/ledger-codec.ts'
import type { LinePlace } from '../../ledger/ledger-lines.ts'
import { timeBy } from '../../ledger/ledger-time.ts'
import type { ArticleId } from '../../model/article.ts'
import type { Instant } from '../../model/instant.ts'
import type { Ledger, LedgerEntry } from '../../model/ledger.ts'
import type { Problem } from '../../model/problem.ts'
import type { Publication } from '../../model/publication.ts'
import type { Seed } from '../../model/seed.ts'
import type { Identity } from '../article/finish-article.ts'
import type { ParsedArticle } from '../article/parsed-article.ts'
import type { SiteSettings } from '../settings/site-settings.ts'
import { decodeText } from '../source/decode-text.ts'
import { MOST_LEDGER_BYTES } from '../source/seed-size.ts'
import { MEND_LEDGER, tellTooLarge } from '../source/tell-too-large.ts'
import { findClashes } from './find-clashes.ts'
import { findTakenSlugs } from './find-taken-slugs.ts'

/** The identities of the parsed articles by the ledger, and the ledger after this publication. */
export interface IdentifiedArticles extends Pick<Publication, 'withdrawals' | 'changed'> {
  /** By the paths of the files. */
  readonly identities: ReadonlyMap<string, Identity>
  /** Absent if there is no ledger, or only one that does not bind. */
  readonly before?: Ledger
  /** Without drafts, even if a preview shows them. */
  readonly after: LedgerBasis & Pick<Publication, 'changed'>
  /** Where the line of each id is in the ledger. */
  readonly places: ReadonlyMap<string, LinePlace>
  readonly problems: readonly Problem[]
}

/** The context that all articles of a publication share. */
export interface IdentifyContext {
  readonly site: Pick<SiteSettings, 'authority'>
  /** The addresses of the site: the one under which it is published, and its own. */
  readonly urls: readonly string[]
  readonly at: Instant
  /**
   * Whether subscribers will get this publication. Otherwise no change gets the current moment, because that differs in
   * each build.
   */
  readonly guarded: boolean
}

/** Recognises each parsed article by the ledger. If the ledger cannot be read, only its problems are reported. */
export function identifyArticles(
  parsedArticles: readonly Pick<ParsedArticle, 'path' | 'isDraft' | 'locate'>[],
  candidates: readonly Candidate[],
  seed: Seed | undefined,
  { site, urls, at, guarded }: IdentifyContext,
): IdentifiedArticles {
  const { ledger, places, problems: mistakes } = readLedger(seed)
  const before = ledger && isBinding(ledger, urls) ? ledger : undefined
  const basis = before ?? beginLedger(site, at)
  const by = timeBy(before, at)
  const drafts = new Set(parsedArticles.filter(({ isDraft }) => isDraft).map(({ path }) => path))
  const published = identify(
    candidates.filter(({ path }) => !drafts.has(path)),
    basis,
    at,
  )
  const changed = lastChange(before, published.entries, at)
  // New rules alone are no reason to write a new ledger.
  const isSame = before !== undefined && before.changed === changed
  const { rules: rulesBefore, ...known } = basis
  const rules = isSame ? rulesBefore : CURRENT_VERSION
  const after = { ...known, ...(rules !== undefined && { rules }), entries: published.entries, changed }
  // Drafts come second, so that they cannot take the identity of a published article.
  const shown = drafts.size === 0 ? published : identify(candidates, after, at)

  const formers = answeringSlugs(shown.entries, at)
  const identities = [...shown.found.values()].map(
    ({ published: firstPublished, dated, ...entry }): [string, Identity] => [
      entry.path,
      {
        ...{ id: entry.id, slug: entry.slug, firstPublished, published: dated ?? firstPublished },
        ...differentAtomId(basis, entry.id),
        ...(entry.kept?.link !== undefined && { ignoresLink: true }),
        changed: guarded ? entry.changed : entry.updated,
        ...(entry.number !== undefined && { number: entry.number }),
        formerSlugs: formers.get(entry.id) ?? [],
        updated: shown.updated.get(entry.path) ?? entry.updated,
      },
    ],
  )
  const byPath = new Map(parsedArticles.map((parsedArticle) => [parsedArticle.path, parsedArticle]))
  const living = [...shown.found.values()].map((entry) => ({ ...entry, ...differentAtomId(basis, entry.id) }))
  const clashes = [
    ...findClashes(living, byPath, { known: basis.entries, at: by }),
    ...findTakenSlugs(basis.entries, shown, byPath, by),
    ...tellIgnoredLinks(basis.entries, published.entries, byPath),
  ]
  return {
    identities: new Map(identities),
    withdrawals: listWithdrawals(shown.entries, at).map((gone) => ({
      ...gone,
      ...differentAtomId(basis, gone.id),
    })),
    changed: lastChange(after, shown.entries, at),
    ...(before && { before }),
    after,
    places,
    // Without the ledger slugs and ids are unknown, so clashes are not reported.
    problems: mistakes.length > 0 ? mistakes : clashes,
  }
}

/** Warns of links that an earlier version did not publish. It warns once: the next build finds them in the ledger. */
function tellIgnoredLinks(
  before: readonly LedgerEntry[],
  entries: readonly LedgerEntry[],
  parsedArticles: ReadonlyMap<string, Pick<ParsedArticle, 'locate'>>,
): readonly Problem[] {
  const known = new Map(before.map(({ id, kept }) => [id, kept?.link]))
  return entries
    .filter(({ id, kept }) => kept?.link !== undefined && kept.link !== known.get(id))
    .map(({ path }) => ({
      ...{ severity: 'warning', path, ...parsedArticles.get(path)?.locate('link') },
      message:
        'Readers know this article without its link, so feeds do not lead there. To follow it, take "link" out of "kept" in its line of ledger.json.',
    }))
}

/** Returns an article's id in Atom if it differs from its id elsewhere. */
function differentAtomId(authority: IdAuthority, id: ArticleId): { readonly atomId?: string } {
  const uri = atomId(authority, id)
  return uri === id ? {} : { atomId: uri }
}

function readLedger(seed: Seed | undefined): {
  readonly ledger?: Ledger
  readonly places: ReadonlyMap<string, LinePlace>
  readonly problems: readonly Problem[]
} {
  if (seed === undefined) return { places: new Map(), problems: [] }
  const tooLarge = tellTooLarge(seed, MOST_LEDGER_BYTES, MEND_LEDGER)
  if (tooLarge) return { places: new Map(), problems: [tooLarge] }
  const { text, problems } = decodeText(seed)
  if (problems.length === 0) return parseLedger(text)
  // Even an illegal character is an error here, because subscribers may have received it.
  return { places: new Map(), problems: problems.map((problem) => ({ ...problem, severity: 'error' })) }
}
