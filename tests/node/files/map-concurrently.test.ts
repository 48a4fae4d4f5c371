import { describe, expect, it } from 'vitest'
import { mapConcurrently } from '../../../src/node/files/map-concurrently.ts'

describe('mapConcurrently', () => {
  it('gives the results in the order of the items, whichever is done first', async () => {
    const turns: number[] = []
    const doubled = await mapConcurrently([30, 1, 20, 2], 3, async (count) => {
      for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve))
      turns.push(count)
      return count * 2
    })
    expect([doubled, turns[0]]).toEqual([[60, 2, 40, 4], 1])
  })

  it('has no more at work than it may', async () => {
    let running = 0
    let most = 0
    const items = Array.from({ length: 50 }, (_, index) => index)
    await mapConcurrently(items, 4, async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setImmediate(resolve))
      running -= 1
    })
    expect(most).toBe(4)
  })

  it('gives nothing for nothing, and rejects with what the mapping rejects with', async () => {
    expect(await mapConcurrently([], 4, async () => 1)).toEqual([])
    await expect(mapConcurrently([1], 4, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  })
})
