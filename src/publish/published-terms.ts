import { termStem } from '../model/addresses.ts'
import type { ArticleFacts } from '../model/article.ts'
import { EPOCH, type Instant } from '../model/instant.ts'
import type { Publication } from '../model/publication.ts'
import { compareTerms, type Term, termsOf } from '../model/term.ts'

/** A term with its articles, including those that are not shown yet. */
export interface PublishedTerm {
  readonly term: Term
  readonly articles: readonly ArticleFacts[]
  /** The moment from which it exists. It then stays for ever, because a reader may have subscribed to it. */
  readonly from: Instant
}

/** Returns all terms of a publication, in the order of their stems. */
export function publishedTerms({ articles, terms }: Publication): readonly PublishedTerm[] {
  const known = new Set(terms.map(termStem))
  const members = new Map<string, { readonly term: Term; readonly articles: ArticleFacts[] }>()
  for (const term of terms) members.set(termStem(term), { term, articles: [] })
  for (const article of articles) {
    for (const term of termsOf(article)) {
      const stem = termStem(term)
      const own = members.get(stem) ?? { term, articles: [] }
      // One article may have two spellings of one tag.
      if (own.articles.at(-1) !== article) own.articles.push(article)
      members.set(stem, own)
    }
  }
  return [...members.values()]
    .map((own) => ({ ...own, from: known.has(termStem(own.term)) ? EPOCH : firstMoment(own.articles) }))
    .sort((a, b) => compareTerms(a.term, b.term))
}

function firstMoment(articles: readonly ArticleFacts[]): Instant {
  return articles.map(({ published }) => published).reduce((first, next) => (next < first ? next : first))
}
