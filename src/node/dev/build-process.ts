import { type ChildProcess, spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { cleanEnvironment } from '../cli/clean-environment.ts'
import { printError } from '../cli/print.ts'
import { MODULES } from '../cli/project.ts'

/** What is built for this machine, and where it goes. */
export const localBuild = z.object({
  seeds: z.string(),
  out: z.string(),
  url: z.string(),
  drafts: z.boolean(),
})
export type LocalBuild = z.infer<typeof localBuild>

/** Of what a build makes for a moment only there is much: with room for it a sixth of the time is saved. */
const YOUNG_MEGABYTES = 32

/** What the process answers when a build is over. */
const answer = z.object({ isBuilt: z.boolean() })

/**
 * Builds for this machine, again and again, in a process of its own that remembers what it has read and made: so a mistake
 * in our sources harms nobody. Its output goes to this process's. One that has died is started anew by the next build.
 */
export class BuildProcess {
  readonly #request: LocalBuild
  #process: ChildProcess | undefined
  #isOutdated = false

  constructor(request: LocalBuild) {
    this.#request = request
  }

  /** Builds the folder as it is now. Resolves to whether it went well. One build at a time. */
  async build(): Promise<boolean> {
    if (this.#isOutdated) this.#end()
    const isFresh = this.#process === undefined
    const ended = await this.#ask(this.#process ?? this.#start())
    if (typeof ended === 'boolean') return ended
    // Who went or was killed between two builds, or had too much to remember, says nothing of this one.
    if (!isFresh) return this.build()
    printError(`error The build was ended by ${ended}`)
    return false
  }

  /** Resolves to whether the build went well, or to what has ended the process; of its own mistakes that tells itself. */
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
      // Where it cannot be told it has ended, and that is heard of.
      builder.send(this.#request, () => {})
    })
  }

  /** The next build is made by our sources as they are then. */
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
    // First of those that hear of it: whoever builds next takes another.
    builder.on('exit', () => {
      process.off('exit', end)
      if (this.#process === builder) this.#process = undefined
    })
    return builder
  }
}
