import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { cleanEnvironment } from './clean-environment.ts'
import { CACHE, READ_BY_BUILD, workFolderPrefix } from './project.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** What a separate process may use. */
export interface Allowance {
  /** The paths that it may read and write. Without these, it may use all that this process may use. */
  readonly files?: { readonly read: readonly string[]; readonly write: readonly string[] }
  readonly needsNetwork?: boolean
  /** Variables that replace those of this process. */
  readonly variables?: Readonly<Record<string, string>>
}

/**
 * Runs this command again in a process without secrets, with the same arguments. Its output is printed. Resolves to its
 * exit status. If this process is ended, it ends the other first.
 */
export async function runApart({ files, needsNetwork, variables }: Allowance): Promise<number> {
  const wall = files && process.platform !== 'win32' ? wallOf(files.read, files.write) : []
  const child = spawn(process.execPath, [...process.execArgv, ...wall, ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: { ...cleanEnvironment(process.env, needsNetwork), ...variables },
  })
  const pass = (signal: NodeJS.Signals) => void child.kill(signal)
  for (const signal of SIGNALS) process.on(signal, pass)
  const ended = await new Promise<number | NodeJS.Signals>((settle, reject) => {
    child.on('error', reject)
    child.on('close', (status, signal) => settle(signal ?? status ?? 1))
  })
  for (const signal of SIGNALS) process.off(signal, pass)
  if (typeof ended === 'number') return ended
  process.kill(process.pid, ended)
  // The other process was ended by a signal that may not end this one.
  return 1
}

/**
 * Options for Node's permission model: Node then opens no other paths. This is a second wall behind our own checks. It
 * follows links, so it does not replace them. Windows goes without it, because Node forbids fsync under it and Windows has
 * no other way to be sure that a file is on the disk.
 */
function wallOf(read: readonly string[], write: readonly string[]): readonly string[] {
  const written = [...write, CACHE].flatMap(allPathsOf)
  // The temporary folder of a build without a cache.
  written.push(`${workFolderPrefix()}*`)
  return [
    // For git and for worker threads.
    ...['--permission', '--allow-child-process', '--allow-worker', '--disable-warning=SecurityWarning'],
    ...[...READ_BY_BUILD, ...read]
      .flatMap(allPathsOf)
      .concat(written)
      .map((path) => `--allow-fs-read=${path}`),
    ...written.map((path) => `--allow-fs-write=${path}`),
  ]
}

/** The paths of a file or folder and all that is in it: as given, and with links resolved. */
function allPathsOf(path: string): readonly string[] {
  const written = resolve(path)
  return [...new Set([written, realPathOf(written)])].flatMap((each) => [each, `${each}/*`])
}

function realPathOf(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}
