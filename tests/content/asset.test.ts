import { describe, expect, it } from 'vitest'
import { parseAsset } from '../../src/content/asset.ts'
import { aGif, aJpeg, aPng } from '../support/a-picture.ts'
import { aSeed } from '../support/a-seed.ts'
import { sha256 } from '../support/sha256.ts'

describe('parseAsset()', () => {
  it('reads kind and size from the bytes', () => {
    const bytes = aPng(640, 480)
    expect(parseAsset(aSeed('a/photo.jpg', bytes), sha256)).toEqual({
      path: 'a/photo.jpg',
      bytes,
      stem: `/media/${sha256(bytes).slice(0, 32)}`,
      form: 'png',
      type: 'image/png',
      width: 640,
      height: 480,
    })
  })

  it('turns the size of a picture that is shown turned', () => {
    expect(parseAsset(aSeed('a.jpg', aJpeg(640, 480, 1)), sha256)).toMatchObject({ width: 640, height: 480 })
    expect(parseAsset(aSeed('a.jpg', aJpeg(640, 480, 6)), sha256)).toMatchObject({ width: 480, height: 640 })
  })

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>alert(1)</script></svg>'],
    ['HTML', '<script>alert(1)</script>'],
    ['nothing', ''],
    ['a picture without pixels', aGif(0, 0)],
    ['the beginning of a picture', aPng(1, 1).subarray(0, 12)],
  ])('refuses %s', (_what, content) => {
    expect(parseAsset(aSeed('a.png', content), sha256)).toBeUndefined()
  })
})
