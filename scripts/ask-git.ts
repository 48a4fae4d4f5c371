import { execFile } from 'node:child_process'

/** Git answers in milliseconds, if at all. */
const TIMEOUT_MILLISECONDS = 10_000

/** Far more than the ledger of any archive. */
const MOST_BYTES = 200_000_000

/** What a hook of git tells its commands, and what would lead ours to another repository. */
const MISLEADING = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX']

/** What git says in a folder, without white space around it; nothing where it fails, or is not there. */
export function askGit(directory: string, args: readonly string[]): Promise<string> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !MISLEADING.includes(name)))
  const options = { env, timeout: TIMEOUT_MILLISECONDS, maxBuffer: MOST_BYTES }
  return new Promise((resolve) => {
    execFile('git', ['-C', directory, ...args], options, (error, stdout) =>
      resolve(error ? '' : stdout.trim()),
    )
  })
}
