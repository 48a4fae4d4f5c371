import { execFile } from 'node:child_process'
import { cleanEnvironment } from '../cli/clean-environment.ts'

/** Git answers in milliseconds, if at all. */
const TIMEOUT_MILLISECONDS = 10_000

/** Far more than the ledger of any archive. */
const MOST_BYTES = 200_000_000

/**
 * The folder's own `.git` is read, and its configuration may come from anybody: so it must not name a program that git
 * runs, and what a repository lacks is not fetched. A repository without a `.git` is no repository, but files in a folder.
 */
const CAREFUL = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit'].flatMap(
  (setting) => ['-c', setting],
)

/** No protocol is called `none`: git takes this before what its configuration allows. */
const ALONE = {
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
}

/** What git says in a folder, without white space around it; nothing where it fails, or is not there. */
export function askGit(directory: string, args: readonly string[]): Promise<string> {
  // Without what a hook of git tells its commands, which would lead ours to another repository.
  const env = { ...cleanEnvironment(process.env), ...ALONE }
  const options = { env, timeout: TIMEOUT_MILLISECONDS, maxBuffer: MOST_BYTES }
  return new Promise((resolve) => {
    execFile('git', ['--no-pager', ...CAREFUL, '-C', directory, ...args], options, (error, stdout) =>
      resolve(error ? '' : stdout.trim()),
    )
  })
}
