import { parseArgs } from 'node:util'
import { checkSite } from '../src/node/build/check-site.ts'
import { parseUrlOption } from '../src/node/cli/check-options.ts'
import { runCommand } from '../src/node/cli/command-line.ts'
import { HELP, SEEDS, SITE_URL } from '../src/node/cli/options.ts'
import { readMoment } from '../src/node/cli/read-moment.ts'

const options = {
  seeds: SEEDS,
  url: SITE_URL,
  accept: { type: 'boolean', help: 'Passes what a build would stop at.', default: false },
  at: {
    type: 'string',
    value: 'MOMENT',
    help: 'The moment to check for, as 2026-02-28T11:00:00Z. Default: now',
  },
  help: HELP,
} as const

/** The usage of `npm run check`. */
export const usage = {
  command: 'npm run check --',
  about: 'Tells what a build would change for readers and subscribers, and writes nothing.',
  options,
}

/** Runs the command with these arguments, and sets the exit status. */
export const run = (args: readonly string[]) =>
  runCommand(
    usage,
    () => parseArgs({ args: [...args], options }).values,
    async ({ seeds, url, at, accept }) =>
      checkSite(
        {
          seeds,
          url: url === undefined ? undefined : parseUrlOption('--url', url),
          at: readMoment('--at', at),
          mode: { kind: 'check', accept },
        },
        process.env,
      ),
  )
