/**
 * Passes values through a document writer as opaque tokens, and replaces the tokens by our own markup afterwards.
 *
 * A token is valid as a URL, as text without special characters and in a CDATA section, so that a writer can neither
 * damage nor reject it. No value passes through the writer, so no value can be mistaken for a token.
 */
export class Slots {
  readonly #markup: string[] = []

  /** Stores markup and returns its token. */
  put(markup: string): string {
    return `slot:${this.#markup.push(markup) - 1}:`
  }

  /** Replaces each token by its markup. A CDATA section around a token is removed. */
  fill(skeleton: string): string {
    return skeleton.replace(/<!\[CDATA\[slot:(\d+):\]\]>|slot:(\d+):/g, (_, inCdata, bare) => {
      return this.#markup[Number(inCdata ?? bare)] ?? ''
    })
  }
}
