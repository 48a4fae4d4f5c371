import type { BlobRef, BytesOrRef } from '../../model/blob.ts'
import type { Fragment } from '../../model/rendition.ts'
import type { RenderedArticle } from '../../publish/render-article.ts'
import type { BlobReader } from './blob-file.ts'
import { sharePieces } from './share-pieces.ts'
import type { RenderedArticleRef } from './tasks.ts'

/** A fragment whose text is read when it is needed. Another thread gets only its place. */
export class StoredFragment implements Fragment {
  readonly kept: BlobRef
  readonly isEntry: boolean
  readonly #reader: BlobReader

  constructor(kept: BlobRef, isEntry: boolean, reader: BlobReader) {
    this.kept = kept
    this.isEntry = isEntry
    this.#reader = reader
  }

  get text(): string {
    return new TextDecoder().decode(this.#reader.read(this.kept))
  }
}

/** A rendered article, whose fragments are read when they are needed. */
export function loadRendered(
  { resources, fragments: { entries, html, jsonBytes } }: RenderedArticleRef,
  reader: BlobReader,
): RenderedArticle<BytesOrRef> {
  return {
    resources: resources.map(sharePieces),
    fragments: {
      entries: Object.fromEntries(
        Object.entries(entries).map(([form, kept]) => [form, new StoredFragment(kept, true, reader)]),
      ),
      html: new StoredFragment(html, false, reader),
      jsonBytes,
    },
  }
}
