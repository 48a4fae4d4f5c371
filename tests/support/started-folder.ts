import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { freePort } from './free-port.ts'
import { type Running, start } from './run-script.ts'

const SCRIPT = join(import.meta.dirname, '../../scripts/strillone.ts')

/** Starts `npm start` on a folder of articles, for one test. Resolves before it is up. */
export async function startFolder(
  seeds: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly dev: Running; readonly address: string }> {
  const port = await freePort()
  const dev = start(process.execPath, [SCRIPT, 'start', '--seeds', seeds, '--port', String(port)], env)
  onTestFinished(async () => void (await dev.stop()))
  return { dev, address: `http://127.0.0.1:${port}` }
}
