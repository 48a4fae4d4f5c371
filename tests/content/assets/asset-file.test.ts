import { describe, expect, it } from 'vitest'
import { parseAsset } from '../../../src/content/assets/asset-file.ts'
import type { LargeSeed } from '../../../src/content/source/seed-size.ts'
import type { Seed } from '../../../src/model/seed.ts'
import { aGif, aJpeg, aPng } from '../../support/a-picture.ts'
import { aSeed } from '../../support/a-seed.ts'
import { sha256 } from '../../support/sha256.ts'
import { aMediaFile } from '../a-media-file.ts'

const parse = (path: string, content: string | Uint8Array) => parseAsset(aSeed(path, content), sha256)
const check = (seed: Seed | LargeSeed) => parseAsset(seed, sha256).problem

describe('parseAsset()', () => {
  it('reads kind and size from the bytes', () => {
    const bytes = aPng(640, 480)
    expect(parseAsset(aSeed('a/photo.jpg', bytes), sha256).facts).toEqual({
      stem: `/media/${sha256(bytes).slice(0, 32)}`,
      form: 'png',
      type: 'image/png',
      width: 640,
      height: 480,
      length: bytes.length,
    })
  })

  it('turns the size of a picture that is shown turned', () => {
    expect(parse('a.jpg', aJpeg(640, 480, 1)).facts).toMatchObject({ width: 640, height: 480 })
    expect(parse('a.jpg', aJpeg(640, 480, 6)).facts).toMatchObject({ width: 480, height: 640 })
  })

  it.each([
    ['HTML', '<script>alert(1)</script>'],
    ['nothing', ''],
    ['a picture without pixels', aGif(0, 0)],
    ['the beginning of a picture', aPng(1, 1).subarray(0, 12)],
  ])('refuses %s', (_what, content) => {
    expect(parse('a.png', content)).not.toHaveProperty('facts')
  })

  it.each([
    ['a.jpg', aJpeg(1, 1, 1)],
    ['a.JPEG', aJpeg(1, 1, 1)],
    ['a.mp3', aMediaFile('id3.mp3')],
    ['a.ogg', aMediaFile('opus.opus')],
    ['a.m4a', aMediaFile('mp4.m4a')],
  ])('finds nothing wrong with %s', (path, bytes) => {
    expect(check(aSeed(path, bytes))).toBeUndefined()
  })

  it.each([
    ['a.jpg', aPng(1, 1), 'JPG, but the file is PNG, and is published as that. Rename it to end in .png.'],
    [
      'a.mp3',
      aMediaFile('ipod.m4a'),
      'MP3, but the file is M4A, and is published as that. Rename it to end in .m4a.',
    ],
  ])('warns of the name %s', (path, bytes, message) => {
    expect(check(aSeed(path, bytes))).toEqual({
      severity: 'warning',
      path,
      message: `The name says ${message}`,
    })
  })

  it.each([
    ['a.gif', 'JPEG, PNG, GIF, WebP, AVIF or SVG picture. Save it again as JPEG or PNG.'],
    ['a.mp4', 'MP3, M4A, AAC, Ogg, FLAC, WAV, MP4, WebM or PDF file. Save it again as MP3, MP4 or PDF.'],
  ])('refuses %s with other bytes', (path, message) => {
    expect(check(aSeed(path, aMediaFile('film.mkv')))).toEqual({
      severity: 'error',
      path,
      message: `By what it holds, this is no ${message}`,
    })
  })

  it('refuses a film of which only the beginning was read', () => {
    const seed = { ...aSeed('a.mp4', aMediaFile('film.mp4')), size: 3_000_000_001 }
    expect(check(seed)).toEqual({
      severity: 'error',
      path: 'a.mp4',
      message:
        'The file is 3001 MB; at most 24 MB can be published. Save it in lower quality, or put it on another server and write its whole address.',
    })
  })
})
