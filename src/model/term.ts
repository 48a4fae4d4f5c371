import { type TERM_ADDRESSES, termStem } from './addresses.ts'
import type { ArticleFacts } from './article.ts'
import { compareText } from './compare-text.ts'
import { onceEach } from './once-each.ts'
import { type TermSlug, termSlug } from './term-slug.ts'

/** By what a publication is narrowed. */
export type TermKind = keyof typeof TERM_ADDRESSES

/** The articles that share a tag, an author, a section or a language: their name and address. */
export interface Term {
  readonly kind: TermKind
  /** The first spelling; of a language its BCP 47 tag. */
  readonly name: string
  readonly slug: TermSlug
}

/** The terms that an article is in. */
export const termsOf = onceEach(({ tags, authors, section, language }: ArticleFacts): readonly Term[] => [
  ...tags.map((name) => term('tag', name)),
  ...authors.map(({ name }) => term('author', name)),
  ...(section === undefined ? [] : [term('section', section)]),
  term('language', language),
])

/** All terms that some articles are in, each once, in their order. */
export function termsOfAll(articles: readonly ArticleFacts[]): readonly Term[] {
  const terms = new Map(articles.flatMap(termsOf).map((each) => [termStem(each), each]))
  return [...terms.values()].sort(compareTerms)
}

/** The order in which terms are told. */
export function compareTerms(a: Term, b: Term): number {
  return compareText(termStem(a), termStem(b))
}

/** The term of this kind and name. */
export function term(kind: TermKind, name: string): Term {
  return { kind, name, slug: termSlug(name) }
}
