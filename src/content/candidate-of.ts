import type { Candidate } from '../ledger/candidate.ts'
import type { Digest } from '../model/digest.ts'
import { articleDigest } from './article-digest.ts'
import { articleName } from './article-path.ts'
import type { Manuscript } from './manuscript.ts'
import { textDigest } from './text-digest.ts'

/** What of a manuscript the ledger finds it again by, and keeps. */
export function candidateOf(manuscript: Manuscript, digest: Digest): Candidate {
  const { path, settings, slug, slugIsWritten, published, updated } = manuscript
  const text = textDigest(manuscript, digest)
  return {
    path,
    name: articleName(path),
    ...(settings.id !== undefined && { id: settings.id }),
    slug,
    slugIsWritten,
    digest: articleDigest(manuscript, digest),
    ...(text !== undefined && { text }),
    date: published,
    ...(updated !== undefined && { updated }),
    ...(settings.expires !== undefined && { expires: settings.expires }),
    inFeeds: settings.feed ?? true,
  }
}
