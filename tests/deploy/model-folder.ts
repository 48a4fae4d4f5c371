import type { Dice } from '../support/dice.ts'

const DAY = 86_400_000

/** An article as its writer knows it: one thing, whatever happens to its file. */
interface TrueArticle {
  readonly number: number
  readonly path: string
  readonly title: string
  readonly words: string
  readonly isWithdrawn: boolean
}

/** The file of an article. */
export interface ModelFile {
  readonly number: number
  readonly path: string
  readonly text: string
}

/** A folder in version control that people write in. Its text tells each article's number. */
export class ModelFolder {
  readonly #start: number
  #articles: readonly TrueArticle[] = []
  #serial = 0
  /** What was changed since it was last published: two changes at once may leave nothing to find an article by. */
  #changed = new Set<number>()

  constructor(start: number) {
    this.#start = start
  }

  /** Another article. */
  add(): void {
    const number = this.#articles.length + 1
    const article = { number, path: `${this.#name()}.md`, title: `Title ${this.#name()}` }
    this.#changed.add(number)
    this.#articles = [...this.#articles, { ...article, words: this.#name(), isWithdrawn: false }]
  }

  /** Renames, retitles, edits, withdraws or restores one of them, or adds another. */
  change(dice: Dice): void {
    const free = this.#articles.filter(({ number }) => !this.#changed.has(number))
    if (free.length === 0 || (this.#articles.length < 8 && dice.happens(4))) this.add()
    else this.#replace(dice, dice.pick(free))
  }

  #replace(dice: Dice, article: TrueArticle): void {
    const changes = [
      () => ({ path: `${this.#name()}.md` }),
      () => ({ title: `Title ${this.#name()}` }),
      () => ({ path: `${this.#name()}.md`, title: `Title ${this.#name()}` }),
      () => ({ words: this.#name() }),
      () => ({ isWithdrawn: true }),
    ]
    this.put(article.number, article.isWithdrawn ? { isWithdrawn: false } : dice.pick(changes)())
  }

  /** Changes an article. */
  put(number: number, change: Partial<TrueArticle>): void {
    this.#changed.add(number)
    this.#articles = this.#articles.map((each) => (each.number === number ? { ...each, ...change } : each))
  }

  /** What is live is what is here. */
  settle(): void {
    this.#changed = new Set()
  }

  /** The articles as they are committed now. */
  checkOut(): readonly ModelFile[] {
    return this.#articles
      .filter(({ isWithdrawn }) => !isWithdrawn)
      .map(({ number, path, title, words }) => {
        const date = new Date(this.#start - (100 - number) * DAY).toISOString().slice(0, 10)
        const text = `Article ${number}.\n\nIt is about ${words}.\n\nThere is no more of article ${number}.\n`
        return { number, path, text: `---\ntitle: ${title}\ndate: ${date}\n---\n${text}` }
      })
  }

  #name(): string {
    this.#serial += 1
    return `n${this.#serial}`
  }
}
