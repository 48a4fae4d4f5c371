import type { Instant } from './instant.ts'
import type { Stem } from './resource.ts'

/**
 * A file that articles show or enclose, a picture, sound or film: published under a URL made from its bytes, as it is but for
 * what it said of where and by whom it was taken.
 */
export interface Asset {
  /** The path of the seed it came from. */
  readonly path: string
  /** Of a large publication they may be read anew each time that they are asked for. */
  readonly bytes: Uint8Array
  /** `/media/` and the hash of the bytes. */
  readonly stem: Stem
  /** The same of each file that was cleaned to these bytes: under it, the file was published before that was done. */
  readonly formerStems: readonly Stem[]
  /** The extension that completes its URL: `jpg`. */
  readonly form: string
  /** Its media type, read from the bytes: `image/jpeg`. */
  readonly type: string
  /** Pixels, of a picture. */
  readonly width?: number
  readonly height?: number
  /** From when on it may be fetched: the first moment at which something that shows it does. */
  readonly from: Instant
}
