import type { Candidate, EarlierCandidate } from '../../ledger/candidate.ts'
import type { Seed } from '../../model/seed.ts'
import { EARLIER_RULES } from '../settings/reading-rules.ts'
import { articleName } from '../source/article-path.ts'
import { MOST_TEXT_BYTES } from '../source/seed-size.ts'
import { tellTooLarge } from '../source/tell-too-large.ts'
import { articleDigest } from './article-digest.ts'
import { type ParsedSeed, parseSeed, type SeedContext } from './parse-seed.ts'
import type { ParsedArticle } from './parsed-article.ts'
import { normalBody, textDigest } from './text-digest.ts'

/** A seed that was read, and the facts by which the ledger recognises its article. */
export interface ReadSeed extends ParsedSeed {
  readonly path: string
  /** Present if there is an article. */
  readonly candidate?: Candidate
  /** Whether the first rules of reading would have published it. */
  readonly wasPublic: boolean
}

/** Reads one seed without the others. Throws, naming the file, only if our code fails. */
export function readSeed(file: Seed, context: SeedContext): ReadSeed {
  const { path } = file
  return readingFile(file, () => {
    // Read once: a seed may read its file at each access.
    const seed = 'size' in file ? file : { path, bytes: file.bytes }
    const tooLarge = tellTooLarge(seed, MOST_TEXT_BYTES, 'Part it into several articles.')
    if (tooLarge) return { path, isDraft: false, isReadAnew: false, wasPublic: false, problems: [tooLarge] }
    const outcome = parseSeed(seed, context)
    const { parsedArticle, isReadAnew, isDraft } = outcome
    const candidate = parsedArticle && candidateOf(parsedArticle, context)
    const earlier = isReadAnew ? readByEarlierRules(seed, context) : []
    return {
      path,
      ...outcome,
      wasPublic: isDraft && earlier.some(({ rules }) => rules === 1),
      ...(candidate && { candidate: withEarlier(candidate, earlier) }),
    }
  })
}

function readByEarlierRules(seed: Seed, context: SeedContext): readonly EarlierCandidate[] {
  return EARLIER_RULES.flatMap((rules) => {
    const { parsedArticle } = parseSeed(seed, context, rules)
    return parsedArticle ? [{ ...candidateOf(parsedArticle, context), rules: rules.version }] : []
  })
}

/** Adds what earlier rules made of the candidate, if it differs. */
function withEarlier(candidate: Candidate, earlier: readonly EarlierCandidate[]): Candidate {
  const now = JSON.stringify(candidate)
  const differing = earlier.filter(({ rules: _rules, ...reading }) => JSON.stringify(reading) !== now)
  return differing.length === 0 ? candidate : { ...candidate, earlier: differing }
}

/** Runs `read` for one file. If our code fails, the error names the file. */
export function readingFile<Outcome>({ path }: { readonly path: string }, read: () => Outcome): Outcome {
  try {
    return read()
  } catch (cause) {
    throw new Error(`Cannot read ${path}`, { cause })
  }
}

/**
 * Makes the candidate of a parsed article: the facts by which the ledger recognises it, and those that the ledger
 * stores.
 */
export function candidateOf(
  parsedArticle: ParsedArticle,
  { digest, formats, keys }: Pick<SeedContext, 'digest' | 'formats' | 'keys'>,
): Candidate {
  const { path, slug, slugIsWritten, published, updated } = parsedArticle
  const settings = parsedArticle.written ?? parsedArticle.settings
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
    ...(settings.link !== undefined && { link: settings.link }),
  }
}
