import { execFile, spawn } from 'node:child_process'
import { awaitSuccess } from '../cli/await-success.ts'
import { packageFile } from '../cli/project.ts'

/** wrangler's own program. */
const WRANGLER = packageFile('wrangler', 'bin/wrangler.js')

/** Runs wrangler and resolves to its standard output, without the banner. Resolves to an empty string if wrangler fails. */
export function askWrangler(args: readonly string[]): Promise<string> {
  const env = { ...process.env, WRANGLER_HIDE_BANNER: 'true', WRANGLER_LOG: 'error' }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [WRANGLER, ...args], { env }, (error, stdout) =>
      resolve(error ? '' : stdout),
    )
    // Wrangler must not wait for an answer from the user.
    child.stdin?.end()
  })
}

/** Runs wrangler in the user's terminal, where it may ask questions. Resolves to whether it succeeded. */
export function runWrangler(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const child = spawn(process.execPath, [WRANGLER, ...args], {
    stdio: 'inherit',
    // The options name the environment already.
    env: { ...process.env, ...env, WRANGLER_HIDE_BANNER: 'true', CLOUDFLARE_ENV: '' },
  })
  return awaitSuccess(child)
}
