import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteReader } from '../../src/bundle/byte-reader.ts'
import { ByteWriter } from '../../src/bundle/byte-writer.ts'

function written(write: (writer: ByteWriter) => void): Uint8Array {
  const writer = new ByteWriter()
  write(writer)
  return writer.finish()
}

describe('ByteReader', () => {
  it('reads any number that a ByteWriter wrote', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(new ByteReader(written((writer) => writer.writeNumber(value))).readNumber()).toBe(value)
      }),
    )
  })

  it('reads any well-formed text that a ByteWriter wrote, byte order marks included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const text = `\ufeff${value.toWellFormed()}`
        expect(new ByteReader(written((writer) => writer.writeText(text))).readText()).toBe(text)
      }),
    )
  })

  it('reads any bytes and lists that a ByteWriter wrote', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array()), (list) => {
        const bytes = written((writer) => writer.writeList(list, (item) => writer.writeBytes(item)))
        const reader = new ByteReader(bytes)
        expect(reader.readList(() => reader.readBytes())).toEqual(list)
        reader.finish()
      }),
    )
  })

  it('throws a RangeError where the bytes end too early', () => {
    const bytes = written((writer) => writer.writeText('abc'))
    for (let length = 0; length < bytes.length; length++) {
      expect(() => new ByteReader(bytes.subarray(0, length)).readText()).toThrow(RangeError)
    }
  })

  it('throws a RangeError for a number beyond what is safe', () => {
    expect(() => new ByteReader(new Uint8Array(9).fill(0xff)).readNumber()).toThrow(RangeError)
  })

  it('throws a RangeError for text that is not UTF-8', () => {
    expect(() => new ByteReader(Uint8Array.of(1, 0xff)).readText()).toThrow(RangeError)
  })

  it('throws a RangeError where bytes are left over', () => {
    expect(() => new ByteReader(Uint8Array.of(1)).finish()).toThrow(RangeError)
  })
})

describe('ByteWriter', () => {
  it('refuses what is no whole number from zero on', () => {
    for (const value of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(() => new ByteWriter().writeNumber(value)).toThrow(RangeError)
    }
  })
})
