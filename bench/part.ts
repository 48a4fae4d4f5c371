import { z } from 'zod'

const table = z.object({
  caption: z.string(),
  columns: z.array(z.string()).readonly(),
  rows: z.array(z.array(z.string()).readonly()).readonly(),
})

/** A goal, as a row of a table. */
const target = z.object({
  what: z.string(),
  mustReach: z.string(),
  measured: z.string(),
  reached: z.boolean(),
})

/** The results of a part of the benchmark. */
export const findings = z.object({
  /** Sentences that say how it was measured. */
  method: z.array(z.string()).readonly(),
  targets: z.array(target).readonly(),
  tables: z.array(table).readonly(),
})

export type Target = z.infer<typeof target>
export type Findings = z.infer<typeof findings>

/** How much to measure, from the command line. */
export interface Extent {
  /** How many articles, if the part leaves that open. */
  readonly articles: number | undefined
  readonly minutes: number
  readonly rounds: number
}

/** A part of the benchmark, with its name on the command line and its section in the report. */
export interface Part {
  readonly name: string
  readonly title: string
  /** Whether the part takes so long that it runs only by name or with `--all`. */
  readonly isLong: boolean
  /** Measures in a folder of its own, which is deleted afterwards. */
  readonly measure: (folder: string, extent: Extent) => Promise<Findings>
}
