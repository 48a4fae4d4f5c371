import { LEDGER_PATH } from '../ledger/ledger-codec.ts'

/** The path of the seed that tells who publishes. */
export const SITE_PATH = 'site.yaml'

/** What a seed is taken for, by its path alone. */
export type SeedKind = 'article' | 'settings' | 'ledger' | 'image' | 'media' | 'hidden' | 'other'

const ARTICLE = /\.(?:md|markdown|txt|html?)$/i
const IMAGE = /\.(?:jpe?g|png|gif|webp|avif)$/i
const MEDIA = /\.(?:mp3|m4a|aac|og[agv]|opus|flac|wav|mp4|m4v|webm|pdf)$/i
const HIDDEN = /(?:^|\/)[._]/

/**
 * What a seed is, by its path below the folder of articles: an article, the settings of the site, what subscribers have
 * been given, a picture that articles may show, sound, film or a document that may come with them, something that is
 * deliberately left alone, or something else, which the writer is told of.
 */
export function seedKind(path: string): SeedKind {
  if (path === SITE_PATH) return 'settings'
  if (path === LEDGER_PATH) return 'ledger'
  if (HIDDEN.test(path)) return 'hidden'
  if (ARTICLE.test(path)) return 'article'
  if (IMAGE.test(path)) return 'image'
  if (MEDIA.test(path)) return 'media'
  return 'other'
}
