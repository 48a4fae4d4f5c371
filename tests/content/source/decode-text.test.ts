import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../src/content/source/decode-text.ts'
import { aSeed } from '../../support/a-seed.ts'

const bytes = (...values: number[]) => decodeText(aSeed('a.txt', Uint8Array.from(values)))

describe('decodeText()', () => {
  it('takes the byte order mark off', () => {
    expect(bytes(0xef, 0xbb, 0xbf, 0x61)).toEqual({ text: 'a', problems: [] })
  })

  it('writes every line end as a line feed', () => {
    expect(decodeText(aSeed('a.txt', 'a\r\nb\rc\n')).text).toBe('a\nb\nc\n')
  })

  it('composes characters', () => {
    expect(decodeText(aSeed('a.txt', 'perche\u0301')).text).toBe('perché')
  })

  it.each([
    { what: 'Latin-1 before a letter', values: [0x61, 0xe8, 0x62], offset: 1, byte: 'E8' },
    { what: 'a character cut off by the end', values: [0x61, 0x0a, 0xe2, 0x82], offset: 2, byte: 'E2' },
    { what: 'a lone continuation byte', values: [0x80], offset: 0, byte: '80' },
    { what: 'an encoded surrogate', values: [0x61, 0x62, 0xed, 0xa0, 0x80], offset: 2, byte: 'ED' },
    { what: 'half of a mark', values: [0xff, 0x61, 0x00], offset: 0, byte: 'FF' },
  ])('names the offset of $what', ({ values, offset, byte }) => {
    const [problem] = bytes(...values).problems
    expect(problem).toMatchObject({
      severity: 'error',
      message: `Not UTF-8: the byte 0x${byte} at offset ${offset} begins no character. Save the file as UTF-8.`,
    })
  })

  const ARTICLE = '---\ntitle: Perché 🐝\ndate: 2026-01-01\n---\nUna frase.\n'
  const little = Buffer.from(ARTICLE, 'utf16le')
  const big = Buffer.from(little).swap16()
  const wider = Buffer.from(
    [...ARTICLE].flatMap((sign) => {
      const code = sign.codePointAt(0) ?? 0
      return [code & 0xff, (code >> 8) & 0xff, (code >> 16) & 0xff, 0]
    }),
  )

  it.each([
    ['little', Buffer.concat([Buffer.from([0xff, 0xfe]), little])],
    ['big', Buffer.concat([Buffer.from([0xfe, 0xff]), big])],
  ])('reads UTF-16 by its mark, %s end first', (_, written) => {
    expect(decodeText(aSeed('a.md', written))).toEqual({ text: ARTICLE, problems: [] })
  })

  it.each([
    ['UTF-16 without a byte order mark', little],
    ['UTF-16 without a byte order mark', big],
    ['UTF-32', Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), wider])],
    ['UTF-32', wider],
    ['UTF-32', Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), wider]).swap32()],
  ])('tells once that a file is %s', (name, written) => {
    const message = `This is ${name}. Save the file as UTF-8.`
    expect(decodeText(aSeed('a.md', written)).problems).toEqual([
      { severity: 'error', path: 'a.md', line: 1, column: 1, message },
    ])
  })

  it.each(['a', 'ab', 'abc', '\0', 'a\0b', '12345678'])('does not take %j for UTF-16', (text) => {
    expect(decodeText(aSeed('a.txt', text)).problems.map(({ severity }) => severity)).not.toContain('error')
  })

  it('tells line and column of what is not UTF-8', () => {
    expect(bytes(0x61, 0x0a, 0x62, 0x62, 0xe8, 0x20).problems[0]).toMatchObject({ line: 2, column: 3 })
  })

  it('takes a replacement character for what it is', () => {
    expect(decodeText(aSeed('a.txt', 'a\uFFFDb'))).toEqual({ text: 'a\uFFFDb', problems: [] })
  })

  it('drops characters illegal in XML and tells where they were', () => {
    const { text, problems } = decodeText(aSeed('a.txt', 'one\ntw\u0008o\uFFFE'))
    expect(text).toBe('one\ntwo')
    expect(problems).toEqual([
      {
        severity: 'warning',
        path: 'a.txt',
        line: 2,
        column: 3,
        message: 'The character U+0008 is illegal in feeds and was left out.',
      },
      {
        severity: 'warning',
        path: 'a.txt',
        line: 2,
        column: 5,
        message: 'The character U+FFFE is illegal in feeds and was left out.',
      },
    ])
  })

  it('gives text legal in XML for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (any) => {
        const { text } = decodeText(aSeed('a.txt', any))
        expect(text).toBe(text.normalize('NFC'))
        expect(text).not.toMatch(/[\0-\x08\x0B-\x1F\uFFFE\uFFFF]|\p{Cs}/u)
      }),
    )
  })
})
