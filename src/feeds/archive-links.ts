import { xmlElement } from '../model/escape.ts'
import type { FeedDescription } from '../model/feed-description.ts'
import { bareType, MEDIA_TYPES } from '../model/media-types.ts'

/**
 * Renders the links between a feed and its archives (RFC 5005 §4), and the mark of an archive, for RSS or Atom. `link`
 * is the name of the link elements. They stand at the beginning of the feed, not in its entries.
 */
export function archiveLinks(
  { archive }: FeedDescription,
  form: 'rss' | 'atom',
  link: 'atom:link' | 'link',
): readonly string[] {
  const relations = {
    current: archive.current,
    'prev-archive': archive.previous,
    'next-archive': archive.next,
  }
  const type = bareType(MEDIA_TYPES[form])
  return [
    ...Object.entries(relations).flatMap(([rel, target]) =>
      target === undefined ? [] : [xmlElement(link, { rel, type, href: target[form] })],
    ),
    ...(archive.isArchive
      ? [xmlElement('fh:archive', { 'xmlns:fh': 'http://purl.org/syndication/history/1.0' })]
      : []),
  ]
}

/** Returns the hubs of a feed. An archive has none, because it never changes. */
export function namedHubs({ archive, hubs }: FeedDescription): readonly string[] {
  return archive.isArchive ? [] : hubs
}
