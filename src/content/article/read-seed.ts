import type { Candidate } from '../../ledger/candidate.ts'
import type { Seed } from '../../model/seed.ts'
import { FIRST_RULES } from '../settings/reading-rules.ts'
import { articleName } from '../source/article-path.ts'
import { MOST_TEXT_BYTES } from '../source/seed-size.ts'
import { tellTooLarge } from '../source/tell-too-large.ts'
import { articleDigest } from './article-digest.ts'
import { type ParsedSeed, parseSeed, type SeedContext } from './parse-seed.ts'
import type { ParsedArticle } from './parsed-article.ts'
import { normalBody, textDigest } from './text-digest.ts'

/** A seed that was read, and what the ledger finds it again by. */
export interface ReadSeed extends ParsedSeed {
  readonly path: string
  /** There where the article is. */
  readonly candidate?: Candidate
  /** Whether the first rules would have published it. */
  readonly wasPublic: boolean
}

/** Reads one seed as far as it can be read alone: all that depends on no other. */
export function readSeed(file: Seed, context: SeedContext): ReadSeed {
  const { path } = file
  return readingFile(file, () => {
    // Bytes may be read from the disk whenever they are asked for.
    const seed = 'size' in file ? file : { path, bytes: file.bytes }
    const tooLarge = tellTooLarge(seed, MOST_TEXT_BYTES, 'Part it into several articles.')
    if (tooLarge) return { path, isDraft: false, isReadAnew: false, wasPublic: false, problems: [tooLarge] }
    const outcome = parseSeed(seed, context)
    const { parsedArticle, isReadAnew, isDraft } = outcome
    const candidate = parsedArticle && candidateOf(parsedArticle, context)
    const earlier = isReadAnew ? candidateByFirstRules(seed, context) : candidate
    return {
      path,
      ...outcome,
      wasPublic: isDraft && earlier !== undefined,
      ...(candidate && { candidate: withEarlier(candidate, earlier) }),
    }
  })
}

function candidateByFirstRules(seed: Seed, context: SeedContext): Candidate | undefined {
  const { parsedArticle } = parseSeed(seed, context, FIRST_RULES)
  return parsedArticle && candidateOf(parsedArticle, context)
}

/** The candidate with the one that the first rules made of it, where any mark of the two differs. */
function withEarlier(candidate: Candidate, earlier: Candidate | undefined): Candidate {
  if (earlier === undefined || JSON.stringify(earlier) === JSON.stringify(candidate)) return candidate
  return { ...candidate, earlier }
}

/** Does what reads one file. A mistake of ours must tell which file it was that showed it. */
export function readingFile<Outcome>({ path }: { readonly path: string }, read: () => Outcome): Outcome {
  try {
    return read()
  } catch (cause) {
    throw new Error(`Cannot read ${path}`, { cause })
  }
}

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
