import { type CommandUsage, reportMistakes, UsageError } from '../src/node/cli/command-line.ts'
import { print } from '../src/node/cli/print.ts'

/** A module of this folder that is a command. */
interface Command {
  readonly usage: CommandUsage
  /** Runs the command with its arguments, and sets the exit status. */
  readonly run: (args: readonly string[]) => Promise<void>
}

/** The modules of the commands. Only the module of the chosen command is loaded. */
const COMMANDS = new Map<string, () => Promise<Command>>([
  ['start', () => import('./dev.ts')],
  ['build', () => import('./build.ts')],
  ['check', () => import('./check.ts')],
  ['deploy', () => import('./deploy.ts')],
  ['preview', () => import('./preview.ts')],
  ['doctor', () => import('./doctor.ts')],
  ['ledger', () => import('./ledger.ts')],
  ['gc', () => import('./gc.ts')],
])

const [name, ...args] = process.argv.slice(2)
const load = COMMANDS.get(name ?? '')
if (load !== undefined) await (await load()).run(args)
else await reportMistakes(printCommands)

async function printCommands(): Promise<void> {
  if (name !== undefined && name !== '--help') {
    throw new UsageError(`There is no command "${name}". See node scripts/strillone.ts --help`)
  }
  const width = Math.max(...[...COMMANDS.keys()].map((each) => each.length))
  print('Usage: node scripts/strillone.ts <command> [options]', '')
  for (const [each, open] of COMMANDS) {
    const [about = ''] = (await open()).usage.about.split('\n')
    print(`  ${each.padEnd(width)}  ${about}`)
  }
}
