import { parseArgs } from 'node:util'
import { compareLedgers } from '../src/ledger/compare-ledgers.ts'
import { renderLedger } from '../src/ledger/ledger-codec.ts'
import { renderChangeLine, renderChangeList } from '../src/ledger/render-changes.ts'
import { unreadItems } from '../src/ledger/unread-items.ts'
import { HOT_BYTES, publishBy } from '../src/publish/publish.ts'
import { readBuildEnvironment } from './build-environment.ts'
import { parseUrlOption, parseWholeNumber } from './check-options.ts'
import { readWorkerConfig } from './cloudflare/wrangler-config.ts'
import { HELP, runCommand, UsageError } from './command-line.ts'
import { digest } from './digest.ts'
import {
  assertLedgerWritable,
  isLedgerWritten,
  renderRewriting,
  renderThaw,
  stageLedger,
} from './ledger-file.ts'
import { openWorkshop } from './open-workshop.ts'
import { printProblems } from './print-problems.ts'
import { readMoment } from './read-moment.ts'
import { readPublicationIn } from './read-publication.ts'
import { renderSummary } from './render-summary.ts'
import { judge, renderAccepted, renderStop } from './render-verdict.ts'
import { BundleWriter, holdsBundle } from './write-bundle.ts'

const options = {
  seeds: { type: 'string', value: 'DIR', help: 'The folder of articles.', default: 'seeds' },
  out: { type: 'string', value: 'DIR', help: 'Where the bundle goes.', default: 'dist' },
  url: {
    type: 'string',
    value: 'URL',
    help: 'The public address of the site, instead of the one in site.yaml.',
  },
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
  rehearse: {
    type: 'boolean',
    help: 'Leaves ledger.json as it is: nothing of this is going to be published.',
    default: false,
  },
  env: {
    type: 'string',
    value: 'NAME',
    help: 'The environment of wrangler.toml that wrangler deploy builds for.',
  },
  local: {
    type: 'boolean',
    help: 'For this machine only: stops at nothing and remembers nothing. Implied in wrangler dev.',
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

const usage = {
  command: 'npm run build --',
  about: 'Packs a folder of articles into a bundle that the Worker serves.',
  options,
}

await runCommand(
  usage,
  () => parseArgs({ options }).values,
  async ({ seeds, out, drafts, ...values }) => {
    const environment = readBuildEnvironment(process.env)
    const hotBytes = parseWholeNumber('--hot-bytes', values['hot-bytes'], 0, 10_000_000)
    if (environment.wranglerCommand === 'deploy' && environment.previewUrl !== undefined) {
      throw new UsageError('STRILLONE_PREVIEW_URL is set, so this would deploy a preview. Unset it')
    }
    // What wrangler is going to deploy, and this can keep it from.
    const isUpload = ['deploy', 'versions upload'].includes(environment.wranglerCommand ?? '')
    const deployed = isUpload ? await readWorkerConfig(values.env) : undefined
    const preview = values.preview || environment.previewUrl !== undefined
    const url =
      environment.previewUrl ?? (values.url === undefined ? undefined : parseUrlOption('--url', values.url))
    const at = readMoment('--at', values.at)
    const isLocal = values.local || environment.wranglerCommand === 'dev'
    const isTrial = isLocal || preview
    const accept = values.accept || environment.accept
    if (drafts && !isLocal) throw new UsageError('--drafts cannot be published. Give --local with it')

    const { workshop, close } = openWorkshop({ seeds, url, drafts }, !values['no-cache'])
    const writer = new BundleWriter(out)
    let isFinished = false
    try {
      const read = await readPublicationIn(workshop, { seeds, url, at, isTrial, drafts })
      const { publication, ledger, problems } = read
      printProblems(problems, seeds, read.seeds)
      const verdict = judge(problems, accept)
      if (publication === undefined || ledger === undefined || verdict !== 'fine') {
        const rest = (await holdsBundle(out)) ? '; what was built before is still there' : ''
        if (verdict === 'stop') console.error(renderStop(problems, `nothing was built${rest}`))
        else console.error(`Nothing was built${rest}.`)
        process.exitCode = 1
        return
      }
      const changes = compareLedgers(ledger.before, ledger.after, read.drafts)
      const changeLine = renderChangeLine(changes, unreadItems(publication, ledger.before, at).length)
      const text = renderLedger(ledger.after)
      const rehearse = values.rehearse || environment.rehearse
      const isWritten = isTrial || isLedgerWritten(read.seeds, text)
      if (!isWritten && values['frozen-ledger']) {
        for (const line of renderChangeList(changes, ledger.after.feed)) console.error(line)
        const isSame = changes.articles.length === 0 && changes.feed.length === 0
        const told = isSame ? renderRewriting(ledger.before, ledger.after) : changeLine
        throw new UsageError(renderThaw(seeds, told))
      }
      const isRemembered = !isWritten && !rehearse
      if (isRemembered) await assertLedgerWritable(seeds)

      const bundle = await publishBy(workshop.press(writer), publication, {
        at,
        digest,
        hotBytes,
        preview,
      })
      // Before the release: so none is ever deployed that the ledger does not know.
      await writer.finish(bundle, isRemembered ? () => stageLedger(seeds, text) : undefined)
      isFinished = true
      console.log(renderSummary(publication, bundle, read.ignored, read.drafts))
      if (!isTrial) console.log([...renderAccepted(problems), changeLine].join('\n'))
    } finally {
      writer.discard()
      await close(isFinished)
    }
    if (deployed !== undefined) {
      // Loaded only here: Cloudflare's client is large, and no other build needs it.
      const { assertPacksStored } = await import('./cloudflare/assert-packs-stored.ts')
      await assertPacksStored(deployed)
    }
  },
)
