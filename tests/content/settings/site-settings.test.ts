import { describe, expect, it } from 'vitest'
import { parseSite } from '../../../src/content/settings/site-settings.ts'
import { aSeed } from '../../support/a-seed.ts'

const read = (yaml: string, url?: string) => parseSite(aSeed('site.yaml', yaml), { url })

describe('parseSite()', () => {
  it('reads every setting', () => {
    const { settings, problems } = read(`title: The Roof
description: News from above.
url: https://Example.org/news/
language: it
timezone: Europe/Rome
author: Anna Neri <anna@example.org>
hub: https://hub.example
copyright: © 2025 Anna Neri
icon: icon.png
image: { url: https://example.org/wide.jpg, alt: The roof }
feed:
  items: 20
  bytes: 100000
  content: summary
  deltas: no
  tombstones: 90
`)
    expect(problems).toEqual([])
    expect(settings).toEqual({
      title: 'The Roof',
      description: 'News from above.',
      url: 'https://example.org/news',
      authority: 'example.org',
      language: 'it',
      timezone: 'Europe/Rome',
      authors: [{ name: 'Anna Neri', email: 'anna@example.org' }],
      hubs: ['https://hub.example/'],
      copyright: '© 2025 Anna Neri',
      icon: { reference: 'icon.png' },
      image: { reference: 'https://example.org/wide.jpg', alt: 'The roof' },
      feed: { items: 20, bytes: 100_000, content: 'summary', deltas: false, tombstoneDays: 90 },
    })
  })

  it('fills every default in, and asks for an address', () => {
    expect(parseSite(undefined)).toMatchObject({
      settings: {
        title: 'Strillone',
        description: '',
        url: 'http://127.0.0.1:8787',
        authority: '127.0.0.1',
        timezone: 'UTC',
        authors: [],
        hubs: [],
        feed: { items: 30, bytes: 250_000, content: 'full', deltas: false, tombstoneDays: 30 },
      },
      problems: [
        {
          severity: 'warning',
          path: 'site.yaml',
          message:
            'The site has no address of its own: http://127.0.0.1:8787 is used. Write it as url: https://example.org.',
        },
      ],
    })
  })

  it('takes another address but keeps minting ids under its own', () => {
    const { settings } = read('url: https://example.org', 'http://localhost:8080/')
    expect(settings).toMatchObject({ url: 'http://localhost:8080', authority: 'example.org' })
  })

  it('mints ids under the other address where it has none', () => {
    expect(read('title: x', 'https://preview.example/').settings.authority).toBe('preview.example')
  })

  it.each([
    [
      'url: example.org',
      'Cannot use the address "example.org": it is not a whole web address. Write it as https://example.org or https://example.org/news.',
    ],
    [
      'url: ftp://example.org',
      'Cannot use the address "ftp://example.org": only http and https are published. Write it as https://example.org or https://example.org/news.',
    ],
    [
      'url: https://example.org/?a',
      'Cannot use the address "https://example.org/?a": it has a query or a fragment. Write it as https://example.org or https://example.org/news.',
    ],
    [
      'url: https://a:b@example.org',
      'Cannot use the address "https://a:b@example.org": it holds a user name, which everybody would see. Write it as https://example.org or https://example.org/news.',
    ],
    ['timezone: Roma', 'There is no time zone "Roma". Write its name: Europe/Rome, UTC.'],
    ['feed: 30', 'Cannot read "feed": found "30", expected a map. Write it as feed: { items: 30 }.'],
  ])('refuses %s', (yaml, message) => {
    expect(read(yaml, 'https://example.org').problems).toMatchObject([
      { severity: 'error', line: 1, message },
    ])
  })

  it('tells where mistakes in the length of feeds are', () => {
    const { problems, settings } = read('url: https://example.org\nfeed:\n  items: many\n  contents: full\n')
    expect(problems).toMatchObject([
      { severity: 'error', line: 3, column: 10 },
      {
        severity: 'warning',
        line: 4,
        column: 3,
        message: 'There is no setting "contents". Did you mean "content"?',
      },
    ])
    expect(settings.feed).toEqual({
      items: 30,
      bytes: 250_000,
      content: 'full',
      deltas: false,
      tombstoneDays: 30,
    })
  })

  it('tells the line of broken YAML', () => {
    expect(read('title: a\ntitle: b\n', 'https://example.org').problems[0]).toMatchObject({
      severity: 'error',
      line: 2,
    })
  })
})
