import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run, runCommand } from '../support/run-script.ts'

const ROOT = join(import.meta.dirname, '../..')
const COMMANDS = ['start', 'build', 'check', 'deploy', 'preview', 'doctor', 'ledger', 'gc']

describe('strillone', () => {
  it('lists its commands, a line each', async () => {
    const { status, stdout } = await runCommand('--help')
    expect(status).toBe(0)
    expect([...stdout.matchAll(/^ {2}(\S+) +\S.*[^,]$/gm)].map(([, name]) => name)).toEqual(COMMANDS)
  })

  it('is what npm runs for each of them', () => {
    const scripts: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts
    for (const name of COMMANDS)
      expect(scripts).toHaveProperty([name], expect.stringMatching(`scripts/strillone\\.ts ${name}$`))
  })

  it('tells in one line that there is no such command', async () => {
    expect(await runCommand('biuld', ['--seeds', 'x'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'error There is no command "biuld". See node scripts/strillone.ts --help\n',
    })
  })

  it("loads neither Cloudflare's client nor the local runtime for a build", async () => {
    const hook = `import { registerHooks } from 'node:module'
      registerHooks({ load: (url, context, next) => (console.error(url), next(url, context)) })`
    const trace = `data:text/javascript,${encodeURIComponent(hook)}`
    const args = ['--import', trace, join(ROOT, 'scripts/strillone.ts'), 'build', '--seeds', 'no-such-folder']
    const { stderr } = await run(process.execPath, args)
    expect(stderr).toContain('/src/node/build/build-folder.ts')
    expect(stderr).not.toMatch(/node_modules\/(?:cloudflare|miniflare|esbuild|chokidar)\//)
  })
})
