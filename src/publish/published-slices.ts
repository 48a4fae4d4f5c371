import { sliceStem } from '../model/addresses.ts'
import type { ArticleFacts } from '../model/article.ts'
import { EPOCH, type Instant } from '../model/instant.ts'
import type { Publication } from '../model/publication.ts'
import { compareSlices, type Slice, slicesOf } from '../model/slice.ts'

/** A slice with its articles, those that are still to come among them. */
export interface PublishedSlice {
  readonly slice: Slice
  readonly articles: readonly ArticleFacts[]
  /** From when on it is there, and then for ever: somebody may have subscribed to it. */
  readonly from: Instant
}

/** Every slice of a publication, in the order of their stems. */
export function publishedSlices({ articles, slices }: Publication): readonly PublishedSlice[] {
  const known = new Set(slices.map(sliceStem))
  const members = new Map<string, { readonly slice: Slice; readonly articles: ArticleFacts[] }>()
  for (const slice of slices) members.set(sliceStem(slice), { slice, articles: [] })
  for (const article of articles) {
    for (const slice of slicesOf(article)) {
      const stem = sliceStem(slice)
      const own = members.get(stem) ?? { slice, articles: [] }
      // Two spellings of one tag may stand in one article.
      if (own.articles.at(-1) !== article) own.articles.push(article)
      members.set(stem, own)
    }
  }
  return [...members.values()]
    .map((own) => ({ ...own, from: known.has(sliceStem(own.slice)) ? EPOCH : firstMoment(own.articles) }))
    .sort((a, b) => compareSlices(a.slice, b.slice))
}

function firstMoment(articles: readonly ArticleFacts[]): Instant {
  return articles.map(({ published }) => published).reduce((first, next) => (next < first ? next : first))
}
