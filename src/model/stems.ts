import type { Stem } from './resource.ts'

/** The newest articles, for people. */
export const HOME_STEM = '/' as Stem

/** The main feed. */
export const FEED_STEM = '/feed' as Stem

/** The look of the pages, under a name made from the SHA-256 of its bytes: it never changes under that name. */
export function styleStem(sha256: string): Stem {
  return `/style-${sha256.slice(0, 12)}` as Stem
}

/** All feeds, as OPML. */
export const FEEDS_STEM = '/feeds' as Stem

/** All pages, for search engines, and those of the last two days. */
export const SITEMAP_STEM = '/sitemap' as Stem
export const NEWS_SITEMAP_STEM = '/news-sitemap' as Stem

/** What crawlers and language models are told. */
export const ROBOTS_STEM = '/robots' as Stem
export const LLMS_STEM = '/llms' as Stem

/** What is shown where nothing is. */
export const NOT_FOUND_STEM = '/404' as Stem

/** What is shown where something was withdrawn. */
export const GONE_STEM = '/410' as Stem
