import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMediaForm, typeOfExtension } from '../../../src/content/assets/media-form.ts'
import { A_PDF, aMediaFile } from '../a-media-file.ts'

const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((character) => character.charCodeAt(0)) : part,
    ),
  )

/** The first page of an Ogg file, of a stream that begins so. */
const anOgg = (codec: string) => bytesOf('OggS', new Array(23).fill(0), [codec.length], codec)

/** An `ftyp` box. */
const anMp4 = (major: string, ...others: string[]) =>
  bytesOf([0, 0, 0, 16 + 4 * others.length], 'ftyp', major, [0, 0, 2, 0], others.join(''), 'later isom')

describe('readMediaForm()', () => {
  it.each([
    ['id3.mp3', 'mp3', 'audio/mpeg'],
    ['bare.mp3', 'mp3', 'audio/mpeg'],
    ['mpeg25.mp3', 'mp3', 'audio/mpeg'],
    ['ipod.m4a', 'm4a', 'audio/mp4'],
    ['mp4.m4a', 'm4a', 'audio/mp4'],
    ['adts.aac', 'aac', 'audio/aac'],
    ['id3.aac', 'aac', 'audio/aac'],
    ['opus.opus', 'opus', 'audio/ogg'],
    ['flac.oga', 'oga', 'audio/ogg'],
    ['film.mp4', 'mp4', 'video/mp4'],
    ['frag.mp4', 'mp4', 'video/mp4'],
    ['film.webm', 'webm', 'video/webm'],
    ['pcm.wav', 'wav', 'audio/wav'],
  ])('reads %s', (name, form, type) => {
    expect(readMediaForm(aMediaFile(name), form)).toEqual({ form, type })
  })

  it.each([
    ['PDF', A_PDF, 'pdf', 'application/pdf'],
    ['FLAC', bytesOf('fLaC', [0, 0, 0, 34]), 'flac', 'audio/flac'],
    [
      'FLAC after a tag',
      bytesOf('ID3', [4, 0, 0, 0, 0, 1, 0], new Array(128).fill(0), 'fLaC'),
      'flac',
      'audio/flac',
    ],
    ['a tag that hides what follows', bytesOf('ID3', [4, 0, 0, 0, 0, 1, 0]), 'mp3', 'audio/mpeg'],
    ['Vorbis', anOgg('\x01vorbis'), 'ogg', 'audio/ogg'],
    ['Theora', anOgg('\x80theora'), 'ogv', 'video/ogg'],
    ['an audio book', anMp4('M4B ', 'isom'), 'm4a', 'audio/mp4'],
    ['a film for iPods', anMp4('M4V ', 'isom'), 'mp4', 'video/mp4'],
    ['a film of a foreign brand', anMp4('XAVC', 'XAVC', 'mp42'), 'mp4', 'video/mp4'],
  ])('tells %s by its bytes alone', (_, bytes, form, type) => {
    expect(readMediaForm(bytes, 'txt')).toEqual({ form, type })
  })

  it.each([
    ['film.mp4', 'm4v', 'm4v', 'video/mp4'],
    ['film.mp4', 'mp3', 'mp4', 'video/mp4'],
    ['ipod.m4a', 'mp4', 'm4a', 'audio/mp4'],
    ['opus.opus', 'ogg', 'ogg', 'audio/ogg'],
    ['id3.mp3', 'wav', 'mp3', 'audio/mpeg'],
  ])('publishes %s with the extension %s as %s', (name, extension, form, type) => {
    expect(readMediaForm(aMediaFile(name), extension)).toEqual({ form, type })
  })

  it.each([
    ['nothing', bytesOf()],
    ['Matroska', aMediaFile('film.mkv')],
    ['QuickTime', aMediaFile('film.mov')],
    ['QuickTime that claims to be more', anMp4('qt  ', 'isom')],
    ['a picture in such a box', anMp4('heic', 'mif1', 'heic')],
    ['a brand that is named after the box', anMp4('abcd')],
    ['AVI', bytesOf('RIFF', [0, 0, 0, 0], 'AVI LIST')],
    ['MPEG audio of layer II', bytesOf([0xff, 0xfd, 0x84, 0x04])],
    ['UTF-16', bytesOf([0xff, 0xfe, 0x41, 0])],
    ['HTML', bytesOf('<!doctype html>')],
    ['ZIP', bytesOf('PK', [3, 4])],
  ])('refuses %s', (_, bytes) => {
    expect(readMediaForm(bytes, 'mp3')).toBeUndefined()
  })

  it('reads any bytes without failing', () => {
    const beginning = fc.constantFrom(
      '',
      'ID3',
      'OggS\0',
      '\0\0\0\x18ftyp',
      '\x1A\x45\xDF\xA3',
      'RIFF',
      '\xFF',
    )
    fc.assert(
      fc.property(beginning, fc.uint8Array(), fc.string(), (known, rest, extension) => {
        const form = readMediaForm(bytesOf(known, [...rest]), extension)
        expect(form === undefined || /^\w+$/.test(form.form)).toBe(true)
      }),
    )
  })
})

describe('typeOfExtension()', () => {
  it.each([
    ['mp3', 'audio/mpeg'],
    ['m4a', 'audio/mp4'],
    ['ogg', 'audio/ogg'],
    ['jpeg', 'image/jpeg'],
    ['exe', undefined],
    ['constructor', undefined],
  ])('knows %s', (extension, type) => {
    expect(typeOfExtension(extension)).toBe(type)
  })
})
