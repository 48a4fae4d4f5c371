import { spawn } from 'node:child_process'
import { awaitSuccess } from '../cli/await-success.ts'
import { cleanEnvironment } from '../cli/clean-environment.ts'
import { MODULES } from '../cli/project.ts'
import { articlesFolder, writtenOption } from './articles-folder.ts'
import type { WorkerConfig } from './wrangler-config.ts'

/**
 * Prints what a deployment would change. A process without secrets does this, with the live ledgers in the file `live`.
 * `named` is the folder of articles from the command line. Resolves to whether the deployment may continue.
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
