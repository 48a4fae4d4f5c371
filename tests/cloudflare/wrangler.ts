import { join } from 'node:path'
import { type Outcome, run } from '../support/run-script.ts'
import type { CloudflareApi } from './cloudflare-api.ts'
import { type ProcessGroup, startProcessGroup } from './process-group.ts'

const WRANGLER = join(import.meta.dirname, '../../node_modules/wrangler/bin/wrangler.js')

/** What a command needs in its environment to take the stand-in for Cloudflare, ask nothing and look nothing up. */
export function cloudflareEnvironment(api: CloudflareApi, folder: string): Readonly<Record<string, string>> {
  return {
    CLOUDFLARE_API_BASE_URL: api.baseUrl,
    CLOUDFLARE_API_TOKEN: api.token,
    CLOUDFLARE_ACCOUNT_ID: api.account.id,
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    CI: 'true',
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_HIDE_BANNER: 'true',
    WRANGLER_LOG_PATH: join(folder, '.wrangler/logs'),
    // Not the login of whoever runs the test.
    XDG_CONFIG_HOME: join(folder, '.wrangler/config'),
    FORCE_COLOR: '0',
  }
}

/** Runs wrangler in a folder to its end, against the stand-in for Cloudflare. */
export function runWrangler(
  api: CloudflareApi,
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return run(process.execPath, [WRANGLER, ...args], { ...cloudflareEnvironment(api, folder), ...env }, folder)
}

/** Runs one of our commands in a working copy to its end, against the stand-in for Cloudflare. */
export function runCommandIn(
  api: CloudflareApi,
  folder: string,
  name: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const script = join(folder, 'scripts/strillone.ts')
  return run(
    process.execPath,
    [script, name, ...args],
    { ...cloudflareEnvironment(api, folder), ...env },
    folder,
  )
}

/** Starts wrangler in a folder, for a test that ends it before its time. */
export function startWrangler(
  api: CloudflareApi,
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ProcessGroup {
  const environment = { ...cloudflareEnvironment(api, folder), ...env }
  return startProcessGroup(process.execPath, [WRANGLER, ...args], environment, folder)
}

/** Starts one of our commands in a working copy, for a test that ends it before its time. */
export function startCommandIn(
  api: CloudflareApi,
  folder: string,
  name: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): ProcessGroup {
  const script = join(folder, 'scripts/strillone.ts')
  const environment = { ...cloudflareEnvironment(api, folder), ...env }
  return startProcessGroup(process.execPath, [script, name, ...args], environment, folder)
}
