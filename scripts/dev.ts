import { parseArgs } from 'node:util'
import { parseUrlOption, parseWholeNumber } from '../src/node/cli/check-options.ts'
import { runCommand } from '../src/node/cli/command-line.ts'
import { HELP, SEEDS } from '../src/node/cli/options.ts'

const options = {
  seeds: SEEDS,
  port: { type: 'string', value: 'N', help: 'The port on 127.0.0.1.', default: '8787' },
  url: { type: 'string', value: 'URL', help: 'What the site calls itself, instead of its local address.' },
  drafts: { type: 'boolean', help: 'Shows drafts, too, each marked as one.', default: false },
  help: HELP,
} as const

/** The usage of `npm start`. */
export const usage = {
  command: 'npm start --',
  about:
    'Builds a folder of articles, serves it on this machine only and builds it again whenever it changes.',
  options,
}

/** Runs the command with these arguments, and sets the exit status. */
export const run = (args: readonly string[]) =>
  runCommand(
    usage,
    () => parseArgs({ args: [...args], options }).values,
    async ({ seeds, port, url, drafts }) => {
      const { serveFolder } = await import('../src/node/dev/serve-folder.ts')
      return serveFolder({
        ...{ seeds, drafts, port: parseWholeNumber('--port', port, 1, 65_535) },
        url: url === undefined ? undefined : parseUrlOption('--url', url),
      })
    },
  )
