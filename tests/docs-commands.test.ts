import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codeIn, tableUnder } from './support/markdown-table.ts'
import { withPart } from './support/render-settings.ts'
import { run, runCommand } from './support/run-script.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const ROOT = join(import.meta.dirname, '..')
const PATH = join(ROOT, 'docs/commands.md')
const PAGE = readFileSync(PATH, 'utf8')

/** The names of all commands, as the list of them has them. */
async function commandNames(): Promise<readonly string[]> {
  const { stdout } = await runCommand('--help')
  return [...stdout.matchAll(/^ {2}(\S+) {2}/gm)].map(([, name = '']) => name)
}

describe('README.md', () => {
  it('shows what a build of the sample articles says', async () => {
    const out = temporaryFolder()
    const args = ['--local', '--seeds', join(ROOT, 'seeds'), '--out', out, '--no-cache']
    const { stdout } = await runCommand('build', args)
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain(`\n${stdout}`)
  }, 120_000)
})

describe('docs/commands.md', () => {
  it('has the help of every command', async () => {
    let page = PAGE
    for (const name of await commandNames()) {
      const { stdout } = await runCommand(name, ['--help'])
      page = withPart(page, name, `\`\`\`text\n${stdout}\`\`\`\n`)
    }
    await expect(page).toMatchFileSnapshot(PATH)
  }, 120_000)

  it('names every npm script, and no other', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    )
    const commands = Object.keys(scripts).map((name) =>
      ['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`,
    )
    const told = tableUnder(PAGE, '| command | does |').map(([command]) => codeIn(command)[0])
    expect(told.toSorted()).toEqual(commands.toSorted())
  })

  it.each(tableUnder(PAGE, '| arguments | ends with | because |'))(
    'tells the exit code: %s ends with %s',
    async (cell, code) => {
      const [written = ''] = codeIn(cell)
      const args = [join(ROOT, 'scripts/strillone.ts'), ...written.split(' ')]
      const { status } = await run(process.execPath, args)
      expect(status).toBe(Number(code))
    },
    120_000,
  )
})
