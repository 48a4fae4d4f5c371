import { print, printError, printUncaught } from './print.ts'
import { findSwallowedOptions } from './swallowed-options.ts'

/** An option of a command. The properties that only `parseArgs` needs are allowed too. */
export interface CommandOption {
  readonly type: 'string' | 'boolean'
  /** The placeholder of its value in the help: `DIR`. */
  readonly value?: string
  readonly help: string
  readonly default?: string | boolean
}

/** The usage of a command. */
export interface CommandUsage {
  /** The start of its command line: `npm run build --`. */
  readonly command: string
  readonly about: string
  readonly options: Readonly<Record<string, CommandOption>>
}

/** A user's mistake, on the command line or in a file that it names. Printed as one line, without a stack trace. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Finds the UsageError among an error and its causes. */
export function findUsageError(error: unknown): UsageError | undefined {
  if (error instanceof UsageError) return error
  return error instanceof Error && error.cause !== undefined ? findUsageError(error.cause) : undefined
}

/**
 * Runs a command. `read` parses the options, and may throw what `parseArgs` throws. `--help` prints the usage instead. The
 * exit status is the one that `run` resolves to, or 0. After a user's mistake it is `mistakeStatus`.
 */
export async function runCommand<T extends { readonly help: boolean }>(
  usage: CommandUsage,
  read: () => T,
  run: (options: T) => Promise<number> | Promise<void>,
  mistakeStatus = 1,
): Promise<void> {
  await reportMistakes(() => {
    assertNoneSwallowed(usage)
    const options = parseOptions(usage, read)
    if (!options.help) return run(options)
    print(...renderHelp(usage))
    return Promise.resolve(0)
  }, mistakeStatus)
}

/** Sets the exit status to the one that `run` resolves to. Prints a user's mistake in one line. */
export async function reportMistakes(
  run: () => Promise<number> | Promise<void>,
  mistakeStatus = 1,
): Promise<void> {
  printUncaught()
  try {
    const status = await run()
    if (typeof status === 'number') process.exitCode = status
  } catch (error) {
    const mistake = findUsageError(error)
    if (mistake === undefined) throw error
    printError(`error ${mistake.message}`)
    process.exitCode = mistakeStatus
  }
}

/** If npm has kept `--rehearse` for itself, for example, the command would deploy. */
function assertNoneSwallowed(usage: CommandUsage): void {
  const { remedy, isCertain } = findSwallowedOptions(usage, process.env)
  if (remedy === undefined) return
  const message = `npm keeps options for itself that stand before "--". Write ${remedy}`
  if (isCertain) throw new UsageError(message)
  printError(message)
}

function parseOptions<T>(usage: CommandUsage, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('. ')[0] : String(cause)
    throw new UsageError(`${reason}. See ${usage.command} --help`, { cause })
  }
}

function renderHelp({ command, about, options }: CommandUsage): readonly string[] {
  const rows = Object.entries(options).map(([name, option]): [string, string] => [
    `--${name}${option.value === undefined ? '' : ` ${option.value}`}`,
    `${option.help}${typeof option.default === 'string' ? ` Default: ${option.default}` : ''}`,
  ])
  const width = Math.max(...rows.map(([name]) => name.length))
  const lines = rows.map(([name, help]) => `  ${name.padEnd(width)}  ${help}`)
  return [...about.split('\n'), '', `Usage: ${command} [options]`, '', ...lines]
}
