import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { awaitSuccess } from './await-success.ts'

/** What a build is made from and where it goes. */
export interface BuildArguments {
  readonly seeds: string
  readonly out: string
  readonly url: string
  readonly drafts: boolean
}

/**
 * Builds for this machine in a process of its own, so that a change in our sources takes effect and a mistake in them harms nobody.
 * Its output goes to this process's. Resolves to whether it went well.
 */
export function runBuild({ seeds, out, url, drafts }: BuildArguments): Promise<boolean> {
  const script = join(import.meta.dirname, 'build.ts')
  const args = ['--local', '--seeds', seeds, '--out', out, '--url', url, ...(drafts ? ['--drafts'] : [])]
  const prepare = ['--import', new URL('compile-cache.ts', import.meta.url).href]
  const build = spawn(process.execPath, [...prepare, script, ...args], { stdio: 'inherit' })
  const end = () => build.kill()
  process.once('exit', end)
  return awaitSuccess(build).finally(() => process.off('exit', end))
}
