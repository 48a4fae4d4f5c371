import { parseArgs } from 'node:util'
import { checkFolder } from './check-folder.ts'
import { parseUrlOption } from './check-options.ts'
import { holdsSecrets } from './clean-environment.ts'
import { HELP, runCommand } from './command-line.ts'
import { DEFAULT_SEEDS } from './project.ts'
import { readMoment } from './read-moment.ts'
import { runApart } from './run-apart.ts'
import { useWorkshop } from './use-workshop.ts'

const options = {
  seeds: { type: 'string', value: 'DIR', help: 'The folder of articles.', default: DEFAULT_SEEDS },
  url: {
    type: 'string',
    value: 'URL',
    help: 'The public address of the site, instead of the one in site.yaml.',
  },
  accept: { type: 'boolean', help: 'Passes what a build would stop at.', default: false },
  at: {
    type: 'string',
    value: 'MOMENT',
    help: 'The moment to check for, as 2026-02-28T11:00:00Z. Default: now',
  },
  help: HELP,
} as const

const usage = {
  command: 'npm run check --',
  about: 'Tells what a build would change for readers and subscribers, and writes nothing.',
  options,
}

await runCommand(
  usage,
  () => parseArgs({ options }).values,
  async ({ seeds, accept, ...values }) => {
    const url = values.url === undefined ? undefined : parseUrlOption('--url', values.url)
    if (holdsSecrets(process.env)) {
      process.exitCode = await runApart({ files: { read: [seeds], write: [] } })
      return
    }
    const at = readMoment('--at', values.at)
    const isFine = await useWorkshop({
      purpose: { seeds, url, drafts: false },
      work: (workshop) => checkFolder(workshop, { seeds, url, at, accept }),
    })
    if (!isFine) process.exitCode = 1
  },
)
