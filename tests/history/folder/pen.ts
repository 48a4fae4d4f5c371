import { Dice } from '../../support/dice.ts'
import { type LanguageCode, LOCALES } from './words/languages.ts'
import type { WordsOfALanguage } from './words/words-of-a-language.ts'

const DAY = 86_400_000
const FIRST_DAY = Date.UTC(2025, 0, 1)

/** The days over which dates are spread: to a day between the last two editions but one. */
const DAYS = 445

/** Shares no factor with {@link DAYS}, so that all days come up before one comes again. */
const STRIDE = 37

/**
 * Writes the texts of one family of articles: sentences in many languages, titles of which none comes twice, and days.
 * The same name gives the same words, whatever the other families write.
 */
export class Pen {
  readonly #dice: Dice
  readonly #family: string
  #titles = 0
  #days: number

  constructor(family: string) {
    const number = [...family].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 100_003, 7)
    this.#dice = new Dice(number)
    this.#days = number % DAYS
    this.#family = family
  }

  sentence(language: LanguageCode = 'en'): string {
    const words: WordsOfALanguage = LOCALES[language]
    const { subjects, predicates, closings, sentence } = words
    return sentence
      .replace('{s}', this.#dice.pick(subjects))
      .replace('{p}', this.#dice.pick(predicates))
      .replace('{c}', this.#dice.pick(closings))
  }

  paragraph(language: LanguageCode = 'en', sentences = 3): string {
    const gap = ['ja', 'zh'].includes(language) ? '' : ' '
    return Array.from({ length: sentences }, () => this.sentence(language)).join(gap)
  }

  /** Some paragraphs with a blank line between them. */
  text(language: LanguageCode = 'en', paragraphs = 2): string {
    return Array.from({ length: paragraphs }, () => this.paragraph(language)).join('\n\n')
  }

  /** A title that no other article has, since it names the family and a number. */
  title(language: LanguageCode = 'en'): string {
    const words: WordsOfALanguage = LOCALES[language]
    const { subjects, predicates, title } = words
    this.#titles += 1
    const text = title.replace('{s}', this.#dice.pick(subjects)).replace('{p}', this.#dice.pick(predicates))
    return `${text} (${this.#family} ${this.#titles})`
  }

  /** Another day each time, as `2026-02-28`. */
  day(): string {
    this.#days += 1
    return new Date(FIRST_DAY + ((this.#days * STRIDE) % DAYS) * DAY).toISOString().slice(0, 10)
  }
}
