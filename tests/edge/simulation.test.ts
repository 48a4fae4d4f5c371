import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SITE_VARIANTS } from '../support/site-variants.ts'
import { Simulation } from './many-edges.ts'

/** All sites together take about as long as one did with as many. */
const STEPS = 12_000
const SEEDS = process.env['SIMULATION_SEED'] ? [Number(process.env['SIMULATION_SEED'])] : [1]
/** Milliseconds: ten times what it takes. */
const TIMEOUT = 240_000
describe.each(SITE_VARIANTS)('many edges of $what under the rules of the store', (variant) => {
  beforeEach(() => {
    // Failures of the store are logged, a line each: here there are thousands.
    vi.spyOn(console, 'error').mockImplementation(() => {})
  })

  afterEach(() => {
    vi.restoreAllMocks()
  })

  it.each(SEEDS)(
    `show a reader nothing torn, missing or stale in ${STEPS} steps (SIMULATION_SEED=%d)`,
    async (seed) => {
      const simulation = new Simulation(seed, variant)
      await simulation.run(STEPS)
      const { counts } = simulation
      // Or the simulation would not have been of what it is meant to be.
      expect(counts.published).toBeGreaterThan(3)
      expect(counts.rolledBack).toBeGreaterThan(2)
      expect(counts.unavailable).toBeGreaterThan(20)
      expect(counts.notModified).toBeGreaterThan(2000)
      expect(counts.whole).toBeGreaterThan(2000)
      if (variant.hasDeltas) expect(counts.delta).toBeGreaterThan(20)
      if (variant.isScheduled) expect(counts.due).toBeGreaterThan(0)
    },
    TIMEOUT,
  )
})
