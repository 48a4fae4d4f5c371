import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type LoadJob, type LoadOutcome, loadOutcome } from './job.ts'

/** Runs a load test in a separate process. Rejects if an answer is not as expected. */
export async function runLoad(job: LoadJob): Promise<LoadOutcome> {
  const script = join(import.meta.dirname, 'send-load.ts')
  const options = { maxBuffer: 64 * 1024 * 1024 }
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(job)], options)
  return loadOutcome.parse(JSON.parse(stdout))
}

/** Renders a raw GET request on a persistent connection. */
export function renderRequest(path: string, headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ Host: 'bench.example', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  return `GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
}
