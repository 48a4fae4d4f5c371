import { eld } from 'eld/extrasmall'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLanguageDetector } from '../../../src/content/prose/language.ts'
import { languageOfWords } from '../../../src/content/prose/language-words.ts'
import { LOCALES } from '../../history/folder/words/languages.ts'
import { RAW_TEXTS } from './raw-texts.ts'

/** Sentences of neighbours, which share many small words with the languages that are told by them. */
const NEIGHBOURS = [
  // Catalan, Galician, Dutch, Danish.
  'El pont vell de la ciutat torna a obrir aquest matí després de tres setmanes de pluja, i la gent del barri ho celebra.',
  'Els veïns no estan d’acord amb el que ha dit l’alcalde, però la majoria creu que és millor així per a tothom.',
  'A ponte vella da vila abre hoxe ao público despois de tres semanas de choiva, e os veciños non o agardaban.',
  'Unha parte dos veciños non está de acordo co que dixo o alcalde, pero a maioría pensa que é mellor así.',
  'De oude brug van de stad is na drie weken regen weer open, en de bewoners van de buurt zijn er blij mee.',
  'Den gamle bro i byen er åben igen efter tre ugers regn, og det er beboerne i kvarteret meget glade for.',
]

/** Sentences of one language that have many small words. */
const PROSE: Readonly<Record<string, readonly string[]>> = {
  it: [
    'La sindaca ha detto che il ponte sarà chiuso per due mesi, e che chi abita dall’altra parte del fiume dovrà passare da un’altra strada.',
    'Non è la prima volta che una cosa del genere accade nella nostra città, ma questa volta non c’è più nessuno che se ne sorprenda.',
  ],
  en: [
    'The mayor has said that the bridge will be closed for two months, and that those who live on the other side will have to go by another road.',
    'It is not the first time that this has happened in our town, but there is no one who would be surprised by it any more.',
  ],
  fr: [
    'La maire a dit que le pont sera fermé pour deux mois, et que ceux qui sont de l’autre côté du fleuve devront passer par une autre route.',
    'Ce n’est pas la première fois que cela se passe dans notre ville, mais il n’y a plus personne qui en soit surpris.',
  ],
  de: [
    'Die Bürgermeisterin hat gesagt, dass die Brücke für zwei Monate gesperrt wird und dass die auf der anderen Seite einen anderen Weg nehmen.',
    'Es ist nicht das erste Mal, dass so etwas in unserer Stadt vorkommt, aber diesmal ist niemand mehr davon überrascht.',
  ],
  es: [
    'La alcaldesa ha dicho que el puente se va a cerrar por dos meses, y que los que son del otro lado del río no tienen más camino que este.',
    'No es la primera vez que esto pasa en una ciudad como la nuestra, pero ya no hay nadie que se sorprenda con lo que ha pasado.',
  ],
  pt: [
    'O presidente da câmara disse que a ponte do rio não vai ser aberta, mas que os da outra margem são mais do que um dia se disse, e que ele não sai da vila.',
    'Não é a primeira vez que isso se passa em uma cidade como a nossa, mas já não há quem se surpreenda com o que foi dito.',
  ],
}

const sentences = Object.values(LOCALES).flatMap(({ subjects, predicates, closings, sentence }) =>
  subjects.map((subject, index) =>
    sentence
      .replace('{s}', subject)
      .replace('{p}', predicates[index] ?? '')
      .replace('{c}', closings[index] ?? ''),
  ),
)
const prose = Object.values(PROSE).flat()
const lines = RAW_TEXTS.flatMap(({ text }) => text.split('\n').filter((line) => line.length > 40))

function wordsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split(' '))
}

function detectorOf(text: string): string | undefined {
  const result = eld.detect(text)
  return result.isReliable() ? result.language : undefined
}

describe('languageOfWords()', () => {
  it('tells what the detector of languages tells, or nothing, of texts in one language and in several', () => {
    const one = fc.constantFrom(...prose, ...sentences, ...lines, ...NEIGHBOURS)
    const texts = fc.array(one, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '))
    // Words of one language, with some of any other among them.
    const mixed = fc.constantFrom(...Object.values(PROSE)).chain((own) => {
      const ownWords = fc.shuffledSubarray(wordsOf(own), { minLength: 20 })
      const otherWords = fc.shuffledSubarray(wordsOf([...prose, ...NEIGHBOURS]), { maxLength: 15 })
      return fc.tuple(ownWords, otherWords).chain((parts) => {
        const all = parts.flat()
        return fc.shuffledSubarray(all, { minLength: all.length }).map((each) => each.join(' '))
      })
    })
    let told = 0
    fc.assert(
      fc.property(fc.oneof(texts, mixed), (text) => {
        const language = languageOfWords(text)
        if (language === undefined) return
        told += 1
        expect(language).toBe(detectorOf(text))
      }),
      // The rule is one of experience: what is tried here is the same each time.
      { numRuns: 5000, seed: 1 },
    )
    expect(told).toBeGreaterThan(500)
  })

  it.each(Object.entries(PROSE))('tells %s without the detector', (language, texts) => {
    const detect = createLanguageDetector(() => {
      throw new Error('The detector was loaded')
    })
    for (const text of texts) expect(detect(text)).toBe(language)
  })

  it.each([...NEIGHBOURS, ...sentences.filter((text) => !/[a-z]/i.test(text))])(
    'leaves %j to the detector',
    (text) => {
      expect(languageOfWords(text)).toBeUndefined()
    },
  )
})
