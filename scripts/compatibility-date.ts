import { readFile } from 'node:fs/promises'
import { parse } from 'smol-toml'
import { z } from 'zod'
import { PROJECT_WRANGLER_TOML } from './project.ts'

const wranglerConfig = z.object({ compatibility_date: z.string() })

/** The behaviour of the runtime that wrangler.toml asks for. */
export async function readCompatibilityDate(): Promise<string> {
  const text = await readFile(PROJECT_WRANGLER_TOML, 'utf8')
  return wranglerConfig.parse(parse(text)).compatibility_date
}
