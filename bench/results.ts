import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { findings } from './part.ts'

const machine = z.object({
  processor: z.string(),
  cores: z.number(),
  memoryGigabytes: z.number(),
  system: z.string(),
  /** How many processes wanted a core on average while it was measured, the benchmark's own among them. */
  load: z.number(),
  node: z.string(),
  workerd: z.string(),
})

const entry = z.object({ date: z.iso.datetime(), commit: z.string(), machine, findings })
const results = z.record(z.string(), entry)

export type Machine = z.infer<typeof machine>
export type ResultEntry = z.infer<typeof entry>

/** What each part found when it was last measured, by the part's name. */
export type Results = z.infer<typeof results>

/** Reads what was measured before; nothing where there is no such file. Throws where it is not one of ours. */
export async function readResults(file: string): Promise<Results> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '{}'
    throw error
  })
  return results.parse(JSON.parse(text))
}

/** The results with those of one part in the place of what it found before. */
export function withPart(before: Results, part: string, found: ResultEntry): Results {
  return { ...before, [part]: found }
}

/** Writes the results, a part after another by name, so that a part measured again changes only its own lines. */
export async function writeResults(file: string, all: Results): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  await writeFile(file, `${JSON.stringify(sorted, undefined, 2)}\n`)
}
