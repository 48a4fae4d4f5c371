import { inMegabytes, TooMuch } from './budget.ts'
import { MOST_DEPTH, MOST_RUN } from './limits.ts'

/** Receives the parts of a JSON object as they arrive. */
export interface JsonSink {
  /** A member of the object, as JSON. */
  readonly onMember: (name: string, json: string) => void
  /** An element of the list, as JSON. The list is the member with the given name. */
  readonly onElement: (json: string) => void
}

/**
 * Splits a JSON object (RFC 8259) into its members as its text arrives, and one member that is a list into its elements. It
 * keeps none of them: `JSON.parse` reads each piece. It finds only where a piece ends, and does not check that the piece is
 * JSON.
 */
export class JsonSplitter {
  readonly #list: string
  readonly #sink: JsonSink
  /** The text of the piece so far. */
  #piece = ''
  #name: string | undefined
  #depth = 0
  #isInString = false
  #isEscaped = false
  #isInList = false

  constructor(list: string, sink: JsonSink) {
    this.#list = list
    this.#sink = sink
  }

  /** Whether the object has ended. */
  isWhole = false

  /**
   * Splits the next piece of text. Throws TooMuch if a part is too long or nested too deep, and a SyntaxError if a name is
   * not a string.
   */
  write(text: string): void {
    let start = 0
    for (let at = 0; at < text.length; at++) {
      if (this.#isInString) {
        at = this.#endOfString(text, at)
        continue
      }
      const character = text[at]
      if (character === '"') this.#isInString = true
      else if (character === '{' || character === '[') {
        if (this.#opens(character, text.slice(start, at))) start = at + 1
      } else if (character === '}' || character === ']') {
        if (this.#depth <= this.#level) {
          this.#end(text.slice(start, at), character)
          start = at + 1
        } else this.#depth -= 1
      } else if (this.#depth === this.#level && (character === ',' || character === ':')) {
        this.#end(text.slice(start, at), character)
        start = at + 1
      }
    }
    this.#piece += text.slice(start)
    if (this.#piece.length > MOST_RUN)
      throw new TooMuch(`one piece of it is larger than ${inMegabytes(MOST_RUN)}`)
  }

  /** The number of open brackets at which a comma ends a part. */
  get #level(): number {
    return this.#isInList ? 2 : 1
  }

  /** The position of the quote that ends a string, or of the last character if there is none. */
  #endOfString(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      if (this.#isEscaped) this.#isEscaped = false
      else if (text[at] === '\\') this.#isEscaped = true
      else if (text[at] === '"') {
        this.#isInString = false
        return at
      }
    }
    return text.length
  }

  /** Counts an opening bracket. Gives whether it opens the object or the list itself, and so belongs to no part. */
  #opens(character: string, before: string): boolean {
    this.#depth += 1
    if (this.#depth > MOST_DEPTH) throw new TooMuch(`it is nested more than ${MOST_DEPTH} levels deep`)
    if (this.#depth === 1) return true
    const isList = this.#depth === 2 && !this.#isInList && character === '[' && this.#name === this.#list
    if (!isList || (this.#piece + before).trim() !== '') return false
    this.#isInList = true
    this.#piece = ''
    return true
  }

  #end(last: string, mark: string): void {
    const piece = this.#piece + last
    this.#piece = ''
    if (this.#isInList) {
      if (piece.trim() !== '') this.#sink.onElement(piece)
      if (mark !== ']') return
      this.#isInList = false
      this.#name = undefined
      this.#depth = 1
    } else if (mark === ':') this.#name = String(JSON.parse(piece))
    else {
      if (this.#name !== undefined) this.#sink.onMember(this.#name, piece)
      this.#name = undefined
      if (mark === ',') return
      this.#depth -= 1
      this.isWhole = true
    }
  }
}
