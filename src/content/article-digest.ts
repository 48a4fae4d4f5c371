import type { Digest } from '../model/digest.ts'
import type { Manuscript } from './manuscript.ts'

/** 128 bits of SHA-256: no two articles share them by accident, and the ledger stays short. */
const LENGTH = 32

/**
 * The digest of what a writer wrote, its body in normal form and its settings, by which the ledger tells whether an article
 * has been changed. Not of what is made of it: what we render otherwise tomorrow is no change of the article's. Nor of its
 * white space, its dates (of a raw text, the line of its date), or its name.
 */
export function articleDigest(body: string, settings: Manuscript['settings'], digest: Digest): string {
  const { title, summary, authors, tags, categories, section, language, image, imageAlt, canonical } =
    settings
  const { enclosures, enclosureLength, enclosureDuration, translationKey } = settings
  // The order of the keys is part of what is hashed; JSON leaves out what is not written.
  const written = {
    ...{ body, title, summary },
    authors: authors?.map(({ name, email, url }) => ({ name, email, url })),
    tags: tags || categories ? [...(tags ?? []), ...(categories ?? [])] : undefined,
    ...{ section, language },
    image: image && { reference: image.reference, alt: image.alt },
    ...{ imageAlt, canonical },
    ...(enclosures?.length && { enclosures, enclosureLength, enclosureDuration }),
    translationKey,
  }
  return digest(new TextEncoder().encode(JSON.stringify(written))).slice(0, LENGTH)
}
