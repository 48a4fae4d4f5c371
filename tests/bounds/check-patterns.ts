import { describe, expect, it } from 'vitest'
import type { HostilePattern } from './hostile-pattern.ts'
import { growsTooFast, measureGrowth } from './measure-growth.ts'

/** Milliseconds: a pattern that is fine takes less than one of them, and the machine may be a slow one. */
const TIMEOUT = 240_000

/** A test for each pattern of an area: that what it costs grows about as fast as it does. */
export function checkPatterns<Input>(
  area: string,
  patterns: readonly HostilePattern<Input>[],
  sizes?: readonly number[],
): void {
  const largest = sizes === undefined ? '256 kB' : `${(sizes.at(-1) ?? 0) / 1000} kB`
  describe(`${area}, doubled up to ${largest}`, () => {
    it.each(patterns)(
      'costs about twice as much: $name',
      async (pattern) => {
        const costs = await measureGrowth(pattern, sizes)
        const told = costs.map(
          ({ bytes, milliseconds }) => `${bytes / 1000} kB ${milliseconds.toFixed(1)} ms`,
        )
        expect(growsTooFast(costs), told.join(', ')).toBe(false)
      },
      TIMEOUT,
    )
  })
}
