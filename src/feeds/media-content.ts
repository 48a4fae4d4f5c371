import type { Enclosure, Image } from '../model/article.ts'
import { xmlElement, xmlParent } from '../model/escape.ts'

/**
 * A picture as Media RSS's `media:content` (rssboard.org/media-rss), with as much of its type, bytes and pixels as is
 * known, and what readers are told who cannot see it.
 */
export function imageContent(image: Image): string {
  const attributes = {
    url: image.url,
    medium: 'image',
    type: image.type,
    fileSize: image.length,
    width: image.width,
    height: image.height,
  }
  return xmlParent('media:content', attributes, plainText('media:description', image.alt))
}

/** What comes with an article, likewise. */
export function enclosureContent(enclosure: Enclosure): string {
  const attributes = {
    url: enclosure.url,
    medium: /^(?:audio|image|video)(?=\/)/.exec(enclosure.type)?.[0],
    type: enclosure.type,
    fileSize: enclosure.length,
    duration: enclosure.seconds,
  }
  return xmlParent('media:content', attributes, plainText('media:title', enclosure.title))
}

function plainText(name: string, text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : [xmlElement(name, { type: 'plain' }, text)]
}
