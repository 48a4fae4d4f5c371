import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../../src/content/prose/sentences.ts'
import { anyLanguage, anyText } from './any-text.ts'

/** Sentences, parted by a bar. */
const TEXTS: readonly (readonly [string, string])[] = [
  ['it', 'Il sig. Rossi saluta la dott.ssa Verdi. | Poi l’on. La Russa esce.'],
  ['it', 'Vedi art. 5 e n. 3, a p. 12. | Costa 10.000 euro. | Sono 3.5 metri.'],
  ['it', 'La vitamina C. | La carenza è rara. | Lo dice J. F. Bruni.'],
  ['it', 'La Rossi S.p.A. ha chiuso. | La Bianchi S.p.A. di Lodi no. | Pane, vino ecc. | Poi basta.'],
  ['it', '«È finita!» ha detto. | «È finita.» | Il coro… tace. | Che cosa?! | Niente.'],
  ['it', 'È stata vinta (per p. es. a Bari). | Nel 2024. | Ora sono 12. | Bene.'],
  ['it', 'Ha vinto il primo set. | Il secondo no.'],
  ['en', 'Mr. Smith met Dr. Jones at 5 p.m. on St. Mary Ave. near the U.S. Senate. | He said no. | He left.'],
  ['en', 'It is in the U.S. | The law is new. | "Really?" he asked. | "Yes." | She left.'],
  ['en', 'On Dec. 25 it snowed. | See no. 5, e.g. Page 3.'],
  ['de', 'Am 3. März kam er z. B. nach Köln. | Der 2. Weltkrieg war aus. | „Gut.“ | Er ging.'],
  ['de', 'Er wurde 42. | Die Stadt feierte. | Prof. Dr. Lange auch.'],
  ['fr', '« Oui. » | M. Le Pen et Mme Curie partent. | C’est tout !'],
  ['es', '¿Qué pasa? | ¡Nada! | El Sr. Pérez y la Dña. Ana, p. ej. hoy.'],
  ['pt', 'A Dra. Sousa chegou. | O Sr. Dias também.'],
  ['zh', '今天天气好。 | 我们去公园！ | “你好。” | 他说。'],
  ['hi', 'यह घर है। | वह बड़ा है।'],
]

describe('splitSentences()', () => {
  it.each(TEXTS)('splits %s as a reader would: %s', (language, text) => {
    expect(splitSentences(text.replaceAll(' | ', ' '), language)).toEqual(text.split(' | '))
  })

  it('ends a sentence at a blank line', () => {
    expect(splitSentences('Senza punto\n\nCon il punto.')).toEqual(['Senza punto', 'Con il punto.'])
  })

  it('loses nothing but white space, in any language', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        const sentences = splitSentences(text, language)
        expect(sentences.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
        expect(sentences).not.toContain('')
      }),
    )
  })

  it('takes time in proportion to the text', () => {
    expect(splitSentences(`${'a.'.repeat(100_000)}${'!»'.repeat(50)}x ${'!'.repeat(100_000)}x`)).toHaveLength(
      1,
    )
  })
})
