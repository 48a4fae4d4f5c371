import { parseArgs } from 'node:util'
import { parseWholeNumber } from '../src/node/cli/check-options.ts'
import { runCommand, UsageError } from '../src/node/cli/command-line.ts'
import { HELP } from '../src/node/cli/options.ts'
import { writeCorpus } from './corpus.ts'

const options = {
  out: { type: 'string', value: 'DIR', help: 'The folder to write into.' },
  articles: { type: 'string', value: 'N', help: 'How many.', default: '1000' },
  seed: { type: 'string', value: 'N', help: 'The seed of all random numbers.', default: '1' },
  raw: { type: 'boolean', help: 'Raw text instead of Markdown.', default: false },
  help: HELP,
} as const

const usage = {
  command: 'node bench/write-corpus.ts',
  about: 'Writes a site with generated articles, always the same ones for a seed.',
  options,
}

await runCommand(
  usage,
  () => parseArgs({ options }).values,
  async ({ out, raw, ...values }) => {
    if (out === undefined) throw new UsageError('Name the folder with --out DIR')
    const articles = parseWholeNumber('--articles', values.articles, 0, 10_000_000)
    const seed = parseWholeNumber('--seed', values.seed, 0, 2 ** 32 - 1)
    await writeCorpus(out, articles, raw ? 'raw' : 'markdown', seed)
  },
)
