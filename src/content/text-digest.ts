import type { Digest } from '../model/digest.ts'
import type { Manuscript } from './manuscript.ts'

/** 64 bits of SHA-256: enough among the articles of one site. */
const LENGTH = 16

/** Characters. What is shorter, as `Open thread`, may well be the body of several articles. */
const SHORTEST = 40

/** The body as its writer wrote it, in one form for all that is no change of its words. */
export function normalBody({ source, bodyStart }: Pick<Manuscript, 'source' | 'bodyStart'>): string {
  return source.slice(bodyStart).normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

/**
 * The digest of a body alone, by which the ledger finds an article again whose file and title have changed at once.
 * Undefined where there is too little of it.
 */
export function textDigest(
  manuscript: Pick<Manuscript, 'source' | 'bodyStart'>,
  digest: Digest,
): string | undefined {
  const body = normalBody(manuscript)
  return body.length < SHORTEST ? undefined : digest(new TextEncoder().encode(body)).slice(0, LENGTH)
}
