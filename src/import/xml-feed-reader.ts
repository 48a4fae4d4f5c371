import { Parser } from 'htmlparser2'
import { inMegabytes, TooMuch } from './budget.ts'
import type { WrittenItem } from './complete-item.ts'
import type { FeedHead, FeedReader } from './feed-reader.ts'
import { MOST_ATTRIBUTES, MOST_DEPTH, MOST_RUN } from './limits.ts'
import { FeedShape, shapeOf } from './xml-feed-shape.ts'
import { Namespaces } from './xml-namespaces.ts'

/** Thrown to stop the parser. The reader catches it, and ignores the rest of the document. */
class NoFeed extends Error {}

/**
 * Reads RSS, RSS 1.0 or Atom as it arrives, leniently. It uses an HTML parser in its XML mode. That parser knows only XML's
 * own entities, ignores those that a document declares, and continues after markup that is not well-formed.
 */
export class XmlFeedReader implements FeedReader {
  readonly #onItem: (item: WrittenItem) => void
  readonly #namespaces = new Namespaces()
  readonly #parser: Parser
  #shape: FeedShape | undefined
  #root = ''
  #depth = 0
  #attributes = 0
  /** Characters since the parser's last event. The parser keeps them in memory. */
  #run = 0
  #isOver = false
  #isWhole = false

  constructor(onItem: (item: WrittenItem) => void) {
    this.#onItem = onItem
    this.#parser = new Parser(
      {
        onopentagname: () => this.#begin(),
        onattribute: () => this.#countAttribute(),
        onopentag: (name, attributes) => this.#open(name, attributes),
        ontext: (text) => this.#takeText(text),
        onclosetag: (name, isImplied) => this.#close(name, isImplied),
        oncomment: () => this.#progress(),
        oncdatastart: () => this.#progress(),
        onprocessinginstruction: () => this.#progress(),
      },
      { xmlMode: true, decodeEntities: true },
    )
  }

  write(text: string): void {
    if (this.#isOver) return
    this.#run += text.length
    try {
      this.#parser.write(text)
    } catch (error) {
      if (!(error instanceof NoFeed)) throw error
      this.#isOver = true
    }
    if (this.#run > MOST_RUN + text.length)
      throw new TooMuch(`one piece of it is larger than ${inMegabytes(MOST_RUN)}`)
  }

  finish(): FeedHead | undefined {
    if (this.#shape === undefined) return undefined
    return { ...this.#shape.head(), ...(!this.#isWhole && { missingEnd: `</${this.#root}>` }) }
  }

  #progress(): void {
    this.#run = 0
  }

  #begin(): void {
    this.#progress()
    this.#attributes = 0
    this.#depth += 1
    if (this.#depth > MOST_DEPTH) throw new TooMuch(`it is nested more than ${MOST_DEPTH} levels deep`)
  }

  #countAttribute(): void {
    this.#progress()
    this.#attributes += 1
    if (this.#attributes > MOST_ATTRIBUTES)
      throw new TooMuch(`one of its elements has more than ${MOST_ATTRIBUTES} attributes`)
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#namespaces.declare(attributes)
    const tag = this.#namespaces.resolve(name)
    if (this.#shape !== undefined) {
      this.#shape.open(tag, attributes, this.#depth)
      return
    }
    const format = shapeOf(tag.local)
    if (format === undefined) throw new NoFeed()
    this.#root = name
    this.#shape = new FeedShape(format, this.#onItem)
  }

  #takeText(text: string): void {
    this.#progress()
    this.#shape?.takeText(text)
  }

  #close(name: string, isImplied: boolean): void {
    this.#progress()
    this.#shape?.close(this.#depth)
    this.#depth -= 1
    if (this.#depth > 0) return
    // An implied end tag was not in the document, unless it ends an empty element.
    this.#isWhole = !isImplied && name === this.#root
    throw new NoFeed()
  }
}
