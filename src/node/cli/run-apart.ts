import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { cleanEnvironment } from './clean-environment.ts'
import { CACHE, READ_BY_BUILD, workFolderPrefix } from './project.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** What a process apart may have. */
export interface Allowance {
  /** What of the file system it may read, and write. Without these it may do all that this process may. */
  readonly files?: { readonly read: readonly string[]; readonly write: readonly string[] }
  readonly needsNetwork?: boolean
  /** Variables that it is told instead of those of this process. */
  readonly variables?: Readonly<Record<string, string>>
}

/**
 * Runs this command again in a process that holds no secret, with the same arguments, before the user's eyes: for whoever
 * opens articles. Resolves to the status that it ended with. What ends this process ends that one first.
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
  // Whatever has ended that one may not end this one.
  return 1
}

/**
 * Node's permission model, as a second wall: what is not named here, Node does not open. It follows links, as we do not; so
 * it adds to what we look at ourselves, and replaces none of it. On Windows there is none: nothing would be sure to be on the
 * disk, for which Node's fsync cannot be called behind it.
 */
function wallOf(read: readonly string[], write: readonly string[]): readonly string[] {
  const written = [...write, CACHE].flatMap(allPathsOf)
  // Wherever a build works that can remember nothing.
  written.push(`${workFolderPrefix()}*`)
  return [
    // For git and for threads.
    ...['--permission', '--allow-child-process', '--allow-worker', '--disable-warning=SecurityWarning'],
    ...[...READ_BY_BUILD, ...read]
      .flatMap(allPathsOf)
      .concat(written)
      .map((path) => `--allow-fs-read=${path}`),
    ...written.map((path) => `--allow-fs-write=${path}`),
  ]
}

/** A file or folder, and what is in it or is going to be, as it is written and as it really is. */
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
