import { rm, writeFile } from 'node:fs/promises'
import { renderDeployConfig, type WorkerConfig } from './wrangler-config.ts'

/** Beside wrangler.toml, since what is in it is relative to where it is. */
const FILE = 'wrangler.deploy.json'

/** Has wrangler deploy what is built, bound to a storage: calls `use` with the options that it needs for that. */
export async function withDeployConfig<T>(
  config: WorkerConfig,
  accountId: string,
  storageId: string,
  use: (options: readonly string[]) => Promise<T>,
): Promise<T> {
  await writeFile(FILE, renderDeployConfig(config, accountId, storageId))
  try {
    return await use(['--config', FILE, ...environmentOptions(config)])
  } finally {
    await rm(FILE, { force: true })
  }
}

/** How wrangler is told of the environment; of none it is told, too, where there are several. */
export function environmentOptions({ environment }: WorkerConfig): readonly string[] {
  return environment === undefined ? [] : ['--env', environment]
}
