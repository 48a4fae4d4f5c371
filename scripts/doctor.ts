import { parseArgs } from 'node:util'
import { runCommand } from '../src/node/cli/command-line.ts'
import { HELP } from '../src/node/cli/options.ts'
import { DEFAULT_SEEDS } from '../src/node/cli/project.ts'
import { NOTHING_ASKED } from '../src/node/doctor/report.ts'

const options = {
  json: { type: 'boolean', help: 'Prints one JSON document.', default: false },
  seeds: {
    type: 'string',
    value: 'DIR',
    help: 'The folder of articles, whose ledger the feeds are held to.',
    default: DEFAULT_SEEDS,
  },
  help: HELP,
} as const

/** The usage of `npm run doctor`. */
export const usage = {
  command: 'npm run doctor -- URL',
  about:
    'Looks at a live site, or at one feed, as readers do, and tells how to mend what it finds.\n' +
    'Ends with 0 where there is no error, with 1 where there is one, with 2 where nothing could be asked.',
  options,
}

/** Runs the command with these arguments, and sets the exit status. */
export const run = (args: readonly string[]) =>
  runCommand(
    usage,
    () => {
      const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
      return { ...values, addresses: positionals }
    },
    async (visit) => {
      const { visitSite } = await import('../src/node/doctor/visit-site.ts')
      return visitSite(visit)
    },
    NOTHING_ASKED,
  )
