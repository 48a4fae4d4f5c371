import { join } from 'node:path'
import { DEFAULT_SEEDS } from '../cli/project.ts'
import type { WorkerConfig } from './wrangler-config.ts'

/** The folder of articles: the one that is named, or the one in the build command of wrangler.toml, or the usual one. */
export function articlesFolder({ build: { command, cwd = '.' } }: WorkerConfig, named?: string): string {
  return named ?? join(cwd, writtenOption(command, 'seeds') ?? DEFAULT_SEEDS)
}

/** The value of an option in a command, with or without quotes around it. */
export function writtenOption(command: string, name: 'seeds' | 'url'): string | undefined {
  const [, ...written] =
    new RegExp(`(?:^|\\s)--${name}[\\s=](?:"([^"]+)"|'([^']+)'|(\\S+))`).exec(command) ?? []
  return written.find((each) => each !== undefined)
}
