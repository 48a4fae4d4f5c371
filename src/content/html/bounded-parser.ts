import { Parser } from 'htmlparser2'

/**
 * The greatest number of open elements. Unchecked pages leave some hundreds open, and the parser searches all of them
 * at each tag.
 */
export const MOST_OPEN = 1000

/**
 * An HTML parser whose cost grows linearly with the text. Elements nested deeper than {@link MOST_OPEN} are treated as
 * void: they end where they begin, what follows them becomes their sibling, and their end tags are ignored.
 */
export class BoundedParser extends Parser {
  /** The number of open elements, including void ones. */
  #depth = 0
  /** The number of elements that would also be open if they were not treated as void. */
  #beyond = 0
  /**
   * The question that the parser asks of a name while it reads a tag: can it be opened, was it made void, can it be
   * closed?
   */
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
