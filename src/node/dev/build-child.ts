import { instant } from '../../model/instant.ts'
import { HOT_BYTES } from '../../publish/publish.ts'
import { buildFolder } from '../build/build-folder.ts'
import { type BuildOutcome, type OpenSession, openSession } from '../build/open-session.ts'
import { findUsageError } from '../cli/command-line.ts'
import { printError, printUncaught } from '../cli/print.ts'
import { ToldWarnings } from '../cli/told-warnings.ts'
import { type LocalBuild, localBuild } from './build-process.ts'

/*
 * The child process of a BuildProcess. Each message starts a build for this machine, all in one build session. It ends with
 * its parent, and when the session cannot continue.
 */

printUncaught()

const told = new ToldWarnings()
let open: OpenSession | undefined
let work: Promise<void> = Promise.resolve()

process.on('message', (message) => {
  work = work.then(() => buildOnce(localBuild.parse(message)))
})
process.on('disconnect', () => process.exit())

async function buildOnce(request: LocalBuild): Promise<void> {
  const { seeds, out, url, drafts } = request
  let outcome: BuildOutcome = 'failed'
  try {
    const mode = { kind: 'local', drafts } as const
    open ??= openSession({ seeds, url, mode }, 'memory')
    const plan = { seeds, out, url, mode, at: instant(Date.now()), hotBytes: HOT_BYTES, told }
    const isBuilt = await buildFolder(open.session, plan)
    outcome = isBuilt ? 'finished' : 'stopped'
  } catch (error) {
    const mistake = findUsageError(error)
    if (mistake === undefined) throw error
    printError(`error ${mistake.message}`)
  }
  // Answers before it saves the cache, which the parent need not wait for.
  process.send?.({ isBuilt: outcome === 'finished' })
  if (open === undefined || (await open.endBuild(outcome))) return
  await open.session.close()
  process.exit()
}
