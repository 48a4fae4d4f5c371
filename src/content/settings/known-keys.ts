import { LAYOUT_NAMES } from '../withholding/layout-keys.ts'
import { WITHHOLDING_NAMES } from '../withholding/read-wishes.ts'
import { switchValue } from '../withholding/switch-value.ts'
import type { KnownNames } from './parse-settings.ts'

/** What front matter may tell of an article. */
export type ArticleSetting =
  | 'title'
  | 'published'
  | 'visible'
  | 'updated'
  | 'slug'
  | 'permalink'
  | 'id'
  | 'authors'
  | 'tags'
  | 'categories'
  | 'section'
  | 'language'
  | 'summary'
  | 'image'
  | 'imageAlt'
  | 'enclosures'
  | 'enclosureLength'
  | 'enclosureDuration'
  | 'translationKey'
  | 'draft'
  | 'expires'
  | 'feed'
  | 'canonical'

/**
 * The names of front matter: ours first, then those of the folders that people bring along. `lastmod`, `publishDate`,
 * `expiryDate` and `params` are Hugo's, `taxonomies` and `extra` Zola's, `last_modified_at` and `permalink` Jekyll's
 * and Eleventy's, `pubDate`, `updatedDate` and `heroImage` Astro's; `podcast_file`, `podcast_bytes` and `podcast_duration`
 * are those of Castanet, a podcast theme of Hugo's, `podcast_link` and `podcast_length` those of Jekyll's podcast feeds.
 */
export const ARTICLE_NAMES: KnownNames<ArticleSetting> = {
  names: {
    title: ['title', 'extra.title'],
    published: [
      ...['published', 'publishDate', 'publishdate', 'pubDate', 'pubDatetime', 'publishedAt', 'published_at'],
      ...['datePublished', 'date_published', 'date', 'created', 'extra.date'],
    ],
    visible: ['published'],
    updated: [
      ...['updated', 'lastmod', 'updatedDate', 'modDatetime', 'last_modified_at', 'lastModified', 'modified'],
      ...['updatedAt', 'updated_at', 'dateModified', 'date_modified', 'extra.updated'],
    ],
    slug: ['slug', 'extra.slug'],
    permalink: ['permalink', 'url', 'path'],
    id: ['id', 'guid', 'uuid'],
    authors: [
      'authors',
      'author',
      'extra.authors',
      'extra.author',
      'params.authors',
      'params.author',
      'taxonomies.authors',
    ],
    tags: ['tags', 'tag', 'taxonomies.tags', 'extra.tags', 'params.tags', 'keywords'],
    categories: ['categories', 'category', 'taxonomies.categories', 'extra.categories', 'params.categories'],
    section: ['section', 'extra.section', 'params.section'],
    language: ['language', 'lang', 'locale', 'extra.language', 'extra.lang', 'params.lang'],
    summary: [
      'summary',
      'description',
      'excerpt',
      'extra.summary',
      'extra.description',
      'params.summary',
      'params.description',
    ],
    image: [
      ...[
        'image',
        'images',
        'heroImage',
        'cover',
        'coverImage',
        'cover_image',
        'featured_image',
        'featuredImage',
      ],
      ...['feature_image', 'thumbnail', 'banner', 'ogImage', 'og_image', 'header.image', 'header.og_image'],
      ...['extra.image', 'extra.cover', 'params.image', 'params.images', 'params.cover'],
    ],
    imageAlt: [
      'imageAlt',
      'image_alt',
      'heroImageAlt',
      'coverAlt',
      'cover_alt',
      'extra.image_alt',
      'params.image_alt',
    ],
    enclosures: [
      ...['enclosures', 'enclosure', 'attachments', 'attachment', 'audio', 'audio_url', 'audioUrl'],
      ...['audio_file', 'audioFile', 'mp3', 'podcast_file', 'podcast_link', 'podcast_url'],
      ...['podcast.enclosure', 'podcast.audio', 'podcast.file', 'podcast.url', 'podcast.mp3'],
      ...['extra.enclosures', 'extra.enclosure', 'extra.audio', 'extra.podcast_file'],
      ...['params.enclosures', 'params.enclosure', 'params.audio', 'params.podcast_file'],
    ],
    enclosureLength: [
      ...['enclosureLength', 'podcast_bytes', 'podcast_length', 'audio_length', 'audio_file_length'],
      ...['podcast.length', 'podcast.bytes', 'podcast.size', 'length', 'filesize'],
      ...['extra.podcast_bytes', 'params.podcast_bytes'],
    ],
    enclosureDuration: [
      ...['enclosureDuration', 'duration', 'podcast_duration', 'audio_duration', 'itunes_duration'],
      ...['podcast.duration', 'extra.duration', 'extra.podcast_duration'],
      ...['params.duration', 'params.podcast_duration'],
    ],
    translationKey: [
      ...['translationKey', 'translationkey', 'translation_key'],
      ...['params.translationKey', 'params.translationkey', 'extra.translationKey'],
    ],
    draft: ['draft', 'isDraft', 'extra.draft'],
    expires: ['expires', 'expiryDate', 'expirydate', 'unpublishDate', 'extra.expires'],
    feed: ['feed', 'extra.feed'],
    canonical: [
      'canonical',
      'canonical_url',
      'canonicalUrl',
      'canonicalURL',
      'extra.canonical',
      'params.canonical',
    ],
  },
  ignored: new Set([...LAYOUT_NAMES, ...WITHHOLDING_NAMES]),
  // Jekyll and dev.to say `published: false` where others say `draft: true`.
  isOther: (setting, value) =>
    (setting === 'published' && switchValue(value) !== undefined) ||
    (setting === 'visible' && typeof value !== 'boolean'),
}

/** The same for settings whose keys are in lower case, whatever their writer's. */
export const CASELESS_ARTICLE_NAMES: KnownNames<ArticleSetting> = {
  ...ARTICLE_NAMES,
  names: mapNames(ARTICLE_NAMES.names, (name) => name.toLowerCase()),
}

const KNOWN: ReadonlySet<string> = new Set(
  Object.values(CASELESS_ARTICLE_NAMES.names).flatMap((names) =>
    names.map((name) => name.split('.').at(-1) ?? name),
  ),
)

/** Whether a key, in lower case, says something of an article that we read. */
export function isArticleKey(name: string): boolean {
  return KNOWN.has(name)
}

function mapNames<Setting extends string>(
  names: KnownNames<Setting>['names'],
  change: (name: string) => string,
): KnownNames<Setting>['names'] {
  const changed: Partial<Record<Setting, readonly string[]>> = {}
  for (const setting of keysOf(names)) changed[setting] = [...new Set(names[setting].map(change))]
  return { ...names, ...changed }
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  const keys: Key[] = []
  for (const key in record) keys.push(key)
  return keys
}
