import { describe, expect, it } from 'vitest'
import { chooseRepresentation } from '../../src/edge/choose-representation.ts'
import { MEDIA_TYPES } from '../../src/model/media-types.ts'
import type { Content } from '../../src/model/resource.ts'
import { READERS } from '../../src/node/doctor/readers.ts'
import { aRepresentation } from '../support/a-resource.ts'

function content(forms: Readonly<Record<string, string>>): Content {
  const representations = Object.entries(forms).map(([form, type]) => aRepresentation({ form, type }))
  return { kind: 'content', representations }
}

const FEED = content({
  rss: MEDIA_TYPES.rss,
  atom: MEDIA_TYPES.atom,
  json: MEDIA_TYPES.jsonFeed,
  html: MEDIA_TYPES.html,
})
const ARTICLE = content({ html: MEDIA_TYPES.html, json: MEDIA_TYPES.json, md: MEDIA_TYPES.markdown })
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8'

/** What browsers send when a person goes to an address. */
const NAVIGATIONS = [
  [
    'Chrome and Edge',
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7',
  ],
  ['Firefox', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'],
  [
    'Firefox before 132',
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/png,image/svg+xml,*/*;q=0.8',
  ],
  ['Safari', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'],
  ['Internet Explorer', 'text/html, application/xhtml+xml, */*'],
  ['lynx', 'text/html, text/plain, text/sgml, text/css, application/xhtml+xml, */*;q=0.01'],
] as const

/** What browsers send for what a page loads. */
const SUBRESOURCES = [
  ['fetch() and scripts', '*/*'],
  ['a picture in Chrome', 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8'],
  ['a picture in Firefox', 'image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5'],
  [
    'a picture in Safari',
    'image/webp,image/avif,image/jxl,image/heic,image/heic-sequence,video/*;q=0.8,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5',
  ],
  ['a style sheet', 'text/css,*/*;q=0.1'],
] as const

describe('chooseRepresentation for browsers', () => {
  it.each(NAVIGATIONS)('gives a page to a person with %s', (_name, accept) => {
    for (const content of [FEED, ARTICLE]) {
      expect(chooseRepresentation(content, '', accept)?.representation.form).toBe('html')
    }
  })

  it.each(SUBRESOURCES)('gives the first form to %s', (_name, accept) => {
    expect(chooseRepresentation(FEED, '', accept)?.representation.form).toBe('rss')
    expect(chooseRepresentation(ARTICLE, '', accept)?.representation.form).toBe('html')
  })
})

/** What readers, libraries and scripts send for a feed. Where they want RSS as much as another format, they have RSS. */
const READER_HEADERS = [
  ...READERS.flatMap(({ name, accept }) => (accept === undefined ? [] : [[name, accept, 'rss'] as const])),
  [
    'NewsBlur',
    'application/atom+xml, application/rss+xml, application/xml;q=0.8, text/xml;q=0.6, */*;q=0.2',
    'rss',
  ],
  [
    'Feedbin and rss-parser',
    'application/rss+xml, application/rdf+xml;q=0.8, application/atom+xml;q=0.6, application/xml;q=0.4, text/xml;q=0.4',
    'rss',
  ],
  ['a script', 'application/atom+xml,application/rss+xml,application/xml,text/xml,*/*', 'rss'],
  ['a script', 'application/xml, text/xml, application/atom+xml, */*;q=0.8', 'rss'],
  [
    'a program that reads JSON Feed, too',
    'application/feed+json, application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.1',
    'rss',
  ],
  [
    'a program that reads JSON Feed, too',
    'application/json, application/feed+json, application/rss+xml, application/atom+xml, text/html;q=0.8',
    'rss',
  ],
  ['a program that reads JSON Feed or Atom', 'application/feed+json, application/atom+xml, */*', 'rss'],
  ['a program that reads no RSS', 'application/feed+json, application/atom+xml', 'atom'],
  ['a program that reads only JSON Feed', 'application/feed+json, application/json;q=0.9', 'json'],
  ['a program that wants Atom more', 'application/atom+xml, application/rss+xml;q=0.9, */*;q=0.1', 'atom'],
  ['Mastodon', 'application/activity+json, application/ld+json', 'rss'],
] as const

describe('chooseRepresentation for readers', () => {
  it.each(READER_HEADERS)('gives %s, which sends %s, the feed as %s', (_name, accept, form) => {
    expect(chooseRepresentation(FEED, '', accept)?.representation.form).toBe(form)
  })

  it('gives the first feed format of equal weight in any order of any of them', () => {
    const names = ['application/rss+xml', 'application/atom+xml', 'application/feed+json']
    const forms = ['rss', 'atom', 'json']
    for (const order of ordersOf(names)) {
      const first = Math.min(...order.map((name) => names.indexOf(name)))
      expect(chooseRepresentation(FEED, '', order.join(', '))?.representation.form).toBe(forms[first])
    }
  })

  it.each([
    'application/json',
    'application/feed+json',
    'text/json',
    'text/x-json',
    'application/x-json',
    'application/json, text/plain, */*',
    'text/json, */*',
  ])('gives JSON to who asks for %s', (accept) => {
    expect(chooseRepresentation(FEED, '', accept)?.representation.form).toBe('json')
    expect(chooseRepresentation(ARTICLE, '', accept)?.representation.form).toBe('json')
  })
})

/** Each order of each of some names, at least one. */
function ordersOf(names: readonly string[]): string[][] {
  return names.flatMap((name) => {
    const rest = ordersOf(names.filter((other) => other !== name))
    return [[name], ...rest.map((order) => [name, ...order])]
  })
}

describe('chooseRepresentation', () => {
  it.each([
    ['no header', undefined, 'rss'],
    ['anything', '*/*', 'rss'],
    ['a browser', BROWSER, 'html'],
    ['Atom', 'application/atom+xml', 'atom'],
    ['Atom rather than RSS', 'application/rss+xml;q=0.8, application/atom+xml', 'atom'],
    ['JSON Feed', 'application/feed+json, application/json;q=0.9, */*;q=0.1', 'json'],
    ['any JSON', 'application/json', 'json'],
    ['any XML', 'application/xml', 'rss'],
    [
      'the headers of SimplePie',
      'application/atom+xml, application/rss+xml, application/xml;q=0.8, text/html;q=0.7, */*;q=0.1',
      'rss',
    ],
    ['what axios sends', 'application/json, text/plain, */*', 'json'],
    ['JSON Feed or anything', 'application/feed+json, */*', 'json'],
    ['anything, Atom named last', '*/*, application/atom+xml', 'rss'],
    ['anything, the page named last', '*/*, text/html', 'html'],
    ['a picture of a browser', 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8', 'rss'],
    ['a style sheet of a browser', 'text/css,*/*;q=0.1', 'rss'],
    ['what there is not', 'image/png', 'rss'],
    ['nothing at all', '*/*;q=0', 'rss'],
    ['anything but RSS', 'application/rss+xml;q=0, */*', 'atom'],
    ['text rather than anything', 'text/*, */*;q=0.5', 'html'],
  ])('answers who accepts %s for the bare stem of a feed', (_name, accept, form) => {
    expect(chooseRepresentation(FEED, '', accept)?.representation.form).toBe(form)
  })

  it.each([
    [undefined, 'html'],
    [BROWSER, 'html'],
    ['text/markdown', 'md'],
    ['text/x-markdown', 'md'],
    ['application/activity+json, application/ld+json', 'html'],
    ['application/atom+xml, application/json', 'json'],
    ['text/markdown, text/html;q=0.9', 'md'],
    ['application/json', 'json'],
    ['text/markdown, text/html, */*', 'md'],
    ['text/markdown, */*', 'md'],
    ['application/json, text/plain, */*', 'json'],
    ['text/html, text/markdown, */*', 'html'],
    ['*/*', 'html'],
    ['text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8', 'html'],
    [
      'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/png,*/*;q=0.8',
      'html',
    ],
  ])('answers %j for the bare stem of an article', (accept, form) => {
    expect(chooseRepresentation(ARTICLE, '', accept)?.representation.form).toBe(form)
  })

  it('gives the form of the extension whatever is accepted', () => {
    const choice = chooseRepresentation(FEED, 'atom', 'text/html')
    expect(choice?.representation.form).toBe('atom')
    expect(choice?.negotiated).toBe(false)
  })

  it('knows no form that is not there, nor an extension for what the bare stem shows', () => {
    expect(chooseRepresentation(FEED, 'zip', undefined)).toBeUndefined()
    expect(chooseRepresentation(ARTICLE, 'html', undefined)).toBeUndefined()
  })

  it('shows nothing for the bare stem of what is no page', () => {
    expect(chooseRepresentation(content({ css: MEDIA_TYPES.css }), '', '*/*')).toBeUndefined()
  })

  it('is negotiated only where there is a choice', () => {
    expect(chooseRepresentation(FEED, '', undefined)?.negotiated).toBe(true)
    expect(chooseRepresentation(content({ html: MEDIA_TYPES.html }), '', undefined)?.negotiated).toBe(false)
  })
})
