import { spawn } from 'node:child_process'
import { awaitSuccess } from '../cli/await-success.ts'
import type { BuildEnvironment } from '../cli/build-environment.ts'
import { cleanEnvironment } from '../cli/clean-environment.ts'
import type { WorkerConfig } from './wrangler-config.ts'

/**
 * Runs the build that wrangler.toml names, as wrangler would, with what it is to be told, and nothing that this process was told:
 * a build opens articles, and what is secret here is nothing for it.
 * Its output goes to this process's. Resolves to whether it went well.
 */
export function runBuildCommand(
  { build: { command, cwd } }: WorkerConfig,
  { accept, rehearse, previewUrl = '' }: Omit<BuildEnvironment, 'wranglerCommand' | 'apart'>,
): Promise<boolean> {
  const build = spawn(command, {
    shell: true,
    stdio: 'inherit',
    cwd,
    env: {
      ...cleanEnvironment(process.env),
      ...(accept && { STRILLONE_ACCEPT: 'true' }),
      STRILLONE_APART: 'true',
      STRILLONE_REHEARSE: String(rehearse),
      STRILLONE_PREVIEW_URL: previewUrl,
      WRANGLER_COMMAND: '',
    },
  })
  return awaitSuccess(build)
}
