import type { Candidate } from '../../ledger/candidate.ts'
import { articleName } from '../source/article-path.ts'
import { articleDigest } from './article-digest.ts'
import type { SeedContext } from './parse-seed.ts'
import type { ParsedArticle } from './parsed-article.ts'
import { normalBody, textDigest } from './text-digest.ts'

/** What of a parsed article the ledger finds it again by, and keeps. */
export function candidateOf(
  parsedArticle: ParsedArticle,
  { digest, formats, keys }: Pick<SeedContext, 'digest' | 'formats' | 'keys'>,
): Candidate {
  const { path, settings, slug, slugIsWritten, published, updated } = parsedArticle
  const body = normalBody(parsedArticle, formats)
  const text = textDigest(body, digest)
  return {
    path,
    name: articleName(path),
    ...(settings.id !== undefined && { id: settings.id }),
    slug,
    slugIsWritten,
    digest: articleDigest(body, settings, digest, keys.table),
    ...(text !== undefined && { text }),
    date: published,
    ...(updated !== undefined && { updated }),
    ...(settings.expires !== undefined && { expires: settings.expires }),
    inFeeds: settings.feed ?? true,
  }
}
