import type { Digest } from '../../model/runtime.ts'
import { withoutDateLine } from '../prose/date-line.ts'
import { BODY_NOTATIONS, type BodyNotation, notationOf } from '../source/body-extensions.ts'
import type { ParsedArticle } from './parsed-article.ts'

/** 64 bits of SHA-256: enough among the articles of one site. */
const LENGTH = 16

/** In characters. Shorter text, such as `Open thread`, may be the body of several articles. */
const SHORTEST = 40

/** The parts of an article that its body's digest is made from. */
export type WrittenBody = Pick<ParsedArticle, 'path' | 'source' | 'bodyStart'>

/** Normalises a body: changes that do not change its words give the same text. */
export function normalBody(
  { path, source, bodyStart }: WrittenBody,
  notations: readonly BodyNotation[] = BODY_NOTATIONS,
): string {
  const body = source.slice(bodyStart)
  const words = notationOf(path, notations)?.beginsWithDate ? withoutDateLine(body) : body
  return words.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

/**
 * Returns the digest of a normalised body alone. By it the ledger recognises an article whose file and title have
 * changed at the same time. Undefined for a body that is too short.
 */
export function textDigest(body: string, digest: Digest): string | undefined {
  return body.length < SHORTEST ? undefined : digest(new TextEncoder().encode(body)).slice(0, LENGTH)
}
