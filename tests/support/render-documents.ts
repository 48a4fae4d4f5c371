import type { Article } from '../../src/model/article.ts'
import type { Site } from '../../src/model/site.ts'
import { FEED_STEM } from '../../src/model/stems.ts'
import { createFeedRenderer } from '../../src/publish/render-feed.ts'
import { aSite } from './an-article.ts'

/** The main feed of these articles, each form as text. */
export function renderDocuments(
  articles: readonly Article[],
  site: Partial<Site> = {},
): Readonly<Record<'rss' | 'atom' | 'json' | 'html', string>> {
  const { renditions } = createFeedRenderer(aSite(site))(FEED_STEM, articles)
  const text = (form: string) => {
    const body = renditions.find((rendition) => rendition.form === form)?.body
    return typeof body === 'string' ? body : new TextDecoder().decode(body)
  }
  return { rss: text('rss'), atom: text('atom'), json: text('json'), html: text('html') }
}
