import type { Article } from '../../src/model/article.ts'
import { instant } from '../../src/model/instant.ts'
import type { RenderedBody } from '../../src/model/rendition.ts'
import type { Site } from '../../src/model/site.ts'
import { FEED_STEM } from '../../src/model/stems.ts'
import { renderSite } from '../../src/publish/render-site.ts'
import { aPublication } from './an-article.ts'
import { sha256 } from './sha256.ts'

/** After everything that is published in tests. */
const AT = instant(Date.UTC(2100, 0, 1))

/** The main feed of these articles, each form as text. */
export function renderDocuments(
  articles: readonly Article[],
  site: Partial<Site> = {},
): Readonly<Record<'rss' | 'atom' | 'json' | 'html', string>> {
  const rendered = renderSite({ ...aPublication([], site), articles }, AT, sha256)
  const [version] = rendered.find(({ stem }) => stem === FEED_STEM)?.versions ?? []
  const renditions = version?.shows.kind === 'content' ? version.shows.renditions : []
  const text = (form: string) => bodyText(renditions.find((rendition) => rendition.form === form)?.body ?? '')
  return { rss: text('rss'), atom: text('atom'), json: text('json'), html: text('html') }
}

function bodyText(body: RenderedBody): string {
  if (typeof body === 'string') return body
  if (body instanceof Uint8Array) return new TextDecoder().decode(body)
  return body.map((fragment) => fragment.text).join('')
}
