import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** wrangler's own program. Its package exports no path to it, but its description. */
const WRANGLER = join(
  dirname(createRequire(import.meta.url).resolve('wrangler/package.json')),
  'bin/wrangler.js',
)

/** What a command said and how it ended. */
export interface WranglerOutcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs wrangler, and keeps what it says. */
export function askWrangler(args: readonly string[]): Promise<WranglerOutcome> {
  const child = spawn(process.execPath, [WRANGLER, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, WRANGLER_HIDE_BANNER: 'true' },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, stdout, stderr }))
  })
}

/** Runs wrangler before the user's eyes, who may be asked something. Resolves to whether it went well. */
export function runWrangler(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const child = spawn(process.execPath, [WRANGLER, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env, WRANGLER_HIDE_BANNER: 'true' },
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve(status === 0))
  })
}
