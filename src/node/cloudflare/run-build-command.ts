import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { awaitSuccess } from '../cli/await-success.ts'
import type { BuildEnvironment } from '../cli/build-environment.ts'
import { cleanEnvironment } from '../cli/clean-environment.ts'
import type { WorkerConfig } from './wrangler-config.ts'

/**
 * Runs the build command of wrangler.toml as wrangler would. Its environment has the options of the build, but no secrets
 * of this process: a build reads articles that may be hostile. Its output is printed. Resolves to whether it succeeded.
 */
export function runBuildCommand(
  { build: { command, cwd } }: WorkerConfig,
  { accept, live = '', seeds, previewUrl = '' }: Omit<BuildEnvironment, 'wranglerCommand' | 'apart'>,
): Promise<boolean> {
  const build = spawn(command, {
    shell: true,
    stdio: 'inherit',
    cwd,
    env: {
      ...cleanEnvironment(process.env),
      ...(accept && { STRILLONE_ACCEPT: 'true' }),
      STRILLONE_APART: 'true',
      STRILLONE_LIVE: live,
      // An absolute path, because the build command may run in another folder.
      STRILLONE_SEEDS: seeds === undefined ? '' : resolve(seeds),
      STRILLONE_PREVIEW_URL: previewUrl,
      WRANGLER_COMMAND: '',
    },
  })
  return awaitSuccess(build)
}
