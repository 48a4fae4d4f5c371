import type { ArticleFacts, Author, Enclosure } from './article.ts'
import { formatRfc3339 } from './instant.ts'

/**
 * An article in JSON, inside a JSON Feed or alone, for apps: the names and types of a JSON Feed 1.1 item
 * (jsonfeed.org/version/1.1), without its content.
 */
export interface JsonArticle {
  readonly id: string
  readonly url: string
  readonly external_url?: string
  readonly title?: string
  readonly summary?: string
  readonly image?: string
  /** RFC 3339. */
  readonly date_published: string
  readonly date_modified: string
  readonly authors?: readonly JsonAuthor[]
  readonly tags?: readonly string[]
  readonly language: string
}

/** An author in JSON. */
export interface JsonAuthor {
  readonly name: string
  readonly url?: string
}

/** Makes the JSON of an article whose page is at `url`. Absent values are left out. */
export function describeArticle(article: ArticleFacts, url: string): JsonArticle {
  const { link, canonical } = article
  const elsewhere = link ?? canonical
  return {
    id: article.id,
    url,
    ...(elsewhere !== undefined && { external_url: elsewhere }),
    ...(article.title !== '' && { title: article.title }),
    ...(article.summary !== '' && { summary: article.summary }),
    ...(article.image && { image: article.image.url }),
    date_published: formatRfc3339(article.published),
    date_modified: formatRfc3339(article.updated),
    ...(article.authors.length > 0 && { authors: article.authors.map(describeAuthor) }),
    ...(article.tags.length > 0 && { tags: article.tags }),
    language: article.language,
  }
}

/** Makes the JSON of an author, without the e-mail address. */
export function describeAuthor(author: Author): JsonAuthor {
  return { name: author.name, ...(author.url !== undefined && { url: author.url }) }
}

/** An enclosure in JSON: an attachment of a JSON Feed 1.1 item (jsonfeed.org/version/1.1). */
export interface JsonAttachment {
  readonly url: string
  readonly mime_type: string
  readonly title?: string
  readonly size_in_bytes?: number
  readonly duration_in_seconds?: number
}

/** Makes the JSON of an enclosure. Absent values are left out. */
export function describeAttachment({ url, type, title, length, seconds }: Enclosure): JsonAttachment {
  return {
    url,
    mime_type: type,
    ...(title !== undefined && { title }),
    ...(length !== undefined && { size_in_bytes: length }),
    ...(seconds !== undefined && { duration_in_seconds: seconds }),
  }
}
