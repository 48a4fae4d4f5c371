import { constants } from 'node:fs'
import { access, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LEDGER_PATH } from '../src/ledger/ledger-codec.ts'
import type { Ledger } from '../src/model/ledger.ts'
import type { Seed } from '../src/model/seed.ts'
import { UsageError } from './command-line.ts'
import { describeRefusal } from './describe-refusal.ts'

/** Begins with a dot, so that nobody takes it for a seed. */
const PART = `.${LEDGER_PATH}.part`

/** Whether the ledger of a folder, as it was read, is this text already, to the byte. */
export function isLedgerWritten(seeds: readonly Seed[], text: string): boolean {
  const written = seeds.find(({ path }) => path === LEDGER_PATH)
  return written !== undefined && Buffer.from(text).equals(written.bytes)
}

/** Whether a file holds nothing that could be lost: no text, or JSON that is empty. */
export function isLedgerEmpty(bytes: Uint8Array): boolean {
  return /^(?:\[\s*\]|\{\s*\})?$/.test(new TextDecoder().decode(bytes).trim())
}

/** What of a ledger would be written otherwise, though nothing changes for anybody else. */
export function renderRewriting(before: Ledger | undefined, after: Ledger): string {
  const paths = new Map((before?.entries ?? []).map(({ id, path }) => [id, path]))
  const renamed = after.entries.filter(({ id, path }) => paths.has(id) && paths.get(id) !== path)
  const [first] = renamed
  if (first === undefined) return 'nothing changes but the form that it is written in'
  const more = renamed.length === 1 ? '' : ` and ${renamed.length - 1} more`
  return `nothing changes but the paths of files: ${paths.get(first.id)} → ${first.path}${more}`
}

/** Why a build with a frozen ledger fails; `changes` tells in one line what would change. */
export function renderThaw(directory: string, changes: string): string {
  const file = join(directory, LEDGER_PATH)
  return `Nothing was built: ${file} would change (${changes}). Build without --frozen-ledger, and keep the file that it writes`
}

/** Throws a UsageError where a ledger cannot be written: better before anything else is. */
export async function assertLedgerWritable(directory: string): Promise<void> {
  await access(directory, constants.W_OK).catch(refuse(directory))
}

/** Writes the ledger of a folder; it appears whole or not at all. Throws a UsageError where the system refuses. */
export async function writeLedger(directory: string, text: string): Promise<void> {
  const part = join(directory, PART)
  try {
    await writeFile(part, text, { flush: true })
    await rename(part, join(directory, LEDGER_PATH))
  } catch (cause) {
    await rm(part, { force: true }).catch(() => {})
    refuse(directory)(cause)
  }
}

function refuse(directory: string): (cause: unknown) => never {
  return (cause) => {
    const message =
      `Cannot write ${join(directory, LEDGER_PATH)}: ${describeRefusal(cause)}. Make the folder writable: what is ` +
      'published must be remembered there'
    throw new UsageError(message, { cause })
  }
}
