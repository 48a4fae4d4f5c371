import { LEDGER_PATH } from '../../ledger/ledger-codec.ts'
import { folderOf } from './article-path.ts'
import { BODY_NOTATIONS, type BodyNotation, notationOf } from './body-extensions.ts'

/** The path of the seed that tells who publishes. */
export const SITE_PATH = 'site.yaml'

/** What a seed is taken for, by its path alone. */
export type SeedKind = 'article' | 'settings' | 'ledger' | 'defaults' | 'image' | 'media' | 'hidden' | 'other'

const IMAGE = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i
const MEDIA = /\.(?:mp3|m4a|aac|og[agv]|opus|flac|wav|mp4|m4v|webm|pdf)$/i
const HIDDEN = /(?:^|\/)[._]/

/** Jekyll's and Hexo's folder of drafts: what lies in it is left out as drafts are, not as what is hidden. */
const DRAFTS = /(?:^|\/)_drafts(?=\/|$)/gi

/** Hugo's and Zola's page of a folder, also in one language, which may hand settings down to the articles below it. */
const FOLDER_PAGE = /(?:^|\/)_index\.(?:\w[\w-]*\.)?\w+$/i
/** The settings of a whole site, where the folder is one: Jekyll's, Hugo's and Zola's. */
const SITE_CONFIG =
  /^(?:_config\.(?:ya?ml|toml|json)|(?:hugo|config)\.(?:toml|ya?ml|json)|config\/(?:_default|production)\/(?:hugo|config|module|cascade|languages(?:\.[\w-]+)?)\.(?:toml|ya?ml|json))$/i
/** Where Hugo has its settings where they are in a folder, of which one looks hidden. */
export const HUGO_FOLDER = /^config\/(?:_default|production)\/?$/i
/** Eleventy's list of what it leaves out. */
export const IGNORED_FILES_PATH = '.eleventyignore'
/** Eleventy's data of a folder or a file. */
const DATA = /(?:\.11tydata\.(?:json|ya?ml|toml|[cm]?[jt]s)|\.json)$/i

/**
 * What a seed is, by its path below the folder of articles: an article, the settings of the site, what subscribers have
 * been given, settings that folders may hand down, a picture that articles may show, sound, film or a document that may
 * come with them, something that is deliberately left alone, or something else, which the writer is told of. Articles
 * are written in one of the notations.
 */
export function seedKind(path: string, notations: readonly BodyNotation[] = BODY_NOTATIONS): SeedKind {
  const isArticle = notationOf(path, notations) !== undefined
  if (path === SITE_PATH) return 'settings'
  if (path === LEDGER_PATH) return 'ledger'
  if (SITE_CONFIG.test(path) || path === IGNORED_FILES_PATH) return 'defaults'
  // Listed for the settings of the site in it: all else there stays hidden.
  if (HUGO_FOLDER.test(path)) return 'other'
  if (isArticle && FOLDER_PAGE.test(path)) return isHidden(folderOf(path)) ? 'hidden' : 'defaults'
  if (isHidden(path)) return 'hidden'
  if (isArticle) return 'article'
  if (IMAGE.test(path)) return 'image'
  if (MEDIA.test(path)) return 'media'
  return DATA.test(path) ? 'defaults' : 'other'
}

function isHidden(path: string): boolean {
  return HIDDEN.test(path.replaceAll(DRAFTS, 'drafts'))
}
