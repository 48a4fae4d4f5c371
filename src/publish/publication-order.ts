import { ADDRESSES } from '../model/addresses.ts'
import type { ArticleFacts } from '../model/article.ts'
import { compareText } from '../model/compare-text.ts'
import type { Stem } from '../model/resource.ts'
import { ARCHIVE_ARTICLES, type Archive } from './archive.ts'

/** The first place of an archive. The places before it are for pages and feeds. */
const FIRST_BLOCK = 2 ** 16

/** The places of an archive and its articles: a power of two, so that packs hold whole archives. */
const BLOCK_PLACES = 64

/**
 * Orders the resources that lie beside one another in packs. Pages and feeds that change with each article come first,
 * so that one pack changes with them. Then come the articles in the order of their first publication, each archive
 * before its articles: a crawler that goes by date reads each pack once. Former addresses lie with their article. An
 * article without a number, and a feed of a tag, author or section, are not in the order.
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

/** The site's own pages and main feed have one name in their path. Most sites have one language. */
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
