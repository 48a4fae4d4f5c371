import { spawn } from 'node:child_process'
import type { BuildEnvironment } from '../build-environment.ts'
import type { WorkerConfig } from './wrangler-config.ts'

/**
 * Runs the build that wrangler.toml names, as wrangler would, with what it is to be told. Its output goes to this process's.
 * Resolves to whether it went well.
 */
export function runBuildCommand(
  { buildCommand }: WorkerConfig,
  { accept, rehearse, previewUrl }: Omit<BuildEnvironment, 'wranglerCommand'>,
): Promise<boolean> {
  const build = spawn(buildCommand, {
    shell: true,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(accept && { STRILLONE_ACCEPT: 'true' }),
      ...(rehearse && { STRILLONE_REHEARSE: 'true' }),
      ...(previewUrl !== undefined && { STRILLONE_PREVIEW_URL: previewUrl }),
    },
  })
  return new Promise((resolve, reject) => {
    build.on('error', reject)
    build.on('close', (status) => resolve(status === 0))
  })
}
