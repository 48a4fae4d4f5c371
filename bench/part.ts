import { z } from 'zod'

const table = z.object({
  caption: z.string(),
  columns: z.array(z.string()).readonly(),
  rows: z.array(z.array(z.string()).readonly()).readonly(),
})

/** A row of what has to be reached. */
const target = z.object({
  what: z.string(),
  mustReach: z.string(),
  measured: z.string(),
  reached: z.boolean(),
})

/** What a part of the benchmark found. */
export const findings = z.object({
  /** How it was measured: sentences. */
  method: z.array(z.string()).readonly(),
  targets: z.array(target).readonly(),
  tables: z.array(table).readonly(),
})

export type Target = z.infer<typeof target>
export type Findings = z.infer<typeof findings>

/** What the command line says of how much is to be measured. */
export interface Extent {
  /** How many articles, where a part leaves that open. */
  readonly articles: number | undefined
  readonly minutes: number
  readonly rounds: number
}

/** A part of the benchmark: it has a name on the command line, and a section in the report. */
export interface Part {
  readonly name: string
  readonly title: string
  /** Whether it takes so long that it runs only where it is named, or everything is. */
  readonly isLong: boolean
  /** Measures in a folder of its own, which goes afterwards. */
  readonly measure: (folder: string, extent: Extent) => Promise<Findings>
}
