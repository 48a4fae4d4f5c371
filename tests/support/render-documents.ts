import { ADDRESSES } from '../../src/model/addresses.ts'
import type { Article } from '../../src/model/article.ts'
import { instant } from '../../src/model/instant.ts'
import type { Rendered, RenderedBody } from '../../src/model/rendition.ts'
import type { Site } from '../../src/model/site.ts'
import { compress } from '../../src/node/files/compress.ts'
import { publish } from '../../src/publish/publish.ts'
import { inProcess } from '../../src/publish/render-stages.ts'
import { aPublication } from './an-article.ts'
import { MemorySink } from './memory-sink.ts'
import { sha256 } from './sha256.ts'

/** After everything that is published in tests. */
const AT = instant(Date.UTC(2100, 0, 1))

/** The main feed of these articles, each form as text. */
export async function renderDocuments(
  articles: readonly Article[],
  site: Partial<Site> = {},
): Promise<Readonly<Record<'rss' | 'atom' | 'json' | 'html', string>>> {
  const lists: Rendered[] = []
  const settings = { at: AT, digest: sha256, compress, sink: new MemorySink() }
  await publish({ ...aPublication([], site), articles }, settings, {
    ...inProcess,
    lists: (rendered, context) => {
      lists.push(...rendered)
      return inProcess.lists(rendered, context)
    },
  })
  const [version] = lists.find(({ stem }) => stem === ADDRESSES.feed.stem)?.versions ?? []
  const renditions = version?.shows.kind === 'content' ? version.shows.renditions : []
  const text = (form: string) => bodyText(renditions.find((rendition) => rendition.form === form)?.body ?? '')
  return { rss: text('rss'), atom: text('atom'), json: text('json'), html: text('html') }
}

function bodyText(body: RenderedBody): string {
  if (typeof body === 'string') return body
  if (body instanceof Uint8Array) return new TextDecoder().decode(body)
  return body.map((fragment) => fragment.text).join('')
}
