import { ADDRESSES } from '../model/addresses.ts'
import type { ArticleFacts } from '../model/article.ts'
import { compareText } from '../model/compare-text.ts'
import type { Stem } from '../model/resource.ts'
import { ARCHIVE_ARTICLES, type Archive } from './archive.ts'

/** The first place of an archive. If a site has more pages than this, some lie among the archives, which does no harm. */
const FIRST_BLOCK = 2 ** 16

/** The places of an archive and its articles: a power of two, so that packs hold whole archives. */
const BLOCK_PLACES = 64

/**
 * Orders resources that should be close to one another in packs. First come the pages and feeds that change with each
 * article, so that one pack changes with them. Then come the articles in the order of their first publication, and each
 * archive before its articles: a crawler that goes by date reads each pack once. Former addresses follow their article.
 * Articles without a number are not in the order, and neither are the feeds of tags, authors and sections.
 */
export function publicationOrder(
  lists: readonly Stem[],
  articles: readonly ArticleFacts[],
  { blocks }: Archive,
): ReadonlyMap<Stem, number> {
  const front = lists.filter(changesWithEachArticle).sort(compareText)
  return new Map<Stem, number>([
    ...front.map((stem, place) => [stem, place] as const),
    ...blocks.map(({ number }) => [ADDRESSES.archive.stemOf(number), firstPlace(number)] as const),
    ...articles.flatMap(({ number, slug, formerSlugs }) => {
      if (number === undefined) return []
      const place = placeOf(number)
      return [slug, ...formerSlugs].map((each) => [ADDRESSES.article.stemOf(each), place] as const)
    }),
  ])
}

/**
 * Whether a page or feed changes with each new article. The site's own pages and main feed have only one name in their path.
 * The feeds of languages count too, because most sites have one language.
 */
function changesWithEachArticle(stem: Stem): boolean {
  return !stem.includes('/', 1) || ADDRESSES.language.pattern.test(stem)
}

function placeOf(number: number): number {
  const block = Math.ceil(number / ARCHIVE_ARTICLES)
  return firstPlace(block) + number - ARCHIVE_ARTICLES * (block - 1)
}

function firstPlace(block: number): number {
  return FIRST_BLOCK + BLOCK_PLACES * (block - 1)
}
