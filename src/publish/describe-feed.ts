import { ADDRESSES, stemUrl, termStem } from '../model/addresses.ts'
import type { ArticleFacts } from '../model/article.ts'
import type { ArchiveLinks, FeedDescription, FeedFormatFacts, FeedUrls } from '../model/feed-description.ts'
import { type FeedFormat, formatFacts } from '../model/feed-format.ts'
import { instant, laterOf } from '../model/instant.ts'
import type { Stem } from '../model/resource.ts'
import type { Site } from '../model/site.ts'
import type { FeedSubject } from '../pages/feed-subject.ts'
import { languageName } from '../pages/locales/language-name.ts'
import { localeOf } from '../pages/locales/locale-of.ts'

/** A site, and the formats of its feeds. */
export interface FeedSite {
  readonly site: Site
  readonly formats: readonly FeedFormat[]
}

/** The part of a feed's description that depends on its contents. */
export interface FeedContents {
  readonly articles?: readonly ArticleFacts[]
  readonly tombstones?: FeedDescription['tombstones']
  readonly archive?: ArchiveLinks
}

/** Returns the stem of a subject's feed. */
export function subjectStem(subject: FeedSubject): Stem {
  if (subject.kind === 'main') return ADDRESSES.feed.stem
  return subject.kind === 'archive' ? ADDRESSES.archive.stemOf(subject.number) : termStem(subject)
}

/** Describes the feed of a subject. */
export function describeFeed(
  { site, formats }: FeedSite,
  subject: FeedSubject,
  contents: FeedContents = {},
): FeedDescription {
  const { articles = [], tombstones = [], archive = { isArchive: false } } = contents
  const stem = subjectStem(subject)
  const self = feedUrls(site, stem, formats)
  const moments = [...articles.map(({ updated }) => updated), ...tombstones.map(({ when }) => when)]
  return {
    ...nameFeed(site, subject),
    id: stemUrl(site, stem),
    home: subject.kind === 'main' ? `${site.url}/` : self.html,
    self,
    formats: formats.map(formatFacts),
    language: subject.kind === 'language' ? subject.name : site.language,
    ...(moments.length > 0 && { updated: moments.reduce(laterOf) }),
    begun: instant(Date.UTC(site.year, 0)),
    authors: site.authors.length > 0 ? site.authors : [{ name: site.title }],
    ...(site.copyright !== undefined && { copyright: site.copyright }),
    ...(site.icon && { icon: site.icon }),
    ...(site.image && { image: site.image }),
    content: site.feed.content,
    hubs: site.hubs,
    archive,
    tombstones: tombstones.map(({ id, atomId, when }) => ({
      ...{ id, when },
      ...(atomId !== undefined && { atomId }),
    })),
  }
}

/** Returns a feed's URLs by form. */
export function feedUrls(site: Pick<Site, 'url'>, stem: Stem, formats: readonly FeedFormatFacts[]): FeedUrls {
  return {
    ...Object.fromEntries(formats.map(({ form }) => [form, stemUrl(site, stem, form)])),
    rss: stemUrl(site, stem, 'rss'),
    atom: stemUrl(site, stem, 'atom'),
    json: stemUrl(site, stem, 'json'),
    html: stemUrl(site, stem),
  }
}

function nameFeed(site: Site, subject: FeedSubject): Pick<FeedDescription, 'title' | 'description'> {
  if (subject.kind === 'main') return { title: site.title, description: site.description }
  const { holds, kinds } = localeOf(site.language)
  const name = subjectName(subject)
  const told = subject.kind === 'archive' ? `${kinds.archive} ${name}` : name
  return { title: `${site.title} – ${told}`, description: holds[subject.kind](name, site.title) }
}

function subjectName(subject: Exclude<FeedSubject, { kind: 'main' }>): string {
  if (subject.kind === 'archive') return String(subject.number)
  return subject.kind === 'language' ? languageName(subject.name) : subject.name
}
