import { execFile } from 'node:child_process'
import { cleanEnvironment } from '../cli/clean-environment.ts'

/** Git answers in milliseconds, if at all. */
const TIMEOUT_MILLISECONDS = 10_000

/** Far more than the ledger of any archive needs. */
const MOST_BYTES = 200_000_000

/**
 * Git reads the configuration in the folder's `.git`, which may be hostile. So it must not run a program named there, and
 * must not fetch missing objects. A repository without a `.git` counts as a plain folder.
 */
const CAREFUL = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit'].flatMap(
  (setting) => ['-c', setting],
)

/** There is no protocol `none`. Git prefers this value to its configuration. */
const ALONE = {
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
}

/**
 * Runs git in a folder and resolves to its output, trimmed. Resolves to an empty string if git fails or is not installed.
 */
export function askGit(directory: string, args: readonly string[]): Promise<string> {
  // A hook of git sets variables that would lead this command to another repository.
  const env = { ...cleanEnvironment(process.env), ...ALONE }
  const options = { env, timeout: TIMEOUT_MILLISECONDS, maxBuffer: MOST_BYTES }
  return new Promise((resolve) => {
    execFile('git', ['--no-pager', ...CAREFUL, '-C', directory, ...args], options, (error, stdout) =>
      resolve(error ? '' : stdout.trim()),
    )
  })
}
