import { z } from 'zod'
import type { Problem } from '../../model/problem.ts'
import type { Seed } from '../../model/seed.ts'
import type { FeedSettings, Site } from '../../model/site.ts'
import { MOST_HUBS } from '../bounds.ts'
import { decodeText } from '../decode-text.ts'
import { CONFLICT, findConflict } from '../find-conflict.ts'
import type { Position } from '../position.ts'
import { SITE_PATH } from '../seed-kind.ts'
import { MOST_SITE_BYTES } from '../seed-size.ts'
import { tellTooLarge } from '../tell-too-large.ts'
import { languageSetting, line, onOrOff } from './article-settings.ts'
import { authorsSetting, webAddress } from './author-setting.ts'
import { foldKeys } from './fold-keys.ts'
import { imageSetting, type PictureReference } from './image-setting.ts'
import { type KnownNames, parseSettings } from './parse-settings.ts'
import { isSettingsMap, NO_SETTINGS, type SettingsSource } from './settings-source.ts'
import { parseSiteUrl } from './site-url.ts'
import { parseYamlSettings } from './yaml-settings.ts'

/** What `site.yaml` says, with every default but the language's, which the articles decide. */
export type SiteSettings = Omit<Site, 'language' | 'icon' | 'image'> & {
  readonly language?: string
  /** As they are written: what they lead to is not known before the pictures are. */
  readonly icon?: PictureReference
  readonly image?: PictureReference
}

/** The outcome of reading `site.yaml`. */
export interface ParsedSite {
  readonly settings: SiteSettings
  /** The site's own address, where another one is used for a while. */
  readonly ownUrl: string
  /** Where a setting is written. */
  readonly locate: (setting: string) => Position | undefined
  readonly problems: readonly Problem[]
}

/** Where `npm start` serves, for a publication that does not yet know its own address. */
const LOCAL_URL = 'http://127.0.0.1:8787'

/** JSON Feed readers fetch 250 kB easily, 1 MB not. Who has not asked for a month will hardly ask again. */
const FEED_DEFAULTS: FeedSettings = {
  items: 30,
  bytes: 250_000,
  content: 'full',
  deltas: false,
  tombstoneDays: 30,
}

const siteSchema = z.object({
  title: line('expected a text. Write it as title: The name of the site.').optional(),
  description: line('expected a text. Write it as description: One sentence.').optional(),
  url: z
    .string({ error: 'expected the address of the site. Write it as url: https://example.org.' })
    .transform((text, context) => {
      const parsed = parseSiteUrl(text.trim())
      if ('url' in parsed) return parsed.url
      context.addIssue({ code: 'custom', message: parsed.message })
      return z.NEVER
    })
    .optional(),
  language: languageSetting.optional(),
  timezone: line('expected a time zone. Write it as timezone: Europe/Rome.')
    .refine(isTimezone, {
      error: ({ input }) => `There is no time zone "${input}". Write its name: Europe/Rome, UTC.`,
    })
    .optional(),
  authors: authorsSetting.optional(),
  copyright: line('expected a text. Write it as copyright: © 2026 Anna Neri.').optional(),
  hubs: z
    .preprocess(
      (value) => (Array.isArray(value) ? value : [value]),
      z.array(webAddress).max(MOST_HUBS, { error: `expected at most ${MOST_HUBS} hubs. Keep one or two.` }),
    )
    .optional(),
  icon: imageSetting.optional(),
  image: imageSetting.optional(),
  feed: z
    .record(z.string(), z.unknown(), {
      error: 'expected a map. Write it as feed: { items: 30 }.',
    })
    .optional(),
})

const SITE_NAMES: KnownNames<keyof typeof siteSchema.shape> = {
  names: {
    title: ['title'],
    description: ['description'],
    url: ['url'],
    language: ['language'],
    timezone: ['timezone'],
    authors: ['authors', 'author'],
    copyright: ['copyright'],
    hubs: ['hubs', 'hub'],
    icon: ['icon'],
    image: ['image'],
    feed: ['feed'],
  },
}

const feedSchema = z.object({
  items: wholeNumber(1, 1000).optional(),
  bytes: wholeNumber(10_000, 10_000_000).optional(),
  content: z
    .enum(['full', 'summary'], { error: 'expected full or summary. Write it as content: full.' })
    .optional(),
  deltas: onOrOff('expected true or false. Write it as deltas: true.').optional(),
  tombstones: wholeNumber(0, 3650).optional(),
})

const FEED_NAMES: KnownNames<keyof typeof feedSchema.shape> = {
  names: {
    items: ['items'],
    bytes: ['bytes'],
    content: ['content'],
    deltas: ['deltas'],
    tombstones: ['tombstones'],
  },
}

/** Reads `site.yaml`, if there is one. `url`, where it is given, is used instead of the one in it. */
export function parseSite(
  seed: Seed | undefined,
  { url }: { readonly url?: string | undefined } = {},
): ParsedSite {
  const { source: written, problems, isReadable } = readSource(seed)
  const { source, problems: doubles } = foldKeys(written)
  for (const { position, ...problem } of doubles) problems.push({ path: SITE_PATH, ...position, ...problem })
  const site = parseSettings(source, siteSchema, SITE_NAMES, SITE_PATH)
  const feed = parseSettings(mapWithin(source, 'feed'), feedSchema, FEED_NAMES, SITE_PATH)
  for (const problem of [...site.problems, ...feed.problems]) problems.push(problem)

  const override = url === undefined ? undefined : parseSiteUrl(url)
  if (override && 'message' in override) {
    problems.push({ severity: 'error', path: SITE_PATH, message: override.message })
  }
  const own = site.values.url
  const given = override && 'url' in override ? override.url : undefined
  if (source.data['url'] === undefined && url === undefined && isReadable) {
    const message = `The site has no address of its own: ${LOCAL_URL} is used. Write it as url: https://example.org.`
    problems.push({ severity: 'warning', path: SITE_PATH, message })
  }
  const { title = 'Strillone', description = '', timezone = 'UTC', authors = [], hubs = [] } = site.values
  const { language, copyright, icon, image } = site.values
  const settings: SiteSettings = {
    title,
    description,
    url: given ?? own ?? LOCAL_URL,
    // Ids must stay the same when the site is shown under another address for a while.
    authority: new URL(own ?? given ?? LOCAL_URL).hostname.replaceAll(/[^a-z\d.-]/g, ''),
    timezone,
    authors,
    hubs,
    ...(language !== undefined && { language }),
    ...(copyright !== undefined && { copyright }),
    ...(icon && { icon }),
    ...(image && { image }),
    feed: {
      items: feed.values.items ?? FEED_DEFAULTS.items,
      bytes: feed.values.bytes ?? FEED_DEFAULTS.bytes,
      content: feed.values.content ?? FEED_DEFAULTS.content,
      deltas: feed.values.deltas ?? FEED_DEFAULTS.deltas,
      tombstoneDays: feed.values.tombstones ?? FEED_DEFAULTS.tombstoneDays,
    },
  }
  return { settings, ownUrl: own ?? LOCAL_URL, locate: site.locate, problems }
}

function readSource(seed: Seed | undefined): {
  source: SettingsSource
  problems: Problem[]
  isReadable: boolean
} {
  if (seed === undefined) return { source: NO_SETTINGS, problems: [], isReadable: true }
  const tooLarge = tellTooLarge(
    seed,
    MOST_SITE_BYTES,
    'Keep the settings, and put what is text into an article.',
  )
  if (tooLarge) return { source: NO_SETTINGS, problems: [tooLarge], isReadable: false }
  const { text, problems } = decodeText(seed)
  const conflict = findConflict(text)
  if (conflict !== undefined) {
    const problem: Problem = { severity: 'error', path: SITE_PATH, ...conflict, message: CONFLICT }
    return { source: NO_SETTINGS, problems: [...problems, problem], isReadable: false }
  }
  const parsed = parseYamlSettings(text, 1)
  const syntax = parsed.problems.map(({ severity, message, position }) => ({
    severity,
    path: SITE_PATH,
    ...position,
    message,
  }))
  const isReadable = parsed.settings !== undefined
  return { source: parsed.settings ?? NO_SETTINGS, problems: [...problems, ...syntax], isReadable }
}

/** The settings in a map that is itself a setting. */
function mapWithin(source: SettingsSource, name: string): SettingsSource {
  const data = source.data[name]
  return {
    data: isSettingsMap(data) ? data : {},
    locate: (keys, part) => source.locate([name, ...keys], part),
  }
}

function wholeNumber(least: number, most: number) {
  const error = `expected a whole number from ${least} to ${most}. Write it as ${least}.`
  return z
    .string({ error })
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((value) => value >= least && value <= most, {
      error: `Expected a whole number from ${least} to ${most}. Write such a number.`,
    })
}

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
