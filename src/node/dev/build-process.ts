import { type ChildProcess, spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { cleanEnvironment } from '../cli/clean-environment.ts'
import { printError } from '../cli/print.ts'
import { MODULES } from '../cli/project.ts'

/** A request for a build on this machine. */
export const localBuild = z.object({
  seeds: z.string(),
  out: z.string(),
  url: z.string(),
  drafts: z.boolean(),
})
export type LocalBuild = z.infer<typeof localBuild>

/** A build makes much short-lived garbage. With room for it, V8 saves a sixth of the time. */
const YOUNG_MEGABYTES = 32

/** The answer of the process after a build. */
const answer = z.object({ isBuilt: z.boolean() })

/**
 * Builds for this machine, again and again, in a child process that remembers earlier builds. An error in our sources can
 * only end the child. Its output is printed. If it has ended, the next build starts a new one.
 */
export class BuildProcess {
  readonly #request: LocalBuild
  #process: ChildProcess | undefined
  #isOutdated = false

  constructor(request: LocalBuild) {
    this.#request = request
  }

  /** Builds the folder as it is now. Resolves to whether the build succeeded. Only one build may run at a time. */
  async build(): Promise<boolean> {
    if (this.#isOutdated) this.#end()
    const isFresh = this.#process === undefined
    const ended = await this.#ask(this.#process ?? this.#start())
    if (typeof ended === 'boolean') return ended
    // The child may have ended since the last build, or at the limit of its memory. That is no failure of this build.
    if (!isFresh) return this.build()
    printError(`error The build was ended by ${ended}`)
    return false
  }

  /** Resolves to whether the build succeeded, or to the reason why the child ended. Its own errors are printed already. */
  #ask(builder: ChildProcess): Promise<boolean | string> {
    return new Promise((resolve, reject) => {
      const onMessage = (message: unknown) => settle(() => resolve(answer.parse(message).isBuilt))
      const onError = (error: Error) => settle(() => reject(error))
      const onExit = (code: number | null, signal: NodeJS.Signals | null) =>
        settle(() => resolve(signal ?? (code === 0 && 'itself')))
      const settle = (tell: () => void) => {
        builder.off('message', onMessage).off('error', onError).off('exit', onExit)
        tell()
      }
      builder.on('message', onMessage).on('error', onError).on('exit', onExit)
      // If the message cannot be sent, the child has ended, and its exit event settles the promise.
      builder.send(this.#request, () => {})
    })
  }

  /** The next build uses the sources as they are then. */
  renew(): void {
    this.#isOutdated = true
  }

  #end(): void {
    this.#process?.kill()
    this.#process = undefined
    this.#isOutdated = false
  }

  #start(): ChildProcess {
    const prepare = [
      `--max-semi-space-size=${YOUNG_MEGABYTES}`,
      '--import',
      pathToFileURL(MODULES.compileCache).href,
    ]
    const builder = spawn(process.execPath, [...prepare, MODULES.buildChild], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: cleanEnvironment(process.env),
    })
    this.#process = builder
    const end = () => builder.kill()
    process.once('exit', end)
    // The first of the listeners, so that the next build starts a new child.
    builder.on('exit', () => {
      process.off('exit', end)
      if (this.#process === builder) this.#process = undefined
    })
    return builder
  }
}
