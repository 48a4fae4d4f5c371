/** The vocabularies that the readers distinguish, named by their usual prefixes. */
export type Vocabulary = 'atom' | 'dc' | 'rdf' | 'wp' | 'core' | 'other'

/** The name of an element with its vocabulary. */
export interface ResolvedName {
  readonly local: string
  readonly vocabulary: Vocabulary
}

const KNOWN: ReadonlyMap<string, Vocabulary> = new Map<string, Vocabulary>([
  ['http://www.w3.org/2005/Atom', 'atom'],
  ['http://purl.org/atom/ns#', 'atom'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dc'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ...['1.0', '1.1', '1.2'].map((version) => [`http://wordpress.org/export/${version}/`, 'wp'] as const),
  ['http://purl.org/rss/1.0/', 'core'],
  ['http://my.netscape.com/rdf/simple/0.9/', 'core'],
])

/** The usual prefixes, for feeds that do not declare them. */
const USUAL: ReadonlyMap<string, Vocabulary> = new Map([
  ['atom', 'atom'],
  ['a10', 'atom'],
  ['dc', 'dc'],
  ['dcterms', 'dc'],
  ['rdf', 'rdf'],
  ['wp', 'wp'],
])

/** Documents declare fewer prefixes. Each one is stored. */
const MOST_PREFIXES = 200

/**
 * The namespaces of a document (Namespaces in XML 1.0). A declared prefix applies to the rest of the document, not only to
 * its element.
 */
export class Namespaces {
  readonly #prefixes = new Map<string, Vocabulary>()

  declare(attributes: Readonly<Record<string, string>>): void {
    for (const [name, uri] of Object.entries(attributes)) {
      if (name.startsWith('xmlns:') && this.#prefixes.size < MOST_PREFIXES)
        this.#prefixes.set(name.slice('xmlns:'.length), KNOWN.get(uri.trim()) ?? 'other')
    }
  }

  /** Resolves a name. Without a prefix, it belongs to the format of the document. */
  resolve(name: string): ResolvedName {
    const colon = name.indexOf(':')
    if (colon === -1) return { local: name, vocabulary: 'core' }
    const prefix = name.slice(0, colon)
    const vocabulary = this.#prefixes.get(prefix) ?? USUAL.get(prefix) ?? 'other'
    return { local: name.slice(colon + 1), vocabulary }
  }
}
