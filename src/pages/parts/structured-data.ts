import { html, raw } from 'hono/html'
import { type Article, type Author, type Enclosure, type Image, labelOf } from '../../model/article.ts'
import { formatRfc3339 } from '../../model/instant.ts'
import type { Site } from '../../model/site.ts'
import type { Markup } from './markup.ts'

/** A thing as schema.org describes it. */
export interface Thing {
  readonly '@type': string
  readonly [property: string]: unknown
}

/**
 * Renders data for search engines (JSON-LD 1.1 §7). It is in a `<script>` that browsers do not run. `<` is escaped,
 * because it could end the element.
 */
export function structuredData(thing: Thing): Markup {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...thing }).replaceAll('<', '\\u003c')
  return html`<script type="application/ld+json">${raw(json)}</script>
`
}

/** Describes the site (schema.org/WebSite). */
export function describeSite(site: Site): Thing {
  return {
    '@type': 'WebSite',
    name: site.title,
    url: `${site.url}/`,
    ...(site.description !== '' && { description: site.description }),
    inLanguage: site.language,
    publisher: describePublisher(site),
  }
}

/** Describes a list of articles (schema.org/CollectionPage). */
export function describeCollection(
  { title, description, url }: { readonly title: string; readonly description: string; readonly url: string },
  site: Site,
): Thing {
  return {
    '@type': 'CollectionPage',
    name: title,
    description,
    url,
    inLanguage: site.language,
    isPartOf: { '@type': 'WebSite', name: site.title, url: `${site.url}/` },
  }
}

/** Describes an article (schema.org/NewsArticle) whose page is at `url`. Without authors, the publisher is the author. */
export function describeNews(article: Article, url: string, site: Site): Thing {
  const publisher = describePublisher(site)
  const image = article.image ?? site.image
  return {
    '@type': 'NewsArticle',
    mainEntityOfPage: url,
    headline: labelOf(article),
    ...(article.summary !== '' && { description: article.summary }),
    ...(image && { image: describeImage(image) }),
    datePublished: formatRfc3339(article.published),
    dateModified: formatRfc3339(article.updated),
    inLanguage: article.language,
    author: article.authors.length > 0 ? article.authors.map(describePerson) : publisher,
    publisher,
    ...(article.section !== undefined && { articleSection: article.section }),
    ...(article.tags.length > 0 && { keywords: article.tags }),
    ...(article.enclosures.length > 0 && { associatedMedia: article.enclosures.map(describeMedia) }),
  }
}

function describePublisher(site: Site): Thing {
  return {
    '@type': 'Organization',
    name: site.title,
    url: `${site.url}/`,
    ...(site.icon && { logo: describeImage(site.icon) }),
  }
}

function describePerson({ name, url }: Author): Thing {
  return { '@type': 'Person', name, ...(url !== undefined && { url }) }
}

function describeImage({ url, width, height }: Image): Thing {
  return {
    '@type': 'ImageObject',
    url,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
  }
}

function describeMedia({ url, type, title, length, seconds }: Enclosure): Thing {
  const kind = /^audio\//.test(type) ? 'AudioObject' : /^video\//.test(type) ? 'VideoObject' : 'MediaObject'
  return {
    '@type': kind,
    contentUrl: url,
    encodingFormat: type,
    ...(title !== undefined && { name: title }),
    ...(length !== undefined && { contentSize: String(length) }),
    // An ISO 8601 duration in seconds.
    ...(seconds !== undefined && { duration: `PT${Math.round(seconds)}S` }),
  }
}
