import { html } from 'hono/html'
import { describe, expect, it } from 'vitest'
import { instant } from '../../../src/model/instant.ts'
import { localeOf } from '../../../src/pages/locales/locale-of.ts'
import { LOCALES } from '../../../src/pages/locales/locales.ts'
import { publishedTime } from '../../../src/pages/parts/byline.ts'
import { markupText } from '../../../src/pages/parts/markup.ts'
import { aSite } from '../../support/an-article.ts'

/** What each language says in words of its own. */
const OWN_WORDS = ['home', 'latest', 'noArticles', 'subscribe', 'subscribeHow', 'notFound', 'gone'] as const

describe.each([...LOCALES])('the locale %s', (tag, locale) => {
  it('is the one that sites in that language have', () => expect(localeOf(tag)).toBe(locale))

  it('writes each month with its name', () => {
    const names = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' })
    for (let month = 1; month <= 12; month++)
      expect(locale.date(2025, month, 2)).toContain(names.format(Date.UTC(2025, month - 1, 2)))
  })

  it.each(OWN_WORDS)('has its own words for %s', (key) => {
    const others = [...LOCALES.values()].filter((other) => other !== locale)
    expect(locale[key]).not.toBe('')
    expect(others.map((other) => other[key])).not.toContain(locale[key])
  })
})

describe('localeOf', () => {
  it.each([
    ['it', 'Pagina iniziale'],
    ['it-CH', 'Pagina iniziale'],
    ['EN-gb', 'Home'],
    ['ja', 'Home'],
    ['constructor', 'Home'],
    ['', 'Home'],
  ])('speaks to a site in %j', (language, home) => {
    expect(localeOf(language).home).toBe(home)
  })

  it('writes dates as each language does', () => {
    expect(localeOf('it').date(2025, 12, 1)).toBe('1º dicembre 2025')
    expect(localeOf('it').date(2025, 8, 28)).toBe('28 agosto 2025')
    expect(localeOf('en').date(2025, 12, 1)).toBe('1 December 2025')
  })
})

describe('publishedTime', () => {
  const lastSecond = instant(Date.UTC(2025, 11, 31, 23, 30))

  it.each([
    ['UTC', '31 dicembre 2025'],
    ['Europe/Rome', '1º gennaio 2026'],
    ['America/New_York', '31 dicembre 2025'],
  ])('gives the date that it is in %s', (timezone, date) => {
    expect(String(publishedTime(lastSecond, aSite({ timezone })))).toBe(
      `<time datetime="2025-12-31T23:30:00.000Z">${date}</time>`,
    )
  })
})

describe('markupText', () => {
  it('gives a whole document', () => {
    expect(markupText(html` <p>${'<'}</p> `)).toBe('<!doctype html>\n<p>&lt;</p>\n')
  })

  it('throws for markup that waits', () => {
    expect(() => markupText(html`${Promise.resolve('x')}`)).toThrow(TypeError)
  })
})
