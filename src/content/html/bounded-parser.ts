import { Parser } from 'htmlparser2'

/**
 * The most elements that are open at once. Pages that were never checked leave some hundreds open; a parser looks through
 * all of them at each tag.
 */
export const MOST_OPEN = 1000

/**
 * A parser of HTML at a cost that grows with its text. Elements within more than {@link MOST_OPEN} others are void: they
 * end where they begin, with what they hold after them, and their end tags are passed over.
 */
export class BoundedParser extends Parser {
  /** How many elements are open, void ones among them. */
  #depth = 0
  /** How many more would be, if they were not void. */
  #beyond = 0
  /** What is asked of a name while a tag is read: whether it can be opened, whether it was made void, or whether it can be closed. */
  #asked: 'opening' | 'opened' | 'closing' = 'opened'
  #isMadeVoid = false

  constructor(...[handler, options]: ConstructorParameters<typeof Parser>) {
    super(
      {
        ...handler,
        onopentag: (name, attributes, isImplied) => {
          this.#depth += 1
          handler?.onopentag?.(name, attributes, isImplied)
        },
        onclosetag: (name, isImplied) => {
          this.#depth -= 1
          handler?.onclosetag?.(name, isImplied)
        },
      },
      options,
    )
  }

  override onopentagname(start: number, end: number): void {
    this.#asked = 'opening'
    this.#isMadeVoid = false
    super.onopentagname(start, end)
    this.#asked = 'opened'
  }

  override onclosetag(start: number, end: number): void {
    this.#asked = 'closing'
    this.#isMadeVoid = false
    super.onclosetag(start, end)
    this.#asked = 'opened'
  }

  override isVoidElement(name: string): boolean {
    if (super.isVoidElement(name)) return true
    if (this.#asked === 'closing') {
      if (this.#beyond === 0) return false
      this.#beyond -= 1
      return true
    }
    if (this.#asked === 'opening' && this.#depth >= MOST_OPEN) {
      this.#beyond += 1
      this.#isMadeVoid = true
    }
    return this.#isMadeVoid
  }
}
