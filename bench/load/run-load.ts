import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type LoadJob, type LoadOutcome, loadOutcome } from './job.ts'

/** Runs a load in a process of its own. Rejects where an answer is not what was expected. */
export async function runLoad(job: LoadJob): Promise<LoadOutcome> {
  const script = join(import.meta.dirname, 'send-load.ts')
  const options = { maxBuffer: 64 * 1024 * 1024 }
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(job)], options)
  return loadOutcome.parse(JSON.parse(stdout))
}

/** A request as its bytes: a GET on a connection that is kept. */
export function renderRequest(path: string, headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ Host: 'bench.example', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  return `GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
}
