import { join } from 'node:path'
import { DEFAULT_SEEDS } from '../cli/project.ts'
import type { WorkerConfig } from './wrangler-config.ts'

/**
 * Returns the folder of articles: `named` if it is given, otherwise the folder in the build command of wrangler.toml,
 * otherwise the default folder.
 */
export function articlesFolder({ build: { command, cwd = '.' } }: WorkerConfig, named?: string): string {
  return named ?? join(cwd, writtenOption(command, 'seeds') ?? DEFAULT_SEEDS)
}

/** Returns the value of an option in a command, without its quotes. Undefined if the command does not have the option. */
export function writtenOption(command: string, name: 'seeds' | 'url'): string | undefined {
  const [, ...written] =
    new RegExp(`(?:^|\\s)--${name}[\\s=](?:"([^"]+)"|'([^']+)'|(\\S+))`).exec(command) ?? []
  return written.find((each) => each !== undefined)
}
