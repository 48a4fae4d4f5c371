import type { Instant } from './instant.ts'
import type { Stem } from './resource.ts'

/**
 * A file that articles show or enclose: a picture, sound, film or document. It is published under a URL made from its
 * bytes, without the data about where and by whom it was made.
 */
export interface Asset {
  /** The path of its seed. */
  readonly path: string
  /** For a large publication, each access may read the file again. */
  readonly bytes: Uint8Array
  /** `/media/` and the hash of the bytes. */
  readonly stem: Stem
  /** The stem of each source file that was cleaned to these bytes: before cleaning existed, the file was published there. */
  readonly formerStems: readonly Stem[]
  /** The extension that completes its URL: `jpg`. */
  readonly form: string
  /** Its media type, read from the bytes: `image/jpeg`. */
  readonly type: string
  /** Size of a picture in pixels. */
  readonly width?: number
  readonly height?: number
  /** The moment from which it is public: the first moment at which an article with it is shown. */
  readonly from: Instant
}
