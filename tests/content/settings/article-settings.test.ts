import { describe, expect, it } from 'vitest'
import { frontMatterKeys } from '../../../src/content/settings/article-settings.ts'
import { foldKeys } from '../../../src/content/settings/fold-keys.ts'
import { parseFrontMatter } from '../../../src/content/settings/front-matter.ts'
import { parseSettings } from '../../../src/content/settings/parse-settings.ts'
import { NO_SETTINGS } from '../../../src/content/settings/settings-source.ts'

const { schema, caselessNames } = frontMatterKeys('Europe/Rome')

function read(text: string) {
  const { settings = NO_SETTINGS } = parseFrontMatter(text, 'a.md')
  return parseSettings(foldKeys(settings).source, schema, caselessNames, 'a.md')
}

const yaml = (...lines: string[]) => read(`---\n${lines.join('\n')}\n---\n`)
const at = (iso: string) => Date.parse(iso)

describe('frontMatterKeys()', () => {
  it.each([
    {
      tool: 'Hugo',
      text: `+++
title = 'Bees on the roof'
date = 2025-01-02T10:00:00+01:00
lastmod = 2025-02-03
expiryDate = 2030-01-01
draft = false
weight = 10
categories = ['city']
tags = ['bees']
aliases = ['/old/']
[params]
  author = 'Anna Neri'
  mood = 'calm'
+++`,
      values: {
        title: 'Bees on the roof',
        published: at('2025-01-02T09:00:00Z'),
        updated: at('2025-02-03T11:00:00Z'),
        expires: at('2030-01-01T11:00:00Z'),
        draft: false,
        categories: ['city'],
        tags: ['bees'],
        authors: [{ name: 'Anna Neri' }],
      },
    },
    {
      tool: 'Zola',
      text: `+++
title = "Bees on the roof"
description = "Honey from above."
date = 2025-01-02
updated = 2025-02-03
template = "page.html"
[taxonomies]
tags = ["bees", "city"]
categories = ["nature"]
[extra]
author = "Anna Neri"
lang = "it"
hue = 12
+++`,
      values: {
        title: 'Bees on the roof',
        summary: 'Honey from above.',
        published: at('2025-01-02T11:00:00Z'),
        updated: at('2025-02-03T11:00:00Z'),
        tags: ['bees', 'city'],
        categories: ['nature'],
        authors: [{ name: 'Anna Neri' }],
        language: 'it',
      },
    },
    {
      tool: 'Jekyll',
      text: `---
layout: post
title:  "Bees on the roof"
date:   2025-01-02 10:00:00 +0100
last_modified_at: 2025-02-03
categories: nature city
tags: [bees]
lang: it_IT
published: true
permalink: /2025/bees.html
excerpt_separator: <!--more-->
image:
  path: /img/bees.jpg
  alt: A hive
---`,
      values: {
        title: 'Bees on the roof',
        published: at('2025-01-02T09:00:00Z'),
        updated: at('2025-02-03T11:00:00Z'),
        categories: ['nature city'],
        tags: ['bees'],
        language: 'it-IT',
        visible: true,
        permalink: '/2025/bees.html',
        image: { reference: '/img/bees.jpg', alt: 'A hive' },
      },
    },
    {
      tool: 'Hexo',
      text: `---
title: Bees on the roof
date: 2025-01-02
categories:
- [nature, city]
- [honey]
---`,
      values: {
        title: 'Bees on the roof',
        published: at('2025-01-02T11:00:00Z'),
        categories: ['nature', 'city', 'honey'],
      },
    },
    ...[
      'images: []',
      'cover:\n  image: ""\n  alt:\n  hidden: false',
      'image:\n  caption: A hive\n  focal_point: ""\n  preview_only: false',
    ].map((line) => ({
      tool: `a theme that says of pictures only ${JSON.stringify(line)}`,
      text: `---\ntitle: Bees\ndate: 2025-01-02\n${line}\n---`,
      values: { title: 'Bees', published: at('2025-01-02T11:00:00Z') },
    })),
    {
      tool: 'Eleventy',
      text: `---
title: Bees on the roof
description: Honey from above.
date: 2025-01-02
tags: bees
permalink: "blog/{{ title | slugify }}/"
eleventyExcludeFromCollections: true
eleventyNavigation: { key: bees }
---`,
      values: {
        title: 'Bees on the roof',
        summary: 'Honey from above.',
        published: at('2025-01-02T11:00:00Z'),
        tags: ['bees'],
        permalink: undefined,
      },
    },
    {
      tool: 'Astro',
      text: `---
title: 'Bees on the roof'
description: 'Honey from above.'
pubDate: 'Jul 08 2022'
updatedDate: 'Jul 10 2022'
heroImage: '../../assets/bees.jpg'
---`,
      values: {
        title: 'Bees on the roof',
        summary: 'Honey from above.',
        published: at('2022-07-08T10:00:00Z'),
        updated: at('2022-07-10T10:00:00Z'),
        image: { reference: '../../assets/bees.jpg' },
      },
    },
  ])('reads front matter of $tool', ({ text, values }) => {
    const settings = read(text)
    expect(settings.problems).toEqual([])
    expect(settings.values).toEqual(values)
  })

  it.each([
    ['Anna Neri', [{ name: 'Anna Neri' }]],
    ['Anna Neri <anna@example.org>', [{ name: 'Anna Neri', email: 'anna@example.org' }]],
    ['Anna Neri <https://example.org/>', [{ name: 'Anna Neri', url: 'https://example.org/' }]],
    ['[Anna Neri, Ugo Verdi]', [{ name: 'Anna Neri' }, { name: 'Ugo Verdi' }]],
    ['{ name: Anna Neri, url: https://example.org }', [{ name: 'Anna Neri', url: 'https://example.org/' }]],
    [
      '[{ name: Anna Neri, email: anna@example.org, role: editor }]',
      [{ name: 'Anna Neri', email: 'anna@example.org' }],
    ],
  ])('reads the author %s', (written, authors) => {
    expect(yaml(`author: ${written}`)).toMatchObject({ values: { authors }, problems: [] })
  })

  it.each([
    {
      tool: 'Castanet, a theme of Hugo',
      text: '+++\ntitle = "Bees"\npodcast_file = "ep1.mp3"\npodcast_bytes = 13654375\npodcast_duration = "14:02"\n+++',
      values: {
        enclosures: [{ reference: 'ep1.mp3' }],
        enclosureLength: '13654375',
        enclosureDuration: '14:02',
      },
    },
    {
      tool: 'Zola, in tables',
      text: '+++\ntitle = "Bees"\n[extra]\n[[extra.enclosures]]\nurl = "ep1.mp3"\nlength = 12\n[[extra.enclosures]]\nurl = "ep2.mp3"\n+++',
      values: { enclosures: [{ reference: 'ep1.mp3', length: 12 }, { reference: 'ep2.mp3' }] },
    },
    {
      tool: 'JSON Feed',
      text: '---\ntitle: Bees\nattachments: { url: ep1.mp3, mime_type: audio/mpeg, size_in_bytes: 12, duration_in_seconds: 842, title: One }\n---',
      values: {
        enclosures: [{ reference: 'ep1.mp3', type: 'audio/mpeg', length: 12, title: 'One', seconds: 842 }],
      },
    },
  ])('reads what $tool says of a podcast', ({ text, values }) => {
    const settings = read(text)
    expect(settings.problems).toEqual([])
    expect(settings.values).toEqual({ title: 'Bees', ...values })
  })

  it('takes numbers and truth values for text where text is expected', () => {
    expect(yaml('title: 2025', 'tags: [1.10, true]', 'section: 007').values).toEqual({
      title: '2025',
      tags: ['1.10', 'true'],
      section: '007',
    })
  })

  it('parts tags at commas', () => {
    expect(yaml('tags: bees, city').values.tags).toEqual(['bees', 'city'])
  })

  it.each([
    ['yes', true],
    ['"true"', true],
    ['off', false],
  ])('reads draft: %s', (written, draft) => {
    expect(yaml(`draft: ${written}`).values.draft).toBe(draft)
  })

  it('takes an empty setting for one that is not set', () => {
    expect(yaml('title:', 'date: ~', 'summary: ""', 'tags: null')).toMatchObject({ values: {}, problems: [] })
  })

  it('cleans text of what feeds cannot carry', () => {
    expect(yaml('title: "Be\\u0000es \\n on  the\\uD800 roof"').values.title).toBe('Bees on the roof')
  })

  it.each([
    ['tilte', 'title'],
    ['auhtor', 'author'],
    ['data', 'date'],
    ['langauge', 'language'],
    ['sumary', 'summary'],
  ])('guesses what %s was meant to be', (written, meant) => {
    expect(yaml(`${written}: x`).problems).toEqual([
      {
        severity: 'warning',
        path: 'a.md',
        line: 2,
        column: 1,
        message: `There is no key "${written}". Did you mean "${meant}"?`,
      },
    ])
  })

  it('guesses nothing for a name like no other', () => {
    expect(yaml('zodiac: lion').problems[0]?.message).toBe('There is no key "zodiac". It is passed over.')
  })

  it.each([
    ['date: 31 febbraio', 7, 'Cannot read the date "31 febbraio": no such day. Write it as 2026-02-28.'],
    [
      'date: [a]',
      7,
      'Cannot read "date": found a list, expected a date. Write it as 2026-02-28 or 2026-02-28T10:00:00+01:00.',
    ],
    [
      'title: [a]',
      8,
      'Cannot read "title": found a list, expected a text. Write it as title: My first article.',
    ],
    [
      'tags: { a: b }',
      7,
      'Cannot read "tags": found a map, expected a list of tags. Write it as [politics, sport].',
    ],
    [
      'tags: [a, { b: c }]',
      11,
      'Cannot read "tags[1]": found a map, expected a tag. Write the tags as [politics, sport].',
    ],
    [
      'draft: maybe',
      8,
      'Cannot read "draft": found "maybe", expected true or false. Write it as draft: true.',
    ],
    ['language: 12 monkeys', 11, 'There is no language "12 monkeys". Write its code: it, en, pt-BR.'],
    ['language: italian', 11, 'There is no language "italian". Write its code: it, en, pt-BR.'],
    [
      'author: { email: q }',
      9,
      'Cannot read "author": found a map, expected an author. Write it as "Anna Neri", "Anna Neri <anna@example.org>" or { name: Anna Neri, email: anna@example.org, url: https://example.org }.',
    ],
    [
      'author: { name: Web, url: example.org }',
      27,
      'Cannot read the address "example.org". Write it whole: https://example.org/page.',
    ],
    [
      'authors: [Ann, { name: Web, email: web }]',
      36,
      'Cannot read the mail address "web". Write it as anna@example.org.',
    ],
    ['canonical: /x', 12, 'Cannot read the address "/x". Write it whole: https://example.org/page.'],
  ])('tells what is wrong with %s', (written, column, message) => {
    expect(yaml(written).problems).toEqual([{ severity: 'error', path: 'a.md', line: 2, column, message }])
  })

  it('takes what holds only illegal characters for not set', () => {
    const { values, problems } = yaml('title: "\\0"', 'id: "\\u0001 "')
    expect({ values, problems }).toEqual({ values: {}, problems: [] })
  })

  it('finds every mistake and keeps what is right', () => {
    const { values, problems } = yaml('title: Bees', 'date: domani', 'draft: maybe', 'author: [{}]')
    expect(values).toEqual({ title: 'Bees' })
    expect(problems.map(({ line }) => line).sort()).toEqual([3, 4, 5])
  })
})
