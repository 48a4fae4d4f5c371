import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Newsroom } from '../../support/newsroom.ts'
import { run, runCommand, start } from '../../support/run-script.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const MODULE = join(import.meta.dirname, '../../../src/node/cli/run-apart.ts')
const SECRET = 'do-not-publish-me-4711'

/** What a bundle's folder holds. */
function contents(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => `${name} ${readFileSync(join(parentPath, name), 'base64')}`)
    .sort()
}

/** A command that runs itself again apart, and does something there, as a file of its own. */
function aCommand(folder: string, allowance: object, apart: string): string {
  const file = join(folder, 'command.mjs')
  writeFileSync(
    file,
    `import { runApart } from ${JSON.stringify(MODULE)}
    if (process.env.TMPDIR === 'apart') { ${apart} }
    else process.exitCode = await runApart(${JSON.stringify({ ...allowance, variables: { TMPDIR: 'apart' } })})`,
  )
  return file
}

describe('runApart', () => {
  it('gives the status, the arguments and what is told, and none of the secrets', async () => {
    const file = aCommand(
      temporaryFolder(),
      {},
      'console.log(JSON.stringify([process.argv.slice(2), process.env])); process.exitCode = 7',
    )
    const env = { GITHUB_TOKEN: SECRET, INNOCENT: SECRET }
    const { status, stdout } = await run(process.execPath, [file, '--a', 'b c'], env)
    expect([status, stdout]).toEqual([7, expect.stringContaining('[["--a","b c"],')])
    expect(stdout).not.toContain(SECRET)
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends that process with %s, and itself by the same',
    async (signal) => {
      const file = aCommand(temporaryFolder(), {}, 'console.log(process.pid); setInterval(() => {}, 1000)')
      const running = start(process.execPath, [file])
      onTestFinished(async () => void (await running.stop('SIGKILL')))
      await running.waitFor(/\d+\n/)
      const pid = Number(running.output())
      await running.stop(signal)
      expect(running.process.signalCode).toBe(signal)
      expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    },
  )

  it('lets it open what it needs, and nothing beside', async () => {
    const folder = temporaryFolder()
    const [mine, beside] = [join(folder, 'command.mjs'), join(folder, 'beside')]
    writeFileSync(beside, SECRET)
    const look = (path: string) =>
      `try { console.log((await import('node:fs')).readFileSync(${path}, 'utf8')) } catch (e) { console.log(e.code) }`
    const paths = [
      JSON.stringify(beside),
      "'/proc/self/environ'",
      "'/proc/' + process.ppid + '/environ'",
      "'/etc/passwd'",
    ]
    const file = aCommand(folder, { files: { read: [mine], write: [] } }, paths.map(look).join('\n'))
    const { stdout } = await run(process.execPath, [file], { GITHUB_TOKEN: SECRET })
    expect(stdout).toBe('ERR_ACCESS_DENIED\n'.repeat(4))
  })
})

describe('a command with secrets in its environment', () => {
  it('builds and checks to the same, with git, threads and a memory', async () => {
    const room = new Newsroom()
    for (let number = 0; number < 160; number++) room.article(`a-${number}`)
    const apart = (script: string, ...args: readonly string[]) =>
      runCommand(script, [...args, '--seeds', room.seeds, '--at', '2026-02-01T12:00:00Z'], {
        GITHUB_TOKEN: SECRET,
      })
    const out = join(room.folder, 'apart/out')
    const first = await apart('build', '--publish', '--out', out)
    expect([first.status, first.stderr]).toEqual([0, expect.not.stringContaining('rror')])
    expect(first.stdout).toContain('160 new')
    const own = await room.build('2026-02-01')
    expect(own.stdout).toContain('nothing changes')
    expect(contents(room.out)).toEqual(contents(out))
    expect((await apart('check')).stdout).toBe('nothing changes\n')
    expect((await apart('build', '--out', out, '--no-cache')).stdout).toContain('nothing changes')
    expect(contents(out)).toEqual(contents(room.out))
    await room.git('init')
    await room.git('add', '.')
    await room.git('commit', '-m', 'x')
    room.remove('ledger.json')
    const lost = await apart('build', '--out', out)
    expect([lost.status, lost.stderr]).toEqual([1, expect.stringContaining('The ledger is lost')])
    const begun = await runCommand('ledger', ['begin', '--seeds', room.seeds], { GITHUB_TOKEN: SECRET })
    expect([begun.status, begun.stderr]).toEqual([0, ''])
    expect(room.hasLedger).toBe(true)
  }, 240_000)
})
