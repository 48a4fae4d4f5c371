import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compress } from '../../../src/node/files/compress.ts'
import { sha256 } from '../../support/sha256.ts'

const encode = (text: string) => new TextEncoder().encode(text)

/** Words of an article, without those of a platform: they are the same on each. */
const words = (count: number) =>
  Array.from({ length: count }, (_, index) => `parola${(index * index) % 997}`).join(' ')

describe('compress() of a whole', () => {
  it('gives what unpacks to the same bytes, for any', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 5000, size: 'max' }),
      fc.string({ size: 'large' }).map(encode),
    )
    fc.assert(
      fc.property(bytes, (plain) => {
        expect(Buffer.compare(gunzipSync(compress(plain, 'member')), plain)).toBe(0)
      }),
    )
  })

  it('takes more than its memory held before', () => {
    const large = encode(words(300_000))
    expect(Buffer.compare(gunzipSync(compress(large, 'member')), large)).toBe(0)
  })

  it('gives the same bytes on every machine', () => {
    // A change here is one of the key of every pack: all are written anew, once.
    const texts = [0, 20, 900, 60_000].map((count) => encode(words(count)))
    expect(texts.map((text) => sha256(compress(text, 'member')))).toMatchInlineSnapshot(`
      [
        "81da0491c5af5635831f6a3febb5d9bfd66987ba3ecc42e58dc3d80938c25705",
        "c489fbe8a611f647fb23e9313357007ab4652648ee30862e305eb643f8cb023d",
        "1e0cbe2d2354252cd5898ede5519cf49abb5296747b5995b017aa0c66829a9d3",
        "185d16d47f72154eda9bdb5d846ba800da80a3f782241b2ae035c55fa24a9ce8",
      ]
    `)
  })

  it('leaves errors of the process to the process', () => {
    compress(encode(words(1)), 'member')
    const added = [...process.listeners('uncaughtException'), ...process.listeners('unhandledRejection')]
    expect(added.map(String).filter((listener) => /ExitStatus|throw reason/.test(listener))).toEqual([])
  })
})
