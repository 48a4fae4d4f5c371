import type { Slug } from '../model/article.ts'
import type { Digest } from '../model/digest.ts'
import { titleFromPath } from './article-path.ts'
import type { Manuscript, Report } from './manuscript.ts'
import type { ArticleSettings } from './settings/article-settings.ts'
import { isSlug, slugify } from './slug.ts'

/** Hexadecimal digits: enough to tell apart the articles of one site that have no name in any script. */
const DIGEST_LENGTH = 8

/** What an article's slug is chosen from. */
export interface SlugSources {
  readonly path: string
  readonly title: string
  readonly settings: ArticleSettings
  readonly locate: Manuscript['locate']
}

/**
 * An article's name in URLs: the writer's, else the last part of the address that it had in another tool, else one made
 * from the title, from the name of the file, or from a hash of its path.
 */
export function chooseSlug(
  { path, title, settings, locate }: SlugSources,
  digest: Digest,
  report: Report,
): Slug {
  const { slug, permalink } = settings
  if (slug !== undefined) {
    if (isSlug(slug)) return slug
    const mended = slugify(slug)
    if (mended)
      report(
        'warning',
        `The slug "${slug}" is no name for an address. Write it as ${mended}.`,
        locate('slug'),
      )
    else
      report(
        'error',
        `The slug "${slug}" is no name for an address. Write it as my-first-article.`,
        locate('slug'),
      )
    if (mended) return mended
  }
  const former = permalink
    ?.replace(/[?#].*/, '')
    .replace(/(?:\/index)?\.html?$/, '')
    .split('/')
    .filter(Boolean)
    .at(-1)
  const inferred = slugify(former ?? '') ?? slugify(title) ?? slugify(titleFromPath(path))
  return inferred ?? (digest(new TextEncoder().encode(path)).slice(0, DIGEST_LENGTH) as Slug)
}
