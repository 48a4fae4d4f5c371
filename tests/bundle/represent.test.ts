import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { represent } from '../../src/bundle/represent.ts'
import type { Rendition } from '../../src/model/rendition.ts'
import type { Representation, Stem } from '../../src/model/resource.ts'
import { sha256 } from '../support/sha256.ts'

function representOne(rendition: Partial<Rendition>): Representation {
  const whole = { form: 'html', type: 'text/html; charset=utf-8', body: '', ...rendition }
  const [representation] = represent(
    { stem: '/x' as Stem, renditions: [whole] },
    { digest: sha256, deltas: true },
  ).representations
  if (representation === undefined) throw new Error('nothing was represented')
  return representation
}

describe('represent', () => {
  it('compresses a text where that pays, and gives it back', () => {
    const body = 'perché no? '.repeat(500)
    const representation = representOne({ body })
    expect(representation.coding).toBe('gzip')
    expect(representation.body.length).toBeLessThan(200)
    expect(gunzipSync(representation.body).toString('utf8')).toBe(body)
  })

  it('leaves a short text as it is', () => {
    expect(representOne({ body: 'x'.repeat(859) }).coding).toBe('identity')
    expect(representOne({ body: 'x'.repeat(860) }).coding).toBe('gzip')
  })

  it('leaves pictures and what does not shrink as they are', () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, index) =>
      Number.parseInt(sha256(Uint8Array.of(index % 256, index >> 8)).slice(0, 2), 16),
    )
    expect(representOne({ body: noise, type: 'application/octet-stream' }).coding).toBe('identity')
    expect(representOne({ body: new Uint8Array(5000), type: 'image/png' }).coding).toBe('identity')
  })

  it('tags the plain bytes, not the compressed ones', () => {
    const body = 'a'.repeat(2000)
    expect(representOne({ body }).etag).toBe(sha256(new TextEncoder().encode(body)).slice(0, 32))
  })

  it('compresses to the same bytes on every machine', () => {
    // What this text came to when the format was laid down: a change here changes the key of every pack.
    const { body } = representOne({ body: 'Le stesse parole danno gli stessi byte. '.repeat(100) })
    expect(sha256(body)).toMatchInlineSnapshot(
      `"3bdd3e67839023bb38724f98c11896f314ee67ed32b5973135b3a541b7195171"`,
    )
  })
})
