import { z } from 'zod'
import { momentSetting } from './moment-setting.ts'
import type { SettingTable } from './setting-row.ts'
import { line } from './text-settings.ts'

/** `permalink: false` and the templates of Eleventy are not addresses. */
const permalink = z
  .unknown()
  .transform((value) => (typeof value === 'string' && !/[{}:]/.test(value) ? value : undefined))

/** The keys that identify an article: title, dates, address and id. */
export const IDENTITY_KEYS = {
  title: {
    names: ['title', 'extra.title'],
    schema: line('expected a text. Write it as title: My first article.'),
    told: true,
    type: 'text',
    is: 'The title. An empty one makes a note, which has none.',
    example: 'title: My first article',
    otherwise: 'the first `<h1>`; for raw text the first sentence; or the name of the file, if it says one',
  },
  published: {
    names: [
      'published',
      'publishDate',
      'publishdate',
      'pubDate',
      'pubDatetime',
      'publishedAt',
      'published_at',
      'datePublished',
      'date_published',
      'date',
      'created',
      'extra.date',
    ],
    shownAs: 'date',
    schema: momentSetting,
    told: false,
    type: 'date',
    is: 'When the article was published. A day alone means noon in the time zone of the site. A date to come schedules the article.',
    example: 'date: 2026-02-28T10:00:00+01:00',
    otherwise: 'the date in the name of the file, or at the beginning of a raw text',
    change: 'The article gets the new date. Readers do not see it again. A date to come stops the build.',
  },
  visible: {
    names: ['published'],
    shownAs: 'published: false',
    schema: z.boolean(),
    told: false,
    type: '`false`',
    is: 'The article is a draft, as with `draft: true`.',
    example: 'published: false',
    otherwise: 'published',
    change: 'Published before, the article is withdrawn.',
  },
  updated: {
    names: [
      'updated',
      'lastmod',
      'updatedDate',
      'modDatetime',
      'last_modified_at',
      'lastModified',
      'modified',
      'updatedAt',
      'updated_at',
      'dateModified',
      'date_modified',
      'extra.updated',
    ],
    schema: momentSetting,
    told: false,
    type: 'date',
    is: 'When the article last changed.',
    example: 'updated: 2026-03-01',
    otherwise: 'the moment of the build at which its words changed',
    change: 'The article gets the new date of change.',
  },
  slug: {
    names: ['slug', 'extra.slug'],
    schema: line('expected a name for the address. Write it as my-first-article.'),
    told: false,
    type: 'text',
    is: 'The name of the article in addresses.',
    example: 'slug: my-first-article',
    otherwise: 'made from its first title',
    change: 'The old address leads to the new one.',
  },
  permalink: {
    names: ['permalink', 'url', 'path'],
    schema: permalink,
    told: false,
    type: 'path',
    is: 'Its last part is the slug, where no `slug` is written.',
    example: 'permalink: /2026/my-first-article/',
    otherwise: 'the `slug`',
    change: 'The old address leads to the new one.',
  },
  id: {
    names: ['id', 'guid', 'uuid'],
    schema: line('expected a text that no other article has.'),
    told: false,
    type: 'text',
    is: 'What readers know the article by. It is kept as it is; Atom gets a URI made from it.',
    example: 'id: https://old.example.org/?p=77',
    otherwise: 'made from the address of the site and the first slug',
    change: 'A build stops: readers would see the article again.',
  },
} satisfies SettingTable
