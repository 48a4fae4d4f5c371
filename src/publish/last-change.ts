import type { Article } from '../model/article.ts'
import { type Instant, laterOf } from '../model/instant.ts'
import type { State } from './states.ts'

/** When one of the articles was last updated; undefined where there is none. */
export function lastUpdate(articles: readonly Article[]): Instant | undefined {
  return articles.map(({ updated }) => updated).reduce<Instant | undefined>(latest, undefined)
}

/** When a list of these articles last changed, by an update or by what left it; nothing where neither ever happened. */
export function lastChange(
  listed: readonly Article[],
  { lastExpiry }: State,
): { readonly lastModified?: Instant } {
  const lastModified = latest(lastUpdate(listed), lastExpiry)
  return lastModified === undefined ? {} : { lastModified }
}

function latest(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  return a === undefined || b === undefined ? (a ?? b) : laterOf(a, b)
}
