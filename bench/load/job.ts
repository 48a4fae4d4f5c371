import { z } from 'zod'

/** What a load consists of. */
export const loadJob = z.object({
  port: z.number(),
  /** The requests as their bytes, asked in turn, over and over. */
  requests: z.array(z.string()),
  status: z.number(),
  connections: z.number(),
  milliseconds: z.number(),
})

/** What came of it. Times are in milliseconds. */
export const loadOutcome = z.object({
  /** All that were answered, with those before the time was taken. */
  answers: z.number(),
  perSecond: z.number(),
  p50: z.number(),
  p99: z.number(),
})

export type LoadJob = z.infer<typeof loadJob>
export type LoadOutcome = z.infer<typeof loadOutcome>
