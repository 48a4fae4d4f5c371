import { ADDRESSES } from '../model/addresses.ts'
import type { Rendered } from '../model/rendition.ts'
import type { ListContext } from './list-context.ts'
import { renderCrawlerRules, renderFeedList, renderLlms } from './render-directories.ts'
import { renderHome } from './render-home.ts'
import { renderIcon } from './render-icon.ts'
import { renderNews, renderSitemaps } from './render-sitemaps.ts'

/** A page of the site, as it is at every moment; in parts, where it is too much for one document. */
export type SitePage = (context: ListContext) => readonly Rendered[]

/** The addresses at which the site has a page of its own. */
type PageAddress = {
  [Name in keyof typeof ADDRESSES]: (typeof ADDRESSES)[Name]['policy'] extends 'page' ? Name : never
}[keyof typeof ADDRESSES]

/** The pages of every site, a row each, by the name of their address: a page without an address does not compile. */
export const SITE_PAGES: Readonly<Record<PageAddress, SitePage>> = {
  home: (context) => [renderHome(context)],
  sitemap: renderSitemaps,
  newsSitemap: (context) => [renderNews(context)],
  feeds: (context) => [renderFeedList(context)],
  favicon: (context) => renderIcon(context, ADDRESSES.favicon),
  touchIcon: (context) => renderIcon(context, ADDRESSES.touchIcon),
  precomposedIcon: (context) => renderIcon(context, ADDRESSES.precomposedIcon),
  llms: (context) => [renderLlms(context)],
  robots: (context) => [renderCrawlerRules(context)],
}
