import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { parsePublication } from '../src/content/parse-publication.ts'
import { seedKind } from '../src/content/seed-kind.ts'
import { instant } from '../src/model/instant.ts'
import { compareProblems, type Problem } from '../src/model/problem.ts'
import { HOT_BYTES, publish } from '../src/publish/publish.ts'
import { parseUrlOption, parseWholeNumber } from './check-options.ts'
import { HELP, runCommand } from './command-line.ts'
import { printProblems } from './print-problems.ts'
import { startProgress } from './progress.ts'
import { readFolder } from './read-folder.ts'
import { renderSummary } from './render-summary.ts'
import { holdsBundle, writeBundle } from './write-bundle.ts'

const options = {
  seeds: { type: 'string', value: 'DIR', help: 'The folder of articles.', default: 'seeds' },
  out: { type: 'string', value: 'DIR', help: 'Where the bundle goes.', default: 'dist' },
  url: {
    type: 'string',
    value: 'URL',
    help: 'The public address of the site, instead of the one in site.yaml.',
  },
  'hot-bytes': {
    type: 'string',
    value: 'N',
    help: 'How much may ride inside the Worker.',
    default: String(HOT_BYTES),
  },
  help: HELP,
} as const

const usage = {
  command: 'npm run build --',
  about: 'Packs a folder of articles into a bundle that the Worker serves.',
  options,
}

await runCommand(
  usage,
  () => parseArgs({ options }).values,
  async ({ seeds, out, ...values }) => {
    const hotBytes = parseWholeNumber('--hot-bytes', values['hot-bytes'], 0, 10_000_000)
    const url = values.url === undefined ? undefined : parseUrlOption('--url', values.url)
    const folder = await readFolder(seeds)
    const reading = startProgress(
      'articles read',
      folder.seeds.filter(({ path }) => seedKind(path) === 'article').length,
    )
    const parsed = parsePublication(folder, {
      ...(url !== undefined && { url }),
      digest,
      onRead: reading.step,
    })
    reading.stop()
    printProblems(joinProblems(folder.problems, parsed.problems), seeds, folder.seeds)
    if (parsed.publication === undefined || folder.problems.length > 0) {
      const rest = (await holdsBundle(out)) ? '; what was built before is still there' : ''
      console.error(`Nothing was built${rest}.`)
      process.exitCode = 1
      return
    }
    const rendering = startProgress('articles rendered', parsed.publication.articles.length)
    const at = instant(Date.now())
    const bundle = publish(parsed.publication, { at, digest, hotBytes, onRendered: rendering.step })
    rendering.stop()
    await writeBundle(bundle, out)
    console.log(
      renderSummary(parsed.publication, bundle, [...parsed.ignored, ...folder.ignored], parsed.drafts),
    )
  },
)

/** All problems in the order in which they are told. What could not be read is not blamed for missing, too. */
function joinProblems(unread: readonly Problem[], parsed: readonly Problem[]): readonly Problem[] {
  const paths = new Set(unread.map(({ path }) => path))
  return [...unread, ...parsed.filter(({ path }) => !paths.has(path))].sort(compareProblems)
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
