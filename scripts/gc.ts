import { parseArgs } from 'node:util'
import { parseWholeNumber } from '../src/node/cli/check-options.ts'
import { runCommand } from '../src/node/cli/command-line.ts'
import { HELP } from '../src/node/cli/options.ts'

const options = {
  env: { type: 'string', value: 'NAME', help: 'The environment of wrangler.toml to clean up.' },
  keep: {
    type: 'string',
    value: 'N',
    help: 'How many of the newest versions keep their packs.',
    default: '10',
  },
  days: {
    type: 'string',
    value: 'N',
    help: 'For how many days every version keeps its packs, at least 7.',
    default: '7',
  },
  yes: { type: 'boolean', help: 'Deletes. Otherwise it only tells what it would delete.', default: false },
  help: HELP,
} as const

/** The usage of `npm run gc`. */
export const usage = {
  command: 'npm run gc --',
  about: 'Deletes packs that no deployment needs any more.',
  options,
}

/** Runs the command with these arguments, and sets the exit status. */
export const run = (args: readonly string[]) =>
  runCommand(
    usage,
    () => parseArgs({ args: [...args], options }).values,
    async ({ env, yes, keep, days }) => {
      const { collectGarbage } = await import('../src/node/cloudflare/collect-garbage.ts')
      return collectGarbage({
        ...{ env, isMeant: yes },
        versions: parseWholeNumber('--keep', keep, 1, 1000),
        days: parseWholeNumber('--days', days, 7, 3650),
      })
    },
  )
