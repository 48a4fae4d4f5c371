import { z } from 'zod'
import { MOST_HUBS } from '../source/bounds.ts'
import { authorsSetting, webAddress } from './author-setting.ts'
import { FEED_KEYS } from './feed-keys.ts'
import { imageSetting } from './image-setting.ts'
import type { SettingTable } from './setting-row.ts'
import { parseSiteUrl } from './site-url.ts'
import { languageSetting, line } from './text-settings.ts'

/** The address of `npm start`, for a publication that does not know its own address yet. */
export const LOCAL_URL = 'http://127.0.0.1:8787'

const urlSetting = z
  .string({ error: 'expected the address of the site. Write it as url: https://example.org.' })
  .transform((text, context) => {
    const parsed = parseSiteUrl(text.trim())
    if ('url' in parsed) return parsed.url
    context.addIssue({ code: 'custom', message: parsed.message })
    return z.NEVER
  })

const timezoneSetting = line('expected a time zone. Write it as timezone: Europe/Rome.').refine(isTimezone, {
  error: ({ input }) => `There is no time zone "${input}". Write its name: Europe/Rome, UTC.`,
})

const hubsSetting = z.preprocess(
  (value) => (Array.isArray(value) ? value : [value]),
  z.array(webAddress).max(MOST_HUBS, { error: `expected at most ${MOST_HUBS} hubs. Keep one or two.` }),
)

/** The settings of `site.yaml`, in the order of the digest. A new setting goes last. */
export const SITE_KEYS = {
  url: {
    names: ['url'],
    schema: urlSetting,
    otherwise: `\`${LOCAL_URL}\`, with a warning`,
    told: true,
    type: 'address',
    is: 'The public address of the site. The ids of articles are made under its host.',
    example: 'url: https://example.org',
    change: 'A build stops: subscribers ask at the old address.',
  },
  title: {
    names: ['title'],
    schema: line('expected a text. Write it as title: The name of the site.'),
    default: 'Strillone',
    told: true,
    type: 'text',
    is: 'The name of the publication.',
    example: 'title: The Roof',
    change: 'A build stops: readers file the feed under its title.',
  },
  description: {
    names: ['description'],
    schema: line('expected a text. Write it as description: One sentence.'),
    default: '',
    told: true,
    type: 'text',
    is: 'One sentence about the publication.',
    example: 'description: News from above.',
  },
  language: {
    names: ['language'],
    schema: languageSetting,
    otherwise: 'the language of most articles',
    told: true,
    type: 'language code',
    is: 'The language of the publication.',
    example: 'language: pt-BR',
    change: 'A build stops: readers choose voices and translations by it.',
  },
  timezone: {
    names: ['timezone'],
    schema: timezoneSetting,
    default: 'UTC',
    told: true,
    type: 'name of a time zone',
    is: 'The time zone of dates that have none. A day without a time means noon there.',
    example: 'timezone: Europe/Rome',
  },
  authors: {
    names: ['authors', 'author'],
    shownAs: 'author',
    schema: authorsSetting,
    default: [],
    told: 'custom',
    type: 'author, or a list of authors',
    is: 'The author of each article that names none.',
    example: 'author: Anna Neri <anna@example.org>',
  },
  copyright: {
    names: ['copyright'],
    schema: line('expected a text. Write it as copyright: © 2026 Anna Neri.'),
    told: true,
    type: 'text',
    is: 'The rights in what is published.',
    example: 'copyright: © 2026 Anna Neri',
  },
  icon: {
    names: ['icon'],
    schema: imageSetting,
    told: 'custom',
    type: 'picture',
    is: 'A small square picture of the publication.',
    example: 'icon: icon.png',
  },
  image: {
    names: ['image'],
    schema: imageSetting,
    told: 'custom',
    type: 'picture',
    is: 'A wide picture of the publication.',
    example: 'image: { url: cover.jpg, alt: The roof }',
  },
  hubs: {
    names: ['hubs', 'hub'],
    shownAs: 'hub',
    schema: hubsSetting,
    default: [],
    told: true,
    type: 'address, or a list of addresses',
    is: 'A WebSub hub that tells readers of new articles at once. The feeds and `Link` name it.',
    example: 'hub: https://hub.example/',
  },
  feed: {
    names: ['feed'],
    schema: z.record(z.string(), z.unknown(), { error: 'expected a map. Write it as feed: { items: 30 }.' }),
    told: 'custom',
    type: 'map',
    is: 'How much a feed has.',
    example: 'feed: { items: 20, content: summary }',
    inner: FEED_KEYS,
  },
} satisfies SettingTable

/** Whether an IANA time zone has this name: `Europe/Rome`, `UTC`. */
export function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
