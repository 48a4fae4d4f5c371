import type { RenderedContent } from '../model/rendition.ts'
import type { Stem } from '../model/resource.ts'

/** What a feed showed, and all that it was made from. */
interface Rendering {
  readonly sources: readonly unknown[]
  readonly content: RenderedContent
}

/**
 * Remembers what feeds showed in the publication before, for whoever publishes a folder again and again: a feed that is made
 * from the very same objects is not rendered again. Without one, nothing is remembered.
 */
export class FeedCache {
  #frame = ''
  #before = new Map<Stem, Rendering[]>()
  #now = new Map<Stem, Rendering[]>()

  /** Begins another publication: what the one before has not asked for is forgotten, and all where the frame is another. */
  begin(siteContext: unknown): void {
    const told = JSON.stringify(siteContext)
    this.#before = told === this.#frame ? this.#now : new Map()
    this.#now = new Map()
    this.#frame = told
  }

  /** What a feed shows that is made from these sources and the frame alone. */
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
