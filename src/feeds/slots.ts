/**
 * Values that pass through a document writer as opaque tokens and are put in afterwards, as markup of our own.
 *
 * A token is at once a URL, a text without special characters and a CDATA section, so a writer can neither break
 * nor reject it; and as no value goes through the writer, none can be mistaken for a token.
 */
export class Slots {
  readonly #markup: string[] = []

  /** Keeps markup for later and gives the token that stands for it. */
  put(markup: string): string {
    return `slot:${this.#markup.push(markup) - 1}:`
  }

  /** Puts the kept markup in the places of its tokens; a CDATA section round a token goes with it. */
  fill(skeleton: string): string {
    return skeleton.replace(/<!\[CDATA\[slot:(\d+):\]\]>|slot:(\d+):/g, (_, inCdata, bare) => {
      return this.#markup[Number(inCdata ?? bare)] ?? ''
    })
  }
}
