import { type TERM_ADDRESSES, termStem } from './addresses.ts'
import type { ArticleFacts } from './article.ts'
import { compareText } from './compare-text.ts'
import { onceEach } from './once-each.ts'
import { type TermSlug, termSlug } from './term-slug.ts'

/** The kinds of terms. */
export type TermKind = keyof typeof TERM_ADDRESSES

/** A tag, an author, a section or a language, which articles share. */
export interface Term {
  readonly kind: TermKind
  /** The first spelling; for a language, its BCP 47 tag. */
  readonly name: string
  readonly slug: TermSlug
}

/** Returns the terms of an article. */
export const termsOf = onceEach(({ tags, authors, section, language }: ArticleFacts): readonly Term[] => [
  ...tags.map((name) => term('tag', name)),
  ...authors.map(({ name }) => term('author', name)),
  ...(section === undefined ? [] : [term('section', section)]),
  term('language', language),
])

/** Returns all terms of some articles, each once, in their order. */
export function termsOfAll(articles: readonly ArticleFacts[]): readonly Term[] {
  const terms = new Map(articles.flatMap(termsOf).map((each) => [termStem(each), each]))
  return [...terms.values()].sort(compareTerms)
}

/** Compares terms for lists. */
export function compareTerms(a: Term, b: Term): number {
  return compareText(termStem(a), termStem(b))
}

/** Makes the term of a kind and a name. */
export function term(kind: TermKind, name: string): Term {
  return { kind, name, slug: termSlug(name) }
}
