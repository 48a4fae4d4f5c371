import { ADDRESSES, stemAt, TERM_ADDRESSES, termStem } from '../../model/addresses.ts'
import type { Asset } from '../../model/asset.ts'
import type { Problem } from '../../model/problem.ts'
import type { Stem } from '../../model/resource.ts'
import { type Term, termsOfAll } from '../../model/term.ts'
import type { Finished } from '../article/finish-article.ts'
import { writtenLocator } from '../article/locate-written.ts'
import type { ParsedArticle } from '../article/parsed-article.ts'
import { MOST_FINDINGS } from '../source/bounds.ts'
import { quoteStart } from '../source/quote-start.ts'

/**
 * The kinds of addresses whose content is known: articles, files and terms. Languages are not among them, because they
 * are not known yet.
 */
const FAMILIES = [
  ADDRESSES.article,
  ADDRESSES.media,
  TERM_ADDRESSES.tag,
  TERM_ADDRESSES.author,
  TERM_ADDRESSES.section,
]

/** The content of the site's addresses. */
export interface KnownAddresses {
  readonly finished: readonly Pick<Finished<object>, 'facts' | 'own'>[]
  readonly assets: readonly Asset[]
  /** The terms that the site keeps, even if no article has them any more. */
  readonly terms: readonly Term[]
}

/**
 * Finds links and pictures that lead to an address of the site without an article, term or file. Each is a warning, not
 * an error: published articles may have had such links for a long time.
 */
export function findLostAddresses(
  { finished, assets, terms }: KnownAddresses,
  parsedArticles: readonly Pick<ParsedArticle, 'path' | 'source' | 'bodyStart'>[],
): readonly Problem[] {
  // A fast path: most sites link by the paths of files, so no article has such an address.
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

/** Whether nothing is at an address. The stem may have several forms, and the Worker removes slashes at the end. */
function isLost({ path: written }: Finished['own'][number], known: ReadonlySet<Stem>): boolean {
  const path = written.replaceAll(/\/+/g, '/').replace(/\/$/, '')
  if (!FAMILIES.some(({ pattern }) => pattern.test(path))) return false
  return !known.has(stemAt(path)) && !known.has(stemAt(path.replace(/\.[a-z\d]+$/i, '')))
}

function tell(written: string): string {
  return `"${quoteStart(written, 80)}" is an address of this site at which there is nothing. Write the path of the file that it is to lead to, or correct the address.`
}
