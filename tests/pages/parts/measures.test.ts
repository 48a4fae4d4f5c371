import { describe, expect, it } from 'vitest'
import { fileKind, fileSize, playingTime } from '../../../src/pages/parts/enclosures.ts'

describe('playingTime', () => {
  it.each([
    [0, '0:00'],
    [59.6, '1:00'],
    [754, '12:34'],
    [3723, '1:02:03'],
  ])('of %d seconds is %s', (seconds, time) => {
    expect(playingTime(seconds)).toBe(time)
  })
})

describe('fileSize', () => {
  it.each([
    [1, '1 kB'],
    [240_400, '240 kB'],
    [999_499, '999 kB'],
    [999_500, '1,0 MB'],
    [5_234_567, '5,2 MB'],
  ])('of %d bytes is %s', (bytes, size) => {
    expect(fileSize(bytes, ',')).toBe(size)
  })
})

describe('fileKind', () => {
  it.each([
    ['https://example.org/media/a1.mp3', 'audio/mpeg', 'MP3'],
    ['https://example.org/play?file=1', 'audio/mpeg', 'MPEG'],
    ['https://example.org/', 'application/epub+zip', 'ZIP'],
    ['https://example.org/', 'odd', 'ODD'],
  ])('of %s, %s, is %s', (url, type, kind) => {
    expect(fileKind(url, type)).toBe(kind)
  })
})
