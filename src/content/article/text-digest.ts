import type { Digest } from '../../model/runtime.ts'
import { withoutDateLine } from '../prose/date-line.ts'
import { BODY_NOTATIONS, type BodyNotation, notationOf } from '../source/body-extensions.ts'
import type { ParsedArticle } from './parsed-article.ts'

/** 64 bits of SHA-256: enough among the articles of one site. */
const LENGTH = 16

/** Characters. What is shorter, as `Open thread`, may well be the body of several articles. */
const SHORTEST = 40

/** What a body is hashed by. */
export type WrittenBody = Pick<ParsedArticle, 'path' | 'source' | 'bodyStart'>

/** The body as its writer wrote it, in one form for all that is no change of its words. */
export function normalBody(
  { path, source, bodyStart }: WrittenBody,
  notations: readonly BodyNotation[] = BODY_NOTATIONS,
): string {
  const body = source.slice(bodyStart)
  const words = notationOf(path, notations)?.beginsWithDate ? withoutDateLine(body) : body
  return words.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

/**
 * The digest of a body in normal form alone, by which the ledger finds an article again whose file and title have changed at once.
 * Undefined where there is too little of it.
 */
export function textDigest(body: string, digest: Digest): string | undefined {
  return body.length < SHORTEST ? undefined : digest(new TextEncoder().encode(body)).slice(0, LENGTH)
}
