import type { BytesAtHand } from '../../src/model/kept-bytes.ts'
import type { RenderedArticle } from '../../src/publish/render-article.ts'
import type { KeptReader } from './kept-file.ts'
import { KeptFragment } from './kept-fragment.ts'
import type { PressedOrder } from './orders.ts'
import { sharePieces } from './share-pieces.ts'

/** What was pressed, with its fragments at hand. */
export function takeUp(
  { resources, fragments: { rss, atom, json, html } }: PressedOrder,
  reader: KeptReader,
): RenderedArticle<BytesAtHand> {
  return {
    resources: resources.map(sharePieces),
    fragments: {
      rss: new KeptFragment(rss, true, reader),
      atom: new KeptFragment(atom, true, reader),
      json: new KeptFragment(json, true, reader),
      html: new KeptFragment(html, false, reader),
      jsonBytes: json.length,
    },
  }
}
