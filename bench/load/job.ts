import { z } from 'zod'

/** The parameters of a load test. */
export const loadJob = z.object({
  port: z.number(),
  /** The raw requests. They are sent in turn, over and over. */
  requests: z.array(z.string()),
  status: z.number(),
  connections: z.number(),
  milliseconds: z.number(),
})

/** The results of a load test. Times are in milliseconds. */
export const loadOutcome = z.object({
  /** All answers, including those of the warm-up. */
  answers: z.number(),
  perSecond: z.number(),
  p50: z.number(),
  p99: z.number(),
})

export type LoadJob = z.infer<typeof loadJob>
export type LoadOutcome = z.infer<typeof loadOutcome>
