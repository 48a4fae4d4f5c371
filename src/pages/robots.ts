import type { Site } from '../model/site.ts'

/** Renders the rules for crawlers (RFC 9309): they may read everything, and find all pages in the sitemap. */
export function renderRobots({ url }: Pick<Site, 'url'>): string {
  return `User-agent: *
Allow: /

Sitemap: ${url}/sitemap.xml
Sitemap: ${url}/news-sitemap.xml
`
}
