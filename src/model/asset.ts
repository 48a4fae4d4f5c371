import type { Instant } from './instant.ts'
import type { Stem } from './resource.ts'

/** A file that articles show or enclose, a picture, sound or film: published as it is, under a URL made from its bytes. */
export interface Asset {
  /** The path of the seed it came from. */
  readonly path: string
  readonly bytes: Uint8Array
  /** `/media/` and the hash of the bytes. */
  readonly stem: Stem
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
