import type { Instant } from './instant.ts'
import type { Stem } from './resource.ts'

/**
 * A file that articles show or enclose, a picture, sound or film: published under a URL made from its bytes, unchanged
 * except that the place and the person of the recording are removed.
 */
export interface Asset {
  /** The path of the seed it came from. */
  readonly path: string
  /** For a large publication, each access may read the file again. */
  readonly bytes: Uint8Array
  /** `/media/` and the hash of the bytes. */
  readonly stem: Stem
  /**
   * The stem of each source file that was cleaned to these bytes: before cleaning existed, the file was published under
   * it.
   */
  readonly formerStems: readonly Stem[]
  /** The extension that completes its URL: `jpg`. */
  readonly form: string
  /** Its media type, read from the bytes: `image/jpeg`. */
  readonly type: string
  /** Pixels, of a picture. */
  readonly width?: number
  readonly height?: number
  /** From when on it may be fetched: the first moment at which an article with it is shown. */
  readonly from: Instant
}
