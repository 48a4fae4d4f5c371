import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dropDatePhrase } from '../../../src/content/prose/date-phrase.ts'
import { dateFromFileName, findDate, parseProseDate } from '../../../src/content/prose/prose-date.ts'
import { anyText } from './any-text.ts'

/** The text, the day in it and the phrase that tells it. */
const DATES: readonly (readonly [string, string, string])[] = [
  ['Il 25 dicembre 2025, la neve', '2025-12-25', 'Il 25 dicembre 2025, '],
  ["L'11 settembre 2001 cadde", '2001-9-11', "L'11 settembre 2001 "],
  ['L’8 marzo 2026, la sfilata', '2026-3-8', 'L’8 marzo 2026, '],
  ['IL 1° GENNAIO 2026 LA BANDA', '2026-1-1', 'IL 1° GENNAIO 2026 '],
  ['Il 1º gennaio 2026 la banda', '2026-1-1', 'Il 1º gennaio 2026 '],
  ['Il primo maggio 2025 il coro', '2025-5-1', 'Il primo maggio 2025 '],
  ['Giovedì 25 dicembre 2025 nevica', '2025-12-25', 'Giovedì 25 dicembre 2025 '],
  ["Giovedi' 25 dicembre 2025 nevica", '2025-12-25', "Giovedi' 25 dicembre 2025 "],
  ['Oggi, 25 dicembre 2025, nevica', '2025-12-25', 'Oggi, 25 dicembre 2025, '],
  ['Nella notte di sabato 3 maggio 2025, due', '2025-5-3', 'Nella notte di sabato 3 maggio 2025, '],
  ['Bari, 3 dic. 2025 - Nevica', '2025-12-3', '3 dic. 2025 '],
  ['Il 25\ndicembre 2025 nevica', '2025-12-25', 'Il 25\ndicembre 2025 '],
  ['On December 25, 2025, it snowed', '2025-12-25', 'On December 25, 2025, '],
  ['On Thursday, Dec. 25, 2025, it snowed', '2025-12-25', 'On Thursday, Dec. 25, 2025, '],
  ['25 December 2025: snow', '2025-12-25', '25 December 2025'],
  ['On the 1st of March 2025 it snowed', '2025-3-1', 'On the 1st of March 2025 '],
  ['Le 3 mars 2025, il neige', '2025-3-3', 'Le 3 mars 2025, '],
  ['Le jeudi 1er août 2024, il neige', '2024-8-1', 'Le jeudi 1er août 2024, '],
  ['LE 3 FEVRIER 2025', '2025-2-3', 'LE 3 FEVRIER 2025'],
  ['Es schneite am 3. März 2025 in Bonn', '2025-3-3', 'am 3. März 2025 '],
  ['Donnerstag, den 25. Dezember 2025', '2025-12-25', 'Donnerstag, den 25. Dezember 2025'],
  ['El 3 de marzo de 2025, nieva', '2025-3-3', 'El 3 de marzo de 2025, '],
  ['El miércoles 5 de marzo del 2025 nieva', '2025-3-5', 'El miércoles 5 de marzo del 2025 '],
  ['Na quinta-feira, 5 de junho de 2025, neva', '2025-6-5', 'Na quinta-feira, 5 de junho de 2025, '],
  ['No dia 1 de março de 2025 neva', '2025-3-1', 'No dia 1 de março de 2025 '],
  ['Nota del 2025-12-28, ore 9', '2025-12-28', '2025-12-28, '],
  ['2025-12-28T10:00Z', '2025-12-28', '2025-12-28'],
]

describe('findDate()', () => {
  it.each(DATES)('reads %j', (text, day, phrase) => {
    const found = findDate(text)
    expect(found?.date && Object.values(found.date).join('-')).toBe(day)
    expect(text.slice(found?.start, found?.end)).toBe(phrase)
    expect(text.slice(found?.at).startsWith(found?.text ?? '-')).toBe(true)
  })

  it.each([
    'Oggi nevica, domani no',
    'Il 25 dicembre nevica',
    'Nel dicembre 2025 nevica',
    'Il 3 marzo scorso nevicava',
    'In 3 out of 2025 cases',
    'Il 25/12/2025 nevica',
    'Il 25 dicenbre 2025 nevica',
    'La norma 8601-2025-12-28 vale',
    'Vedi https://example.org/2025-12-28-neve',
    'Ne restano 125 dicembre 20251',
    '',
  ])('finds none in %j', (text) => {
    expect(findDate(text)).toBeUndefined()
  })

  it.each([
    'Il 31 febbraio 2025 nevica. Il 3 marzo 2025 no.',
    'date 2025-13-01',
    'February 30, 2025',
    'am 0. März 2025',
  ])('gives an impossible day without a date: %j', (text) => {
    expect(findDate(text)).toMatchObject({ text: expect.stringMatching(/31 f|13-01|30, 2|0\. M/) })
    expect(findDate(text)?.date).toBeUndefined()
  })

  it('knows leap years', () => {
    expect(findDate('29 febbraio 2024')?.date).toEqual({ year: 2024, month: 2, day: 29 })
    expect(findDate('29 febbraio 2025')?.date).toBeUndefined()
    expect(findDate('29 febbraio 1900')?.date).toBeUndefined()
  })

  it('gives the first of two', () => {
    expect(findDate('Dal 3 marzo 2025 al 5 marzo 2025')?.date?.day).toBe(3)
  })

  it('believes a date only if all of it is within the first 200 characters', () => {
    const date = '2025-12-28'
    expect(findDate(`${'x'.repeat(189)} ${date}`)?.at).toBe(190)
    expect(findDate(`${'x'.repeat(190)} ${date}`)).toBeUndefined()
  })

  it('never throws, and its spans lie in the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = findDate(text)
        if (found) expect(text.slice(found.start, found.end)).toContain(found.text)
      }),
    )
  })
})

describe('parseProseDate()', () => {
  it('reads a text that is a date', () => {
    expect(parseProseDate(' 28 dicembre 2025 ')).toEqual({ year: 2025, month: 12, day: 28 })
    expect(parseProseDate('domenica 28 dicembre 2025')).toEqual({ year: 2025, month: 12, day: 28 })
  })

  it('refuses what is more than a date, or no day', () => {
    expect(parseProseDate('28 dicembre 2025 a Roma')).toBeUndefined()
    expect(parseProseDate('31 febbraio 2025')).toBeUndefined()
  })
})

describe('dateFromFileName()', () => {
  it('reads the date that a name begins with', () => {
    const date = { year: 2025, month: 1, day: 23 }
    expect(dateFromFileName('note/2025-01-23-titolo.txt')).toEqual({ text: '2025-01-23', date })
    expect(dateFromFileName('2025-01-23.md')).toEqual({ text: '2025-01-23', date })
    expect(dateFromFileName('2025-01-23-titolo/index.md')).toEqual({ text: '2025-01-23', date })
  })

  it('gives an impossible day without a date', () => {
    expect(dateFromFileName('2025-02-30-titolo.txt')).toEqual({ text: '2025-02-30' })
  })

  it('finds none elsewhere in a path', () => {
    expect(dateFromFileName('2025-01-23/titolo.txt')).toBeUndefined()
    expect(dateFromFileName('titolo-2025-01-23.txt')).toBeUndefined()
    expect(dateFromFileName('2025-01-234.txt')).toBeUndefined()
  })
})

describe('dropDatePhrase()', () => {
  const date = { year: 2025, month: 12, day: 25 }

  it.each([
    ['Il 25 dicembre 2025, la neve è caduta.', 'la neve è caduta.'],
    ['Roma, 25 dicembre 2025 – La neve è caduta.', 'La neve è caduta.'],
    ['REGGIO EMILIA (25 dicembre 2025) - La neve cade.', 'La neve cade.'],
    ['Roma, 25 dicembre 2025.', ''],
    ['La neve, il 25 dicembre 2025, è caduta.', 'La neve è caduta.'],
    ['La neve è caduta il 25 dicembre 2025 su Bari.', 'La neve è caduta su Bari.'],
    ['È nevicato, il 25 dicembre 2025.', 'È nevicato.'],
    ['La neve (25 dicembre 2025) è caduta.', 'La neve è caduta.'],
    ['The band met on December 25, 2025, to play.', 'The band met to play.'],
  ])('makes %j read on without its date', (sentence, bare) => {
    expect(dropDatePhrase(sentence, date)).toBe(bare)
  })

  it.each([
    'La legge del 25 dicembre 2025 vieta la neve.',
    'Si paga entro il 25 dicembre 2025 in banca.',
    'Il decreto 25 dicembre 2025 n. 3 vieta la neve.',
    'Il 24 dicembre 2025 è caduta la neve.',
  ])('leaves a date that is part of the news: %j', (sentence) => {
    expect(dropDatePhrase(sentence, date)).toBe(sentence)
  })

  it('leaves a German sentence its first place, where the verb would turn it into a question', () => {
    const sentence = 'Am 25. Dezember 2025 hat es geschneit.'
    expect(dropDatePhrase(sentence, date, 'de')).toBe(sentence)
  })
})
