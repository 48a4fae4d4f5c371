import type { BuildEnvironment } from '../cli/build-environment.ts'
import { UsageError } from '../cli/command-line.ts'
import type { BuildPlan } from './build-folder.ts'
import type { BundleMode } from './build-mode.ts'

/** What the options of a build say. */
export interface BuildOptions extends Omit<BuildPlan, 'mode'> {
  readonly drafts: boolean
  readonly accept: boolean
  readonly frozen: boolean
  readonly rehearse: boolean
  readonly local: boolean
  readonly preview: boolean
}

/** What is built, by the options and by what the command that runs the build tells it. Throws a UsageError for drafts that would be published. */
export function planBuild(options: BuildOptions, environment: BuildEnvironment): BuildPlan {
  const { seeds, out, at, hotBytes } = options
  const url = environment.previewUrl ?? options.url
  return { seeds, out, url, at, hotBytes, mode: chooseMode(options, environment) }
}

function chooseMode(options: BuildOptions, environment: BuildEnvironment): BundleMode {
  const isLocal = options.local || environment.wranglerCommand === 'dev'
  const { drafts, frozen } = options
  if (drafts && !isLocal) throw new UsageError('--drafts cannot be published. Give --local with it')
  // A preview stays marked as one, on this machine, too; it shows no drafts.
  if (!drafts && (options.preview || environment.previewUrl !== undefined)) return { kind: 'preview' }
  if (isLocal) return { kind: 'local', drafts }
  const isRehearsed = options.rehearse || environment.rehearse
  const accept = options.accept || environment.accept
  return { kind: isRehearsed ? 'rehearsal' : 'publication', accept, frozen }
}
