import { ADDRESSES } from '../../src/model/addresses.ts'
import type { Article, ArticleFacts } from '../../src/model/article.ts'
import { instant } from '../../src/model/instant.ts'
import type { RenderedBody } from '../../src/model/rendition.ts'
import type { Site } from '../../src/model/site.ts'
import { type FeedFragments, renderFragments } from '../../src/publish/feed-fragments.ts'
import { planSite, renderLists } from '../../src/publish/render-site.ts'
import { aPublication } from './an-article.ts'
import { sha256 } from './sha256.ts'

/** After everything that is published in tests. */
const AT = instant(Date.UTC(2100, 0, 1))

/** The main feed of these articles, each form as text. */
export function renderDocuments(
  articles: readonly Article[],
  site: Partial<Site> = {},
): Readonly<Record<'rss' | 'atom' | 'json' | 'html', string>> {
  const publication = { ...aPublication([], site), articles }
  const fragments = new Map<ArticleFacts, FeedFragments>(
    articles.map((article) => [article, renderFragments(article, publication.site)]),
  )
  const fragmentsOf = (article: ArticleFacts): FeedFragments => {
    const own = fragments.get(article)
    if (own === undefined) throw new Error(`Not rendered: ${article.path}`)
    return own
  }
  const rendered = renderLists(publication, planSite(publication, sha256), fragmentsOf, AT)
  const [version] = rendered.find(({ stem }) => stem === ADDRESSES.feed.stem)?.versions ?? []
  const renditions = version?.shows.kind === 'content' ? version.shows.renditions : []
  const text = (form: string) => bodyText(renditions.find((rendition) => rendition.form === form)?.body ?? '')
  return { rss: text('rss'), atom: text('atom'), json: text('json'), html: text('html') }
}

function bodyText(body: RenderedBody): string {
  if (typeof body === 'string') return body
  if (body instanceof Uint8Array) return new TextDecoder().decode(body)
  return body.map((fragment) => fragment.text).join('')
}
