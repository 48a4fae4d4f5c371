/** The vocabularies that are distinguished, by the prefixes that they usually have. */
export type Vocabulary = 'atom' | 'dc' | 'rdf' | 'core' | 'other'

/** The name of an element with its vocabulary. */
export interface ResolvedName {
  readonly local: string
  readonly vocabulary: Vocabulary
}

const KNOWN: ReadonlyMap<string, Vocabulary> = new Map([
  ['http://www.w3.org/2005/Atom', 'atom'],
  ['http://purl.org/atom/ns#', 'atom'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dc'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://purl.org/rss/1.0/', 'core'],
  ['http://my.netscape.com/rdf/simple/0.9/', 'core'],
])

/** The prefixes that nearly all feeds use, for feeds that do not declare them. */
const USUAL: ReadonlyMap<string, Vocabulary> = new Map([
  ['atom', 'atom'],
  ['a10', 'atom'],
  ['dc', 'dc'],
  ['dcterms', 'dc'],
  ['rdf', 'rdf'],
])

/** No real document declares more prefixes, and each is kept. */
const MOST_PREFIXES = 200

/** The namespaces of a document (Namespaces in XML 1.0). A prefix means the same from where it is declared to the end. */
export class Namespaces {
  readonly #prefixes = new Map<string, Vocabulary>()

  declare(attributes: Readonly<Record<string, string>>): void {
    for (const [name, uri] of Object.entries(attributes)) {
      if (name.startsWith('xmlns:') && this.#prefixes.size < MOST_PREFIXES)
        this.#prefixes.set(name.slice('xmlns:'.length), KNOWN.get(uri.trim()) ?? 'other')
    }
  }

  /** A name without a prefix needs no namespace: it belongs to the format of the document. */
  resolve(name: string): ResolvedName {
    const colon = name.indexOf(':')
    if (colon === -1) return { local: name, vocabulary: 'core' }
    const prefix = name.slice(0, colon)
    const vocabulary = this.#prefixes.get(prefix) ?? USUAL.get(prefix) ?? 'other'
    return { local: name.slice(colon + 1), vocabulary }
  }
}
