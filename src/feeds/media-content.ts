import type { Image } from '../model/article.ts'
import { xmlElement } from './xml.ts'

/** A picture as Media RSS's `media:content`, with as much of its type, bytes and pixels as is known. */
export function mediaContent(image: Image): string {
  return xmlElement('media:content', {
    url: image.url,
    medium: 'image',
    type: image.type,
    fileSize: image.length,
    width: image.width,
    height: image.height,
  })
}
