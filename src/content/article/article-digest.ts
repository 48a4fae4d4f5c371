import type { Digest } from '../../model/runtime.ts'
import { ARTICLE_KEYS, type ArticleTable } from '../settings/article-keys.ts'
import type { ArticleSettings } from '../settings/article-settings.ts'
import { toldSettings } from '../settings/told-settings.ts'

/** 128 bits of SHA-256: no two articles share them by accident, and the ledger stays short. */
const LENGTH = 32

/**
 * Returns the digest of an article's source: its normalised body and its settings. The ledger compares it to detect
 * changes. The digest does not cover our rendering, which may change although the article does not, nor white space,
 * dates (in raw text, the line with the date) and the slug.
 */
export function articleDigest(
  body: string,
  settings: ArticleSettings,
  digest: Digest,
  table: ArticleTable = ARTICLE_KEYS,
): string {
  const { authors, tags, categories, image, enclosures, enclosureLength, enclosureDuration } = settings
  const hasEnclosures = enclosures !== undefined && enclosures.length > 0
  // JSON leaves out keys whose value is undefined.
  const told = toldSettings<typeof ARTICLE_KEYS>(table, settings, {
    authors: authors?.map(({ name, email, url }) => ({ name, email, url })),
    tags: tags || categories ? [...(tags ?? []), ...(categories ?? [])] : undefined,
    // Categories are among the tags.
    categories: undefined,
    image: image && { reference: image.reference, alt: image.alt },
    enclosures: hasEnclosures ? enclosures : undefined,
    enclosureLength: hasEnclosures ? enclosureLength : undefined,
    enclosureDuration: hasEnclosures ? enclosureDuration : undefined,
  })
  return digest(new TextEncoder().encode(JSON.stringify({ body, ...told }))).slice(0, LENGTH)
}
