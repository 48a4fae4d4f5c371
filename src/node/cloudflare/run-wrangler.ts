import { execFile, spawn } from 'node:child_process'
import { awaitSuccess } from '../cli/await-success.ts'
import { packageFile } from '../cli/project.ts'

/** wrangler's own program. */
const WRANGLER = packageFile('wrangler', 'bin/wrangler.js')

/** What wrangler answers to a question, without more words; nothing where it fails. */
export function askWrangler(args: readonly string[]): Promise<string> {
  const env = { ...process.env, WRANGLER_HIDE_BANNER: 'true', WRANGLER_LOG: 'error' }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [WRANGLER, ...args], { env }, (error, stdout) =>
      resolve(error ? '' : stdout),
    )
    // So that it cannot wait for an answer of its own.
    child.stdin?.end()
  })
}

/** Runs wrangler before the user's eyes, who may be asked something. Resolves to whether it went well. */
export function runWrangler(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const child = spawn(process.execPath, [WRANGLER, ...args], {
    stdio: 'inherit',
    // The options name the environment.
    env: { ...process.env, ...env, WRANGLER_HIDE_BANNER: 'true', CLOUDFLARE_ENV: '' },
  })
  return awaitSuccess(child)
}
