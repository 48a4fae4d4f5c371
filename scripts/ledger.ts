import { parseArgs } from 'node:util'
import { runCommand } from '../src/node/cli/command-line.ts'
import { HELP, SEEDS } from '../src/node/cli/options.ts'
import { readNow } from '../src/node/cli/read-moment.ts'

const options = {
  seeds: SEEDS,
  from: { type: 'string', value: 'URL', help: 'The feed to rebuild from: its address, or a file.' },
  'write-over': { type: 'boolean', help: 'Replaces a ledger that is there.', default: false },
  env: { type: 'string', value: 'NAME', help: 'The environment of wrangler.toml to pull from.' },
  help: HELP,
} as const

/** The usage of `npm run ledger`. */
export const usage = {
  command: 'npm run ledger -- (pull | rebuild --from URL | begin)',
  about:
    'Brings the ledger of the live site to a folder of articles, or makes one: from a live feed, or empty.\n' +
    'Made from a live feed, its subscribers see nothing again; an empty one is for a folder without subscribers.\n' +
    'Of a feed at most 1 GB, 500,000 items and 5,000 pages are read.',
  options,
}

/** Runs the command with these arguments, and sets the exit status. */
export const run = (args: readonly string[]) =>
  runCommand(
    usage,
    () => {
      const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
      const command = positionals.join(' ')
      return { ...values, command, help: values.help || (command === '' && values.from === undefined) }
    },
    async ({ command, seeds, from, env, 'write-over': isMeant }) => {
      if (command === 'pull') {
        const { pullLedger } = await import('../src/node/ledger/pull-ledger.ts')
        return pullLedger({ seeds, env }, process.env)
      }
      const { makeLedger } = await import('../src/node/ledger/make-ledger.ts')
      return makeLedger({ command, seeds, from, isMeant, at: readNow() })
    },
  )
