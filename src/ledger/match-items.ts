import type { Instant } from '../model/instant.ts'
import { type FeedItem, nameOfLink } from './feed-item.ts'

/** The marks by which an item of a feed finds its article. */
export interface MatchableArticle {
  readonly id: string
  readonly atomId?: string
  readonly path: string
  readonly slug: string
  readonly title: string
  readonly published: Instant
}

/** A way to match: both must have the same marks. A missing mark matches nothing. */
interface Step {
  readonly ofItem: (item: FeedItem) => string | undefined
  readonly ofArticle: (article: MatchableArticle) => string | undefined
}

/** Milliseconds. */
const DAY = 86_400_000

/** The steps, from the strongest marks to the weakest. */
const STEPS: readonly Step[] = [
  { ofItem: ({ id }) => id, ofArticle: ({ id }) => id },
  { ofItem: ({ id, isAtom }) => (isAtom ? id : undefined), ofArticle: ({ atomId }) => atomId },
  { ofItem: nameOfLink, ofArticle: ({ slug }) => slug },
  {
    ofItem: (item) => simplify(decode(nameOfLink(item) ?? '')),
    ofArticle: ({ path }) => simplify(nameOfFile(path)),
  },
  {
    ofItem: ({ title, published }) => withDay(simplify(title ?? ''), published),
    ofArticle: ({ title, published }) => withDay(simplify(title), published),
  },
  { ofItem: ({ title }) => simplify(title ?? ''), ofArticle: ({ title }) => simplify(title) },
]

/**
 * Finds the article of each item. All items go through one step before the next. Each article is found at most once. A mark
 * that several articles share matches none of them.
 */
export function matchItems<Article extends MatchableArticle>(
  items: readonly FeedItem[],
  articles: readonly Article[],
): ReadonlyMap<FeedItem, Article> {
  const found = new Map<FeedItem, Article>()
  const used = new Set<Article>()
  for (const { ofItem, ofArticle } of STEPS) {
    const candidates = Map.groupBy(
      articles.filter((article) => !used.has(article)),
      ofArticle,
    )
    const open = Map.groupBy(
      items.filter((item) => !found.has(item)),
      ofItem,
    )
    for (const [key, [item, another]] of open) {
      const [article, other] = key === undefined ? [] : (candidates.get(key) ?? [])
      if (item === undefined || another !== undefined || article === undefined || other !== undefined)
        continue
      found.set(item, article)
      used.add(article)
    }
  }
  return found
}

/** The name of a file without its date and extension. For an `index` it is the name of the folder. */
function nameOfFile(path: string): string {
  const name =
    path
      .replace(/(?:\/index)?\.[^./]+$/, '')
      .split('/')
      .at(-1) ?? ''
  return name.replace(/^\d{4}-\d{2}-\d{2}[-_ ]*/, '') || name
}

/** Characters of a name or a title to compare. No two on one site differ only after these. */
const MOST_COMPARED = 500

/** Keeps only letters and digits, because tools change quotes, entities and tags in different ways. */
function simplify(text: string): string | undefined {
  const simple = text
    .slice(0, MOST_COMPARED)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/<[^<>]*>|&(?:[a-z]+|#\w+);/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return simple === '' ? undefined : simple
}

function withDay(title: string | undefined, moment: Instant | undefined): string | undefined {
  if (title === undefined || moment === undefined) return undefined
  return `${Math.floor(moment / DAY)} ${title}`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A `%` without two hexadecimal digits.
    return text
  }
}
