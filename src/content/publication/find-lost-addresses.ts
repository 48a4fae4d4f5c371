import { ADDRESSES, stemAt, TERM_ADDRESSES, termStem } from '../../model/addresses.ts'
import type { Asset } from '../../model/asset.ts'
import type { Problem } from '../../model/problem.ts'
import type { Stem } from '../../model/resource.ts'
import { type Term, termsOfAll } from '../../model/term.ts'
import type { Finished } from '../article/finish-article.ts'
import { writtenLocator } from '../article/locate-written.ts'
import type { ParsedArticle } from '../article/parsed-article.ts'
import { MOST_FINDINGS } from '../source/bounds.ts'

/**
 * The kinds of address of which each leads to an article, a term or a file that there is, or else nowhere. Which languages there
 * are is not known yet.
 */
const FAMILIES = [
  ADDRESSES.article,
  ADDRESSES.media,
  TERM_ADDRESSES.tag,
  TERM_ADDRESSES.author,
  TERM_ADDRESSES.section,
]

/** What is at the addresses of a site. */
export interface KnownAddresses {
  readonly finished: readonly Pick<Finished<object>, 'facts' | 'own'>[]
  readonly assets: readonly Asset[]
  /** Those that the site keeps, whether or not an article still has them. */
  readonly terms: readonly Term[]
}

/**
 * The links and pictures of articles that lead to an address of the site at which there is nothing: no article, term or file.
 * Each is a warning: articles that readers have may have led there for long.
 */
export function findLostAddresses(
  { finished, assets, terms }: KnownAddresses,
  parsedArticles: readonly Pick<ParsedArticle, 'path' | 'source' | 'bodyStart'>[],
): readonly Problem[] {
  // Most sites write paths of files, and lead to no such address.
  if (finished.every(({ own }) => own.length === 0)) return []
  const articles = finished.map(({ facts }) => ({ ...facts, language: facts.language ?? '' }))
  const known = new Set<Stem>([
    ...articles.flatMap(({ slug, formerSlugs }) => [slug, ...formerSlugs].map(ADDRESSES.article.stemOf)),
    ...assets.flatMap(({ stem, formerStems }) => [stem, ...formerStems]),
    ...[...terms, ...termsOfAll(articles)].map(termStem),
  ])
  const byPath = new Map(parsedArticles.map((each) => [each.path, each]))
  return finished.flatMap(({ facts: { path }, own }): Problem[] => {
    const lost = own.filter((address) => isLost(address, known)).slice(0, MOST_FINDINGS)
    if (lost.length === 0) return []
    const { source = '', bodyStart = 0 } = byPath.get(path) ?? {}
    const locate = writtenLocator(source, bodyStart)
    return lost.map(({ written }) => ({
      severity: 'warning',
      path,
      ...locate(written),
      message: tell(written),
    }))
  })
}

/** What has no form has several; slashes at the end are taken off by the Worker. */
function isLost({ path: written }: Finished['own'][number], known: ReadonlySet<Stem>): boolean {
  const path = written.replaceAll(/\/+/g, '/').replace(/\/$/, '')
  if (!FAMILIES.some(({ pattern }) => pattern.test(path))) return false
  return !known.has(stemAt(path)) && !known.has(stemAt(path.replace(/\.[a-z\d]+$/i, '')))
}

function tell(written: string): string {
  const quoted = written.length > 80 ? `${written.slice(0, 80)}…` : written
  return `"${quoted}" is an address of this site at which there is nothing. Write the path of the file that it is to lead to, or correct the address.`
}
