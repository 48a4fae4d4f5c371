import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { findings } from './part.ts'

const machine = z.object({
  processor: z.string(),
  cores: z.number(),
  memoryGigabytes: z.number(),
  system: z.string(),
  /** The average number of processes that wanted a core during the measurement, including the benchmark's own. */
  load: z.number(),
  node: z.string(),
  workerd: z.string(),
})

const entry = z.object({ date: z.iso.datetime(), commit: z.string(), machine, findings })
const results = z.record(z.string(), entry)

export type Machine = z.infer<typeof machine>
export type ResultEntry = z.infer<typeof entry>

/** The latest results of each part, by its name. */
export type Results = z.infer<typeof results>

/** Reads earlier results. They are empty if there is no such file. Throws if the file has other content. */
export async function readResults(file: string): Promise<Results> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '{}'
    throw error
  })
  return results.parse(JSON.parse(text))
}

/** Replaces the results of one part. */
export function withPart(before: Results, part: string, found: ResultEntry): Results {
  return { ...before, [part]: found }
}

/** Writes the results, sorted by part, so that measuring a part again changes only its own lines. */
export async function writeResults(file: string, all: Results): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  await writeFile(file, `${JSON.stringify(sorted, undefined, 2)}\n`)
}
