import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { PackKey } from '../../src/model/pack.ts'
import { UsageError } from '../command-line.ts'
import type { PackFile, PackNamespace } from './pack-namespace.ts'

/** What one request carries. Small enough that a slow line shows progress, and that little is lost where one fails. */
const BATCH_BYTES = 8_000_000
const BATCH_PACKS = 100

/** How often what could not be stored is sent again, and how often it is looked for until it is to be seen everywhere. */
const ROUNDS = 6

/** How the packs get to where they are stored. */
export interface Pushing {
  readonly read: (key: PackKey) => Promise<Uint8Array>
  /** The moment of storing, for whoever collects what is old: RFC 3339. */
  readonly stored: string
  /** Told of each batch that is stored: how many packs, and their bytes. */
  readonly onStored: (packs: number, bytes: number) => void
  /** The first pause before something is tried again; each further one is twice as long. */
  readonly pauseMilliseconds?: number
}

/** Which packs of some the namespace lacks, in their order. */
export async function findLacking(
  namespace: PackNamespace,
  needed: readonly PackKey[],
): Promise<readonly PackKey[]> {
  if (needed.length === 0) return []
  const stored = new Set((await namespace.list()).map(({ key }) => key))
  return needed.filter((key) => !stored.has(key))
}

/**
 * Stores packs, and resolves once all of them are seen to be stored. A reply that names keys it could not store has them sent
 * again; one pack of each batch is read back and compared. Rejects with a UsageError where packs stay missing. What is
 * stored stays so: the next push goes on from there.
 */
export async function pushPacks(
  namespace: PackNamespace,
  lacking: readonly PackKey[],
  pushing: Pushing,
): Promise<void> {
  for await (const batch of inBatches(lacking, pushing.read)) await storeBatch(namespace, batch, pushing)
  await awaitStored(namespace, lacking, pushing)
}

async function* inBatches(
  keys: readonly PackKey[],
  read: Pushing['read'],
): AsyncGenerator<readonly PackFile[]> {
  let batch: PackFile[] = []
  let weight = 0
  for (const key of keys) {
    const bytes = await read(key)
    if (createHash('sha256').update(bytes).digest('hex') !== key) {
      throw new UsageError(`The pack ${key} is damaged on this disk. Delete dist/ and build again`)
    }
    if (batch.length === BATCH_PACKS || (batch.length > 0 && weight + bytes.length > BATCH_BYTES)) {
      yield batch
      batch = []
      weight = 0
    }
    batch.push({ key, bytes })
    weight += bytes.length
  }
  if (batch.length > 0) yield batch
}

async function storeBatch(
  namespace: PackNamespace,
  batch: readonly PackFile[],
  { stored, onStored, ...pushing }: Pushing,
): Promise<void> {
  let left = batch
  for (const wait of pauses(pushing)) {
    const failed = new Set(await namespace.write(left, stored))
    const done = left.filter(({ key }) => !failed.has(key))
    onStored(
      done.length,
      done.reduce((sum, { bytes }) => sum + bytes.length, 0),
    )
    left = left.filter(({ key }) => failed.has(key))
    if (left.length === 0) return checkOne(namespace, batch, pushing)
    await pause(wait)
  }
  throw new UsageError(
    `Cloudflare did not store ${left.length} of ${batch.length} packs, asked ${ROUNDS} times. Run this again later`,
  )
}

/** What goes wrong with all packs of a batch alike goes wrong with its first. */
async function checkOne(
  namespace: PackNamespace,
  [first]: readonly PackFile[],
  pushing: Pick<Pushing, 'pauseMilliseconds'>,
): Promise<void> {
  if (first === undefined) return
  for (const wait of pauses(pushing)) {
    if (await namespace.holds(first.key)) return
    await pause(wait)
  }
  throw new UsageError(
    `Cloudflare does not give back the pack ${first.key} as it was stored. Run this again later`,
  )
}

async function awaitStored(
  namespace: PackNamespace,
  keys: readonly PackKey[],
  pushing: Pushing,
): Promise<void> {
  let lacking = keys
  for (const wait of pauses(pushing)) {
    lacking = await findLacking(namespace, lacking)
    if (lacking.length === 0) return
    await pause(wait)
  }
  throw new UsageError(
    `${lacking.length} of ${keys.length} packs are not to be seen where they were stored. Run this again: it stores what is missing`,
  )
}

function pauses({ pauseMilliseconds = 1000 }: Pick<Pushing, 'pauseMilliseconds'>): readonly number[] {
  return Array.from({ length: ROUNDS }, (_, round) => pauseMilliseconds * 2 ** round)
}
