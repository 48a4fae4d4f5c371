import { parseArgs } from 'node:util'
import { parseWholeNumber } from '../src/node/cli/check-options.ts'
import { runCommand } from '../src/node/cli/command-line.ts'
import { FOLDER, HELP } from '../src/node/cli/options.ts'

const options = {
  seeds: FOLDER,
  env: { type: 'string', value: 'NAME', help: 'The environment of wrangler.toml to deploy to.' },
  accept: { type: 'boolean', help: 'Publishes what the build would stop at.', default: false },
  'dry-run': {
    type: 'boolean',
    help: 'Builds, and tells what would be stored. Nothing is.',
    default: false,
  },
  patience: {
    type: 'string',
    value: 'SECONDS',
    help: 'How long the live site may take to show what is deployed.',
    default: '90',
  },
  help: HELP,
} as const

/** The usage of `npm run deploy`. */
export const usage = {
  command: 'npm run deploy --',
  about: 'Builds, stores the packs that are missing, deploys, looks at the live site, and tells its hubs.',
  options,
}

/** Runs the command with these arguments, and sets the exit status. */
export const run = (args: readonly string[]) =>
  runCommand(
    usage,
    () => parseArgs({ args: [...args], options }).values,
    async ({ env, seeds, accept, 'dry-run': isRehearsed, patience }) => {
      const [{ deploySite }, { rehearseDeployment }] = await Promise.all([
        import('../src/node/cloudflare/deploy-site.ts'),
        import('../src/node/cloudflare/rehearse-deployment.ts'),
      ])
      const patienceSeconds = parseWholeNumber('--patience', patience, 0, 3600)
      return (isRehearsed ? rehearseDeployment : deploySite)({ env, seeds, accept, patienceSeconds })
    },
  )
