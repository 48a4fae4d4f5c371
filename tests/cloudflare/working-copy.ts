import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** What of the project a publisher's folder has, beside articles and the packages. */
const COPIED = ['src', 'scripts', 'package.json', 'tsconfig.json', 'tsconfig.node.json', 'wrangler.toml']

/** A folder in which a publisher works, apart from the project's own. */
export interface WorkingCopy {
  readonly folder: string
  /** Where its articles are to be written: it exists, and is empty. */
  readonly seeds: string
}

/**
 * Makes one in a folder, which need not exist. The code is copied: Node strips no types from what lies below node_modules,
 * and what is built must not end in the project's own `dist`. The packages are the project's.
 */
export function makeWorkingCopy(folder: string): WorkingCopy {
  const seeds = join(folder, 'seeds')
  mkdirSync(seeds, { recursive: true })
  for (const name of COPIED) cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  return { folder, seeds }
}
