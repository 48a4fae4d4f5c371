import { describe, expect, it } from 'vitest'
import { renderBulkFiles } from '../../src/bundle/bulk-file.ts'
import type { Pack, PackKey } from '../../src/model/pack.ts'

function aPack(index: number, bytes: number): Pack {
  return { key: String(index).padStart(64, '0') as PackKey, bytes: new Uint8Array(bytes).fill(index) }
}

describe('renderBulkFiles', () => {
  it('gives back every pack through its base64 value', () => {
    const packs = [aPack(1, 3), aPack(2, 100_000)]
    const [file = ''] = renderBulkFiles(packs)
    const pairs: { key: string; value: string; base64: boolean }[] = JSON.parse(file)
    expect(
      pairs.map(({ key, value }) => ({ key, bytes: new Uint8Array(Buffer.from(value, 'base64')) })),
    ).toEqual(packs)
    expect(pairs.every(({ base64 }) => base64)).toBe(true)
  })

  it('begins another file beyond the pairs that one request takes', () => {
    const packs = Array.from({ length: 7 }, (_, index) => aPack(index, 1))
    expect(renderBulkFiles(packs, 3).map((file) => JSON.parse(file).length)).toEqual([3, 3, 1])
  })

  it('keeps every file within the bytes that one request takes', () => {
    const packs = Array.from({ length: 20 }, (_, index) => aPack(index, 1000))
    const files = renderBulkFiles(packs, 10_000, 5000)
    expect(files.length).toBeGreaterThan(4)
    for (const file of files) expect(file.length).toBeLessThanOrEqual(5000)
  })

  it('throws at a pack larger than the 25 MiB that the store takes, naming it and its size', () => {
    const pack = aPack(7, 26_214_401)
    expect(() => renderBulkFiles([aPack(1, 3), pack])).toThrow(
      `The pack ${pack.key} has 26214401 bytes; the store takes no more than 26214400.`,
    )
    expect(renderBulkFiles([aPack(1, 26_214_400)])).toHaveLength(1)
  })

  it('gives no file for no packs', () => {
    expect(renderBulkFiles([])).toEqual([])
  })
})
