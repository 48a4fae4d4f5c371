import type { Enclosure } from './article.ts'

/** What comes with an article as apps meet it: an attachment of a JSON Feed 1.1 item (jsonfeed.org/version/1.1). */
export interface JsonAttachment {
  readonly url: string
  readonly mime_type: string
  readonly title?: string
  readonly size_in_bytes?: number
  readonly duration_in_seconds?: number
}

/** What apps are told of it; what is not known is left out. */
export function describeAttachment({ url, type, title, length, seconds }: Enclosure): JsonAttachment {
  return {
    url,
    mime_type: type,
    ...(title !== undefined && { title }),
    ...(length !== undefined && { size_in_bytes: length }),
    ...(seconds !== undefined && { duration_in_seconds: seconds }),
  }
}
