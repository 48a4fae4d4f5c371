import { type SLICE_ADDRESSES, sliceStem } from './addresses.ts'
import type { ArticleFacts } from './article.ts'
import { compareText } from './compare-text.ts'
import { onceEach } from './once-each.ts'
import { type TermSlug, termSlug } from './term.ts'

/** By what a publication is narrowed. */
export type SliceKind = keyof typeof SLICE_ADDRESSES

/** The articles that have a tag, an author, a section or a language in common: as they are named and addressed. */
export interface Slice {
  readonly kind: SliceKind
  /** As it was first written; a language's is its BCP 47 tag. */
  readonly name: string
  readonly slug: TermSlug
}

/** The slices that an article is in. */
export const slicesOf = onceEach(({ tags, authors, section, language }: ArticleFacts): readonly Slice[] => [
  ...tags.map((name) => slice('tag', name)),
  ...authors.map(({ name }) => slice('author', name)),
  ...(section === undefined ? [] : [slice('section', section)]),
  slice('language', language),
])

/** All slices that some articles are in, each once, in their order. */
export function slicesOfAll(articles: readonly ArticleFacts[]): readonly Slice[] {
  const slices = new Map(articles.flatMap(slicesOf).map((each) => [sliceStem(each), each]))
  return [...slices.values()].sort(compareSlices)
}

/** The order in which slices are told. */
export function compareSlices(a: Slice, b: Slice): number {
  return compareText(sliceStem(a), sliceStem(b))
}

/** The slice of this kind and name. */
export function slice(kind: SliceKind, name: string): Slice {
  return { kind, name, slug: termSlug(name) }
}
