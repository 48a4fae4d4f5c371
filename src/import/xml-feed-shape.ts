import type { WrittenItem } from './complete-item.ts'
import type { FeedHead } from './feed-reader.ts'
import { ATOM, type ForeignFormat, RSS, RSS_1 } from './foreign-formats.ts'
import { MOST_FIELD } from './limits.ts'
import type { ResolvedName } from './xml-namespaces.ts'

/** The fields of an item that are read. */
type Field = 'id' | 'link' | 'title' | 'published' | 'updated' | 'status' | 'type'

type Attributes = Readonly<Record<string, string>>

/** The structure of a format: the name and depth of its items, and the elements of their fields. */
interface Shape {
  readonly format: ForeignFormat
  readonly item: string
  readonly itemDepth: number
  /** The depth of the feed's own elements. */
  readonly headDepth: number
  /**
   * The elements of the format, and those of other vocabularies. If two elements fill the same field, the first with text
   * counts.
   */
  readonly fields: Readonly<Record<string, Field>>
  readonly foreign: Readonly<Record<string, Field>>
  /** Whether links are in attributes, also those of items. */
  readonly hasLinks: boolean
  /** Completes an item in the way of the format. */
  readonly complete: (
    item: OpenItem,
  ) => Pick<WrittenItem, 'id' | 'isAtom' | 'link' | 'published' | 'isUnidentified'>
}

const SHAPES: Readonly<Record<string, Shape>> = {
  rss: {
    ...{ format: RSS, item: 'item', itemDepth: 3, headDepth: 3, hasLinks: false },
    fields: { guid: 'id', link: 'link', title: 'title', pubdate: 'published' },
    foreign: {
      ...{ 'dc:date': 'published', 'atom:updated': 'updated' },
      // An export of WordPress is RSS, and holds more than the feed did.
      ...{ 'wp:status': 'status', 'wp:post_type': 'type' },
    },
    complete: ({ fields: { id, link, published }, isPermaLink }) => ({
      ...{ id: id ?? link, link: link ?? (isPermaLink ? id : undefined), published },
      isUnidentified: id === undefined,
    }),
  },
  rdf: {
    ...{ format: RSS_1, item: 'item', itemDepth: 2, headDepth: 3, hasLinks: false },
    fields: { link: 'link', title: 'title' },
    foreign: { 'dc:date': 'published', 'atom:updated': 'updated' },
    complete: ({ fields: { link, published }, about }) => ({
      ...{ id: about ?? link, link, published },
      isUnidentified: about === undefined,
    }),
  },
  feed: {
    ...{ format: ATOM, item: 'entry', itemDepth: 2, headDepth: 2, hasLinks: true },
    fields: {
      ...{ id: 'id', title: 'title', published: 'published', updated: 'updated' },
      // Atom 0.3.
      ...{ issued: 'published', modified: 'updated' },
    },
    foreign: {},
    complete: ({ fields: { id, published, updated }, alternate }) => ({
      ...{ id, isAtom: true, link: alternate, published: published ?? updated },
      isUnidentified: id === undefined,
    }),
  },
}

/** The relations of links that are read, besides `hub`. */
const RELATIONS = ['self', 'alternate', 'next', 'prev-archive']

/** Feeds have fewer hubs. */
const MOST_HUBS = 20

/** The shape of the format with this root element, if there is one. */
export function shapeOf(root: string): Shape | undefined {
  const name = root.toLowerCase()
  return Object.hasOwn(SHAPES, name) ? SHAPES[name] : undefined
}

interface OpenItem {
  readonly depth: number
  readonly about: string | undefined
  readonly fields: Partial<Record<Field, string>>
  isPermaLink: boolean
  alternate: string | undefined
}

/** An element whose text is read. */
interface OpenField {
  /** Undefined if the text is the address of the site. */
  readonly name: Field | undefined
  readonly depth: number
}

/** Follows the elements of a feed, and makes its items and its head. */
export class FeedShape {
  readonly #shape: Shape
  readonly #onItem: (item: WrittenItem) => void
  #item: OpenItem | undefined
  #field: OpenField | undefined
  #text = ''
  #home: string | undefined
  readonly #links = new Map<string, string>()
  readonly #hubs: string[] = []

  constructor(shape: Shape, onItem: (item: WrittenItem) => void) {
    this.#shape = shape
    this.#onItem = onItem
  }

  open(tag: ResolvedName, attributes: Attributes, depth: number): void {
    if (this.#field !== undefined) return
    const { hasLinks, item, itemDepth } = this.#shape
    const isOwn = tag.vocabulary === 'core' || (hasLinks && tag.vocabulary === 'atom')
    if (this.#item !== undefined) this.#openInItem(this.#item, tag, isOwn, attributes, depth)
    // In some early or faulty RSS, the items are beside the channel.
    else if (isOwn && tag.local === item && depth <= itemDepth) this.#item = begin(attributes, depth)
    else if (depth <= this.#shape.headDepth) this.#openInHead(tag, attributes, depth)
  }

  takeText(text: string): void {
    if (this.#field !== undefined && this.#text.length <= MOST_FIELD) this.#text += text.slice(0, MOST_FIELD)
  }

  close(depth: number): void {
    if (this.#field !== undefined && depth <= this.#field.depth) {
      const text = copyOf(this.#text.trim())
      if (text !== '') this.#takeField(this.#field, text)
      this.#field = undefined
    }
    if (this.#item !== undefined && depth <= this.#item.depth) {
      if (wasInFeed(this.#item)) this.#onItem(this.#complete(this.#item))
      this.#item = undefined
    }
  }

  head(): FeedHead {
    const self = this.#links.get('self')
    const home = this.#home ?? this.#links.get('alternate')
    const next = this.#links.get('next') ?? this.#links.get('prev-archive')
    return {
      format: this.#shape.format,
      ...(self !== undefined && { self }),
      ...(home !== undefined && { home }),
      hubs: this.#hubs,
      ...(next !== undefined && { next }),
    }
  }

  #openInItem(
    item: OpenItem,
    tag: ResolvedName,
    isOwn: boolean,
    attributes: Attributes,
    depth: number,
  ): void {
    const { hasLinks, fields, foreign } = this.#shape
    if (isOwn && hasLinks && tag.local === 'link' && relationOf(attributes) === 'alternate')
      item.alternate ??= copyOf(attributes['href'] ?? '')
    const name = isOwn
      ? find(fields, tag.local.toLowerCase())
      : find(foreign, `${tag.vocabulary}:${tag.local}`)
    if (name === undefined || depth !== item.depth + 1) return
    if (/^\s*false\s*$/i.test(attributes['isPermaLink'] ?? '')) item.isPermaLink = false
    this.#begin(name, depth)
  }

  #openInHead(tag: ResolvedName, attributes: Attributes, depth: number): void {
    if (tag.local !== 'link') return
    const { href } = attributes
    if (href === undefined) {
      if (!this.#shape.hasLinks && tag.vocabulary === 'core') this.#begin(undefined, depth)
      return
    }
    const relation = relationOf(attributes)
    if (relation !== 'hub') {
      if (!this.#links.has(relation) && RELATIONS.includes(relation)) this.#links.set(relation, href)
    } else if (this.#hubs.length < MOST_HUBS) this.#hubs.push(href)
  }

  #begin(name: Field | undefined, depth: number): void {
    this.#field = { name, depth }
    this.#text = ''
  }

  #takeField({ name }: OpenField, text: string): void {
    if (name === undefined) this.#home ??= text
    else if (this.#item !== undefined) this.#item.fields[name] ??= text
  }

  #complete(item: OpenItem): WrittenItem {
    const { title, updated } = item.fields
    return { title, updated, ...this.#shape.complete(item) }
  }
}

/**
 * Whether an item was in the feed. WordPress exports also contain drafts, pages and menus, but its feed has only public
 * posts.
 */
function wasInFeed({ fields: { status = 'publish', type = 'post' } }: OpenItem): boolean {
  return status === 'publish' && type === 'post'
}

function begin(attributes: Attributes, depth: number): OpenItem {
  const about = attributes['rdf:about']?.trim()
  return {
    ...{ depth, fields: {}, isPermaLink: true, alternate: undefined },
    about: about === undefined || about === '' ? undefined : copyOf(about),
  }
}

function find(table: Readonly<Record<string, Field>>, name: string): Field | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

function relationOf({ rel = 'alternate' }: Attributes): string {
  return rel.trim()
}

/** Copies the characters. A substring would keep the whole document in memory. */
function copyOf(text: string): string {
  return Buffer.from(text).toString()
}
