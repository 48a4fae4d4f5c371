import { LEDGER_PATH } from '../../ledger/ledger-codec.ts'
import { folderOf } from './article-path.ts'
import { BODY_NOTATIONS, type BodyNotation, notationOf } from './body-extensions.ts'

/** The path of the site's settings. */
export const SITE_PATH = 'site.yaml'

/** The same with another extension, which most tools use. */
const OTHER_SITE_PATH = 'site.yml'

/** Wrong names for the site's settings. Text editors add an ending that some systems hide. */
const MISNAMED = /^_?site\.ya?ml(?:\.txt|\.md)?$/i

/** Whether a file seems to be meant as the site's settings, but is not read as such. */
export function isMisnamedSite(path: string): boolean {
  return MISNAMED.test(path) && path !== SITE_PATH && path !== OTHER_SITE_PATH
}

/** The kind of a seed, by its path alone. */
export type SeedKind =
  | 'article'
  | 'settings'
  | 'misnamed'
  | 'ledger'
  | 'defaults'
  | 'image'
  | 'media'
  | 'hidden'
  | 'other'

const IMAGE = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i
const MEDIA = /\.(?:mp3|m4a|aac|og[agv]|opus|flac|wav|mp4|m4v|webm|pdf)$/i
const HIDDEN = /(?:^|\/)[._]/

/** The folder of drafts in Jekyll and Hexo. Files in it are drafts, not hidden files. */
const DRAFTS = /(?:^|\/)_drafts(?=\/|$)/gi

/** The page of a folder in Hugo and Zola, also in one language. It may hand settings down to the articles below it. */
const FOLDER_PAGE = /(?:^|\/)_index\.(?:\w[\w-]*\.)?\w+$/i
/** The settings of a whole site of Jekyll, Hugo or Zola. */
const SITE_CONFIG =
  /^(?:_config\.(?:ya?ml|toml|json)|(?:hugo|config)\.(?:toml|ya?ml|json)|config\/(?:_default|production)\/(?:hugo|config|module|cascade|languages(?:\.[\w-]+)?)\.(?:toml|ya?ml|json))$/i
/** Hugo's folders of settings. The name of one begins like a hidden folder. */
export const HUGO_FOLDER = /^config\/(?:_default|production)\/?$/i
/** Eleventy's list of files to leave out. */
export const IGNORED_FILES_PATH = '.eleventyignore'
/** Eleventy's data of a folder or a file. */
const DATA = /(?:\.11tydata\.(?:json|ya?ml|toml|[cm]?[jt]s)|\.json)$/i

/**
 * Returns the kind of a seed by its path below the folder of articles. `notations` decide which files are articles;
 * `misnamed` files seem to be meant as the site's settings; `defaults` are settings that a folder may hand down; `media`
 * are sound, film and documents; `hidden` files are left out without a warning; the writer is warned of all `other` files.
 */
export function seedKind(path: string, notations: readonly BodyNotation[] = BODY_NOTATIONS): SeedKind {
  const isArticle = notationOf(path, notations) !== undefined
  if (path === SITE_PATH || path === OTHER_SITE_PATH) return 'settings'
  if (path === LEDGER_PATH) return 'ledger'
  if (SITE_CONFIG.test(path) || path === IGNORED_FILES_PATH) return 'defaults'
  // The folder is listed for the site's settings in it. Its other files stay hidden.
  if (HUGO_FOLDER.test(path)) return 'other'
  if (isArticle && FOLDER_PAGE.test(path)) return isHidden(folderOf(path)) ? 'hidden' : 'defaults'
  // A text file with such a name may still be an article.
  if (isMisnamedSite(path) && !isArticle) return 'misnamed'
  if (isHidden(path)) return 'hidden'
  if (isArticle) return 'article'
  if (IMAGE.test(path)) return 'image'
  if (MEDIA.test(path)) return 'media'
  return DATA.test(path) ? 'defaults' : 'other'
}

function isHidden(path: string): boolean {
  return HIDDEN.test(path.replaceAll(DRAFTS, 'drafts'))
}
