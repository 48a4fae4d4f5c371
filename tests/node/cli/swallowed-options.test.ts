import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CommandUsage } from '../../../src/node/cli/command-line.ts'
import { findSwallowedOptions } from '../../../src/node/cli/swallowed-options.ts'
import { runCommand } from '../../support/run-script.ts'

const COMMANDS = ['dev', 'build', 'check', 'deploy', 'preview', 'doctor', 'ledger', 'gc']

/** What npm tells a script beside what it was given. */
const FROM_NPM = { npm_lifecycle_event: 'start', npm_config_cache: '/home/ada/.npm', npm_config_audit: '' }

async function usageOf(command: string): Promise<CommandUsage> {
  const { usage }: { usage: CommandUsage } = await import(
    join(import.meta.dirname, `../../../scripts/${command}.ts`)
  )
  return usage
}

/** Every option of every command but the help, which npm answers itself. */
const OPTIONS = (
  await Promise.all(
    COMMANDS.map(async (command) => {
      const { options } = await usageOf(command)
      return Object.entries(options).map(([name, { value }]) => ({ command, name, value }))
    }),
  )
)
  .flat()
  .filter(({ name }) => name !== 'help')

describe('findSwallowedOptions', () => {
  it.each(OPTIONS)('$command: finds --$name', async ({ command, name, value }) => {
    const usage = await usageOf(command)
    const variable = `npm_config_${name.replaceAll('-', '_')}`
    const find = (given: string) => findSwallowedOptions(usage, { ...FROM_NPM, [variable]: given }).remedy
    expect(find('true')).toMatch(
      new RegExp(`^npm (start|run \\w+) -- .*--${name}${value === undefined ? '' : ` ${value}`}$`),
    )
    if (value !== undefined) expect(find('9000')).toMatch(new RegExp(` --${name} 9000$`))
    expect(find('')).toBeUndefined()
    expect(find('false')).toBeUndefined()
    expect(findSwallowedOptions(usage, { [variable]: 'true' }).remedy).toBeUndefined()
  })
})

describe('a command', () => {
  it.each([
    ['start', { npm_config_port: 'true' }, ['9000'], 'npm start -- --port N'],
    ['build', { npm_config_frozen_ledger: 'true' }, [], 'npm run build -- --frozen-ledger'],
    ['deploy', { npm_config_dry_run: 'true' }, [], 'npm run deploy -- --dry-run'],
  ] as const)(
    '%s does nothing without the options that npm has kept',
    async (command, kept, args, remedy) => {
      const { status, stderr } = await runCommand(command, args, { ...FROM_NPM, ...kept })
      expect([status, stderr]).toEqual([
        1,
        `error npm keeps options for itself that stand before "--". Write ${remedy}\n`,
      ])
    },
  )

  it('goes on where a setting of npm has the name of an option', async () => {
    const { status, stderr } = await runCommand('doctor', ['http://127.0.0.1:1/'], {
      ...FROM_NPM,
      npm_config_json: 'true',
    })
    expect(status).toBe(2)
    expect(stderr).toContain('Write npm run doctor -- URL --json\n')
  })
})
