import { rm, writeFile } from 'node:fs/promises'
import { renderDeployConfig, type WorkerConfig } from './wrangler-config.ts'

/** Beside wrangler.toml, because its paths are relative to its own folder. */
const FILE = 'wrangler.deploy.json'

/**
 * Writes a configuration with which wrangler deploys the built bundle, bound to a storage. Calls `use` with the options
 * that name it, and deletes the file afterwards.
 */
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

/** The options that name the environment for wrangler. The main environment needs none. */
export function environmentOptions({ environment }: WorkerConfig): readonly string[] {
  return environment === undefined ? [] : ['--env', environment]
}
