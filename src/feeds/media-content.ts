import type { Enclosure, Image } from '../model/article.ts'
import { xmlElement, xmlParent } from '../model/escape.ts'

/**
 * Renders a picture as Media RSS's `media:content` (rssboard.org/media-rss), with its type, bytes and pixels if they
 * are known, and its alternative text.
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

/** Renders an enclosure as `media:content`. */
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
