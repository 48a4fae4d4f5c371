import type { Site } from '../model/site.ts'

/** What crawlers are told (RFC 9309): that they may see everything, and where all pages are listed. */
export function renderRobots({ url }: Pick<Site, 'url'>): string {
  return `User-agent: *
Allow: /

Sitemap: ${url}/sitemap.xml
Sitemap: ${url}/news-sitemap.xml
`
}
