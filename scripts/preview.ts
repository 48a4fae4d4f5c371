import { parseArgs } from 'node:util'
import { runCommand } from '../src/node/cli/command-line.ts'
import { FOLDER, HELP } from '../src/node/cli/options.ts'

const options = {
  seeds: FOLDER,
  env: { type: 'string', value: 'NAME', help: 'The environment of wrangler.toml to preview.' },
  alias: {
    type: 'string',
    value: 'NAME',
    help: 'What the address begins with, a branch for example.',
    default: 'preview',
  },
  help: HELP,
} as const

/** The usage of `npm run preview`. */
export const usage = {
  command: 'npm run preview --',
  about: 'Puts the publication under an address of its own, to be looked at before it is deployed.',
  options,
}

/** Runs the command with these arguments, and sets the exit status. */
export const run = (args: readonly string[]) =>
  runCommand(
    usage,
    () => parseArgs({ args: [...args], options }).values,
    async ({ env, seeds, alias }) => {
      const { previewSite } = await import('../src/node/cloudflare/preview-site.ts')
      return previewSite({ env, seeds, alias })
    },
  )
