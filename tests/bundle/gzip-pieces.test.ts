import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deflatePiece, GZIP_HEADER, gzipTrailer } from '../../src/bundle/gzip-pieces.ts'
import { compress } from '../../src/node/files/compress.ts'
import { sha256 } from '../support/sha256.ts'

function gzipOf(pieces: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([
    GZIP_HEADER,
    ...pieces.map((piece) => deflatePiece(piece, compress)),
    gzipTrailer(Buffer.concat(pieces)),
  ])
}

describe('deflatePiece', () => {
  it('makes any pieces one gzip member, in any order', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ maxLength: 2000 }).map((text) => new TextEncoder().encode(text)),
      ),
    )
    fc.assert(
      fc.property(pieces, (each) => {
        expect(gunzipSync(gzipOf(each))).toEqual(Buffer.concat(each))
      }),
      { numRuns: 500 },
    )
  })

  it('takes more than the compressor holds at once', () => {
    const large = new TextEncoder().encode(
      Array.from({ length: 9000 }, (_, index) => sha256(Uint8Array.of(index, index >> 8))).join(' '),
    )
    expect(gunzipSync(gzipOf([large, large]))).toEqual(Buffer.concat([large, large]))
  })

  it('gives the same bytes on every machine', () => {
    // What this text came to when the format was laid down: a change here changes the key of every pack.
    const text = 'Le stesse parole danno gli stessi byte. '.repeat(100)
    expect(sha256(deflatePiece(new TextEncoder().encode(text), compress))).toMatchInlineSnapshot(
      `"fdb504d4d76ffee17d578228e6856c052cfe7acd67e1d53daaee4793b37999da"`,
    )
  })
})
