import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'smol-toml'
import { z } from 'zod'

const wranglerConfig = z.object({ compatibility_date: z.string() })

/** The behaviour of the runtime that wrangler.toml asks for. */
export async function readCompatibilityDate(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '../wrangler.toml'), 'utf8')
  return wranglerConfig.parse(parse(text)).compatibility_date
}
