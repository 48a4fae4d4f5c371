import { ADDRESSES } from '../model/addresses.ts'
import type { Rendered } from '../model/rendition.ts'
import type { ListContext } from './list-context.ts'
import { renderCrawlerRules, renderFeedList, renderLlms } from './render-directories.ts'
import { renderHome } from './render-home.ts'
import { renderIcon } from './render-icon.ts'
import { renderNews, renderSitemaps } from './render-sitemaps.ts'

/** Renders a page of the site for every moment; in several parts, if one document would be too large. */
export type SitePage = (context: ListContext) => readonly Rendered[]

/** The addresses of the site's own pages. */
type PageAddress = {
  [Name in keyof typeof ADDRESSES]: (typeof ADDRESSES)[Name]['policy'] extends 'page' ? Name : never
}[keyof typeof ADDRESSES]

/** The pages of every site, by the names of their addresses. TypeScript requires an address for each page. */
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
