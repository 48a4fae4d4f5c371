import { spawn } from 'node:child_process'
import { awaitSuccess } from '../cli/await-success.ts'
import { cleanEnvironment } from '../cli/clean-environment.ts'
import { MODULES } from '../cli/project.ts'
import { articlesFolder, writtenOption } from './articles-folder.ts'
import type { WorkerConfig } from './wrangler-config.ts'

/**
 * Has a process without secrets tell what a deployment would change, by the ledgers of what is live in the file `live`.
 * Resolves to whether the deployment would go on.
 */
export function checkBefore(config: WorkerConfig, live: string, named: string | undefined): Promise<boolean> {
  const url = writtenOption(config.build.command, 'url')
  const options = ['--seeds', articlesFolder(config, named), ...(url === undefined ? [] : ['--url', url])]
  const check = spawn(process.execPath, [MODULES.command, 'check', ...options], {
    stdio: 'inherit',
    env: { ...cleanEnvironment(process.env), STRILLONE_LIVE: live },
  })
  return awaitSuccess(check)
}
