import type { Slug } from './article.ts'
import type { Stem } from './resource.ts'
import type { Site } from './site.ts'

/** The stem of an article's page. */
export function articleStem(slug: Slug): Stem {
  return `/articles/${slug}` as Stem
}

/** A stem as the path of a URL, percent-encoded. */
export function stemPath(stem: Stem): string {
  // Most are written as they are, and there are tens of thousands.
  if (/^[\w\-./]*$/.test(stem)) return stem
  return stem.split('/').map(encodeURIComponent).join('/')
}

/** The absolute URL of a stem, in one of its forms or, with the empty form, under the stem itself. */
export function stemUrl(site: Pick<Site, 'url'>, stem: Stem, form = ''): string {
  return site.url + stemPath(stem) + (form === '' ? '' : `.${form}`)
}

/** The absolute URL of an article's page: what links, feeds and pages call it by. */
export function articleUrl(site: Pick<Site, 'url'>, slug: Slug): string {
  return stemUrl(site, articleStem(slug))
}
