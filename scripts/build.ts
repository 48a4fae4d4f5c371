import { parseArgs } from 'node:util'
import { buildSite } from '../src/node/build/build-site.ts'
import { parseUrlOption, parseWholeNumber } from '../src/node/cli/check-options.ts'
import { runCommand } from '../src/node/cli/command-line.ts'
import { HELP, SEEDS, SITE_URL } from '../src/node/cli/options.ts'
import { DEFAULT_OUT } from '../src/node/cli/project.ts'
import { readMoment } from '../src/node/cli/read-moment.ts'
import { HOT_BYTES } from '../src/publish/publish.ts'

const options = {
  seeds: SEEDS,
  out: { type: 'string', value: 'DIR', help: 'Where the bundle goes.', default: DEFAULT_OUT },
  url: SITE_URL,
  accept: { type: 'boolean', help: 'Publishes what it would stop at.', default: false },
  'frozen-ledger': {
    type: 'boolean',
    help: 'Fails where ledger.json would change, and builds nothing then.',
    default: false,
  },
  at: {
    type: 'string',
    value: 'MOMENT',
    help: 'The moment of the build, as 2026-02-28T11:00:00Z. Default: now',
  },
  publish: {
    type: 'boolean',
    help: 'Writes ledger.json, too: if something else than npm run deploy publishes the bundle.',
    default: false,
  },
  env: {
    type: 'string',
    value: 'NAME',
    help: 'The environment of wrangler.toml that wrangler deploy builds for.',
  },
  local: {
    type: 'boolean',
    help: 'For this machine only: stops at nothing, remembers nothing, is never deployed. Implied in wrangler dev.',
    default: false,
  },
  preview: {
    type: 'boolean',
    help: 'To be looked at under --url before it is published: no search engine, and nothing remembered.',
    default: false,
  },
  drafts: { type: 'boolean', help: 'Shows drafts, too. Only with --local.', default: false },
  'no-cache': {
    type: 'boolean',
    help: 'Makes everything anew, and remembers nothing of it.',
    default: false,
  },
  'hot-bytes': {
    type: 'string',
    value: 'N',
    help: 'How much may ride inside the Worker.',
    default: String(HOT_BYTES),
  },
  help: HELP,
} as const

/** The usage of `npm run build`. */
export const usage = {
  command: 'npm run build --',
  about: 'Packs a folder of articles into a bundle that the Worker serves.',
  options,
}

/** Runs the command with these arguments, and sets the exit status. */
export const run = (args: readonly string[]) =>
  runCommand(
    usage,
    () => parseArgs({ args: [...args], options }).values,
    async ({ url, at, 'frozen-ledger': frozen, 'no-cache': noCache, 'hot-bytes': hotBytes, ...values }) => {
      const request = {
        ...{ ...values, env: values.env, frozen, usesCache: !noCache, at: readMoment('--at', at) },
        url: url === undefined ? undefined : parseUrlOption('--url', url),
        hotBytes: parseWholeNumber('--hot-bytes', hotBytes, 0, 10_000_000),
      }
      return buildSite(request, process.env)
    },
  )
