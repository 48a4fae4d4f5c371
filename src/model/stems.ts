import type { Stem } from './resource.ts'

/** The newest articles, for people. */
export const HOME_STEM = '/' as Stem

/** The main feed. */
export const FEED_STEM = '/feed' as Stem

/** The look of the pages. */
export const STYLE_STEM = '/style' as Stem

/** What is shown where nothing is. */
export const NOT_FOUND_STEM = '/404' as Stem

/** What is shown where something was withdrawn. */
export const GONE_STEM = '/410' as Stem
