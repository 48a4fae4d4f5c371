import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { summarise } from '../../../src/content/prose/summarise.ts'
import { anyLanguage, anyText } from './any-text.ts'

/** A sentence of this many characters. */
function sentence(length: number): string {
  return `${'Parola '.repeat(length).slice(0, length - 2)}a.`
}

describe('summarise()', () => {
  it('takes the first whole sentences that fit', () => {
    const summary = summarise([`${sentence(90)} ${sentence(90)}`, sentence(97), 'Fine.'])
    expect(summary).toBe(`${sentence(90)} ${sentence(90)} ${sentence(97)}`.slice(0, 279))
    expect(summarise([sentence(140), sentence(140)])).toBe(sentence(140))
  })

  it('begins with the next sentence where the title is the first', () => {
    const text = 'Il 25 dicembre 2025, il Po è in piena. Piove da giorni. Si teme il peggio.'
    expect(summarise([text], { title: 'Il Po è in piena' })).toBe('Piove da giorni. Si teme il peggio.')
  })

  it('begins with the next sentence where the title is a cut of the first', () => {
    const text = 'La giunta, Rossi in testa, ha votato il bilancio, dice il sindaco. Mancano i conti.'
    expect(summarise([text], { title: 'La giunta ha votato il bilancio' })).toBe('Mancano i conti.')
  })

  it('keeps the first sentence where a title that somebody wrote is only a word of it', () => {
    const text = 'We spent a week in Rome and walked twenty kilometres a day. The food was good.'
    expect(summarise([text], { title: 'Rome' })).toBe(text)
    expect(summarise([text], { title: 'Rome', titleIsInferred: true })).toBe('The food was good.')
  })

  it('tells the first sentence where it says more than the title and no other fits', () => {
    const first = 'La giunta ha votato il bilancio, dice il sindaco.'
    expect(summarise([first], { title: 'La giunta ha votato il bilancio' })).toBe(first)
    expect(summarise([first, sentence(300)], { title: 'La giunta ha votato il bilancio' })).toBe(first)
  })

  it('is empty where there is nothing to say but the title', () => {
    expect(summarise(['Nebbia in pianura.'], { title: 'Nebbia in pianura' })).toBe('')
    expect(summarise([])).toBe('')
  })

  it('cuts a sentence that alone is too long, with an ellipsis', () => {
    const summary = summarise([sentence(400)])
    expect(summary).toMatch(/^Parola .*Parola…$/)
    expect(summary.length).toBeGreaterThan(260)
    expect(summary.length).toBeLessThanOrEqual(280)
  })

  it('leaves out datelines and what introduces a list', () => {
    const date = { year: 2025, month: 12, day: 25 }
    const text = 'Alba, 25 dicembre 2025 – Nevica da ieri. Ecco le strade chiuse:'
    expect(summarise([text, 'Si sconsiglia di partire.'], { date })).toBe(
      'Nevica da ieri. Si sconsiglia di partire.',
    )
  })

  it('does not end within a quote', () => {
    const text = `Nevica. «È la prima volta. ${sentence(260)}» ha detto.`
    expect(summarise([text])).toBe('Nevica.')
  })

  it('joins Chinese sentences without a space', () => {
    expect(summarise(['下雪了。', '道路关闭。'], { language: 'zh' })).toBe('下雪了。道路关闭。')
  })

  it('gives one line of at most 280 characters for any text', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { maxLength: 3 }),
        anyLanguage,
        anyText,
        (paragraphs, language, title) => {
          const summary = summarise(paragraphs, { title, ...(language && { language }) })
          expect(summary.length).toBeLessThanOrEqual(280)
          expect(summary).not.toMatch(/\n/)
        },
      ),
    )
  })
})
