import type { Candidate } from '../ledger/candidate.ts'
import { articleDigest } from './article-digest.ts'
import { articleName } from './article-path.ts'
import type { Manuscript } from './manuscript.ts'
import type { SeedContext } from './parse-seed.ts'
import { normalBody, textDigest } from './text-digest.ts'

/** What of a manuscript the ledger finds it again by, and keeps. */
export function candidateOf(
  manuscript: Manuscript,
  { digest, formats, keys }: Pick<SeedContext, 'digest' | 'formats' | 'keys'>,
): Candidate {
  const { path, settings, slug, slugIsWritten, published, updated } = manuscript
  const body = normalBody(manuscript, formats)
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
