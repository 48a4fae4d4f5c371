import type { RenderedContent } from '../model/rendition.ts'
import type { Stem } from '../model/resource.ts'

/** A rendered feed, with the objects that it was made from. */
interface Rendering {
  readonly sources: readonly unknown[]
  readonly content: RenderedContent
}

/**
 * Caches the feeds of the previous publication, for a process that publishes a folder repeatedly. A feed made from
 * identical objects is not rendered again.
 */
export class FeedCache {
  #frame = ''
  #before = new Map<Stem, Rendering[]>()
  #now = new Map<Stem, Rendering[]>()

  /**
   * Begins a publication. Entries that the previous one did not use are dropped; all are dropped if the site context
   * has changed.
   */
  begin(siteContext: unknown): void {
    const told = JSON.stringify(siteContext)
    this.#before = told === this.#frame ? this.#now : new Map()
    this.#now = new Map()
    this.#frame = told
  }

  /**
   * Returns the content of a feed that depends only on these sources and the site context; `render` makes it the first
   * time.
   */
  recall(stem: Stem, sources: readonly unknown[], render: () => RenderedContent): RenderedContent {
    const known = this.#before.get(stem)?.find((each) => isSame(each.sources, sources))
    const rendering = known ?? { sources, content: render() }
    this.#now.set(stem, [...(this.#now.get(stem) ?? []), rendering])
    return rendering.content
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((source, index) => source === b[index])
}
