import type { HostilePattern } from './hostile-pattern.ts'

/** The sizes that a pattern goes through, each twice the one before. */
const SIZES = [8_000, 16_000, 32_000, 64_000, 128_000, 256_000]

/**
 * What two successive doublings may cost, each. Linear is 2, and `n log n` 2.2; quadratic is 4. Beside other work, what fills the
 * caches and keeps the garbage collector busy costs up to 3.1.
 */
export const MOST_GROWTH = 3.3

/** Milliseconds. What costs less is not judged: some systems count CPU in steps of four. */
const FLOOR = 20

/** Milliseconds. What costs more is not doubled once more: it has failed, and need not fail for minutes. */
const CEILING = 20_000

/** How often a size is measured at most. The least is nearest to what it costs: all else only adds to it. */
const TRIALS = 5

/** What one size of a pattern costs. */
export interface Cost {
  readonly bytes: number
  /** Of CPU, in this thread. */
  readonly milliseconds: number
}

/**
 * Measures what a pattern costs in each size. Each is measured once, and as often as it takes, up to five times, only
 * where it seems to grow faster than it may.
 */
export async function measureGrowth<Input>(
  { make, run }: HostilePattern<Input>,
  sizes: readonly number[] = SIZES,
): Promise<readonly Cost[]> {
  const largest = sizes.at(-1) ?? 0
  const cost = async (bytes: number): Promise<number> => {
    const input = await make(bytes)
    const before = process.threadCpuUsage()
    await run(input)
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1000
  }
  // What runs for the first time is compiled.
  await cost(sizes[0] ?? largest)
  let costs: readonly Cost[] = []
  for (const bytes of sizes) {
    const milliseconds = await cost(bytes)
    costs = [...costs, { bytes, milliseconds }]
    if (milliseconds > CEILING) break
  }
  for (let trial = 1; trial < TRIALS && growsTooFast(costs); trial += 1) {
    const again: Cost[] = []
    for (const { bytes, milliseconds } of costs)
      again.push({
        bytes,
        milliseconds: milliseconds > CEILING / 4 ? milliseconds : Math.min(milliseconds, await cost(bytes)),
      })
    costs = again
  }
  return costs
}

/** Whether two successive doublings cost more than they may, each. */
export function growsTooFast(costs: readonly Cost[]): boolean {
  return costs.some(({ milliseconds: first }, index) => {
    const [second, third] = [costs[index + 1]?.milliseconds, costs[index + 2]?.milliseconds]
    if (second === undefined || third === undefined || second < FLOOR) return false
    return second > first * MOST_GROWTH && third > second * MOST_GROWTH
  })
}
