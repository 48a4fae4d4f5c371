import type { Digest } from '../../model/runtime.ts'
import { ARTICLE_KEYS, type ArticleTable } from '../settings/article-keys.ts'
import type { ArticleSettings } from '../settings/article-settings.ts'
import { toldSettings } from '../settings/told-settings.ts'

/** 128 bits of SHA-256: no two articles share them by accident, and the ledger stays short. */
const LENGTH = 32

/**
 * The digest of what a writer wrote, its body in normal form and its settings, by which the ledger tells whether an article
 * has been changed. Not of what is made of it: what we render otherwise tomorrow is no change of the article's. Nor of its
 * white space, its dates (of a raw text, the line of its date), or its name.
 */
export function articleDigest(
  body: string,
  settings: ArticleSettings,
  digest: Digest,
  table: ArticleTable = ARTICLE_KEYS,
): string {
  const { authors, tags, categories, image, enclosures, enclosureLength, enclosureDuration } = settings
  const hasEnclosures = enclosures !== undefined && enclosures.length > 0
  // JSON leaves out what is not written.
  const told = toldSettings<typeof ARTICLE_KEYS>(table, settings, {
    authors: authors?.map(({ name, email, url }) => ({ name, email, url })),
    tags: tags || categories ? [...(tags ?? []), ...(categories ?? [])] : undefined,
    // They are among the tags.
    categories: undefined,
    image: image && { reference: image.reference, alt: image.alt },
    enclosures: hasEnclosures ? enclosures : undefined,
    enclosureLength: hasEnclosures ? enclosureLength : undefined,
    enclosureDuration: hasEnclosures ? enclosureDuration : undefined,
  })
  return digest(new TextEncoder().encode(JSON.stringify({ body, ...told }))).slice(0, LENGTH)
}
