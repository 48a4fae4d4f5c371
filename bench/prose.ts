import { between, createRandom, pick, type Random } from './random.ts'

/** Meaningless text that a compressor, a sentence splitter and a language detector treat like a newspaper's. */
export interface Prose {
  /** A title: some words, the first with a capital letter. */
  readonly title: () => string
  readonly sentence: () => string
  /** Sentences with about so many characters in total. */
  readonly paragraph: (characters: number) => string
}

/** The function words of Italian, the most common first. About every other word of a text is one of them. */
const FUNCTION_WORDS =
  'di e il la che in a per un è del non una i le della con si da al come dei più ha nel alla anche gli lo sono delle dal sulla tra dopo ma se degli suo questo loro ancora stato essere o ai contro due prima dove quando fra cui già senza così ogni sempre mentre'.split(
    ' ',
  )

const ONSETS = 'b c d f g l m n p r s t v br cr dr fr gr pr tr st sp sc gl ch qu'.split(' ')
const NUCLEI = 'a e i o u ia io ie uo'.split(' ')
const CODAS = ['', '', '', '', 'n', 'r', 'l', 's', 'm']
const ENDINGS = 'o a i e ione ità mento ato ata are ere ire ista ale ente anza oso'.split(' ')

const VOCABULARY_WORDS = 5000

/** How often a word occurs depends on its position in the vocabulary (Zipf's law). */
const VOCABULARY = createVocabulary(createRandom(1))

/** How many words a text repeats, and how often. */
const TOPIC_WORDS = 40
const TOPIC_SHARE = 0.35

/** A generator for one text. Its topic is a set of words that it repeats. */
export function createProse(random: Random): Prose {
  const topic = Array.from({ length: TOPIC_WORDS }, () => zipf(random, VOCABULARY))
  const word = (): string => {
    if (random() < 0.42) return zipf(random, FUNCTION_WORDS)
    return random() < TOPIC_SHARE ? pick(random, topic) : zipf(random, VOCABULARY)
  }
  const words = (count: number): string => {
    const chosen = Array.from({ length: count }, (_, index) => {
      const plain = word()
      const isName = index > 0 && random() < 0.04
      const comma = index > 2 && index < count - 2 && random() < 0.07 ? ',' : ''
      return (isName ? capital(plain) : plain) + comma
    })
    return capital(chosen.join(' '))
  }
  const sentence = () => `${words(between(random, 9, 28))}.`
  const paragraph = (characters: number): string => {
    let text = sentence()
    while (text.length < characters) text += ` ${sentence()}`
    return text
  }
  return { title: () => words(between(random, 5, 10)).replaceAll(',', ''), sentence, paragraph }
}

/** The word at an index of the vocabulary, the most common first. It serves as a name. */
export function vocabularyWord(place: number): string {
  return VOCABULARY[place % VOCABULARY.length] ?? ''
}

function createVocabulary(random: Random): readonly string[] {
  const words = new Set<string>()
  while (words.size < VOCABULARY_WORDS) {
    const syllables = pick(random, [1, 1, 2, 2, 3])
    const stem = Array.from(
      { length: syllables },
      () => pick(random, ONSETS) + pick(random, NUCLEI) + pick(random, CODAS),
    )
    words.add(stem.join('') + pick(random, ONSETS.slice(0, 13)) + pick(random, ENDINGS))
  }
  return [...words]
}

/** Picks the nth item with a probability of about 1/n. */
function zipf(random: Random, items: readonly string[]): string {
  const place = Math.floor(items.length ** random()) - 1
  return items[Math.max(0, Math.min(place, items.length - 1))] ?? ''
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
