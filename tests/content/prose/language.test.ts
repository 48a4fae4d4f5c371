import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../../../src/node/files/detect-language.ts'
import { anyText } from './any-text.ts'

describe('detectLanguage()', () => {
  it.each([
    ['it', 'La sindaca ha aperto il mercato coperto questa mattina.'],
    ['en', 'The mayor opened the covered market this morning.'],
    ['fr', 'La maire a ouvert le marché couvert ce matin.'],
    ['de', 'Die Bürgermeisterin hat heute die Markthalle eröffnet.'],
    ['es', 'La alcaldesa abrió esta mañana el mercado cubierto.'],
    ['pt', 'A presidente da câmara abriu o mercado coberto esta manhã.'],
    ['ru', 'Сегодня утром открылся новый крытый рынок.'],
    ['zh', '市长今天早上打开了新的室内市场。'],
    ['ja', '市長は今朝、新しい屋内市場を開きました。'],
    ['el', 'Η δήμαρχος άνοιξε σήμερα το πρωί την αγορά.'],
  ])('knows %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
  })

  it.each(['', 'Il Po', 'Kim Jong Un', '2025-12-28 10.000 25', '!!! ??? ...'])(
    'is not sure of %j',
    (text) => {
      expect(detectLanguage(text)).toBeUndefined()
    },
  )

  it('never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        detectLanguage(text)
      }),
    )
  })
})
