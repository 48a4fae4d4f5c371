import { setTimeout as pause } from 'node:timers/promises'
import { isWholePack } from '../../bundle/verify-pack.ts'
import type { Pack, PackKey } from '../../model/pack.ts'
import { UsageError } from '../cli/command-line.ts'
import { digest } from '../files/digest.ts'
import type { PackStorage } from './pack-storage.ts'

/** What one request carries. Small enough that a slow line shows progress, and that little is lost where one fails. */
const BATCH_BYTES = 8_000_000
const BATCH_PACKS = 100

/** How often what is not there is sent again. */
const ATTEMPTS = 3

/** How often it is looked whether all is there, and how often a batch is sent, with a longer pause after each. */
const ROUNDS = 5

/** How the packs get to where they are stored. */
export interface PushOptions {
  readonly read: (key: PackKey) => Promise<Uint8Array>
  /** The moment of storing, for whoever collects what is old: RFC 3339. */
  readonly stored: string
  /** Told of each batch that is stored: how many packs, and their bytes. */
  readonly onStored: (packs: number, bytes: number) => void
  /** The first pause before something is tried again; each further one is twice as long. */
  readonly pauseMilliseconds?: number
}

/** Which packs of some the storage lacks, in their order. */
export async function findLacking(
  storage: PackStorage,
  needed: readonly PackKey[],
): Promise<readonly PackKey[]> {
  if (needed.length === 0) return []
  const stored = new Set((await storage.list()).map(({ key }) => key))
  return needed.filter((key) => !stored.has(key))
}

/**
 * Stores packs. Resolves once the store lists all of them, and gives one of each batch back as it was sent. Sends again what a
 * reply names as not stored, and what the store does not list after a while. Rejects with a UsageError if packs stay missing.
 * Stored packs stay: the next push goes on from there.
 */
export async function pushPacks(
  storage: PackStorage,
  lacking: readonly PackKey[],
  pushing: PushOptions,
): Promise<void> {
  let missing = lacking
  const samples: PackKey[] = []
  for (let attempt = 0; attempt < ATTEMPTS && missing.length > 0; attempt++) {
    for await (const batch of inBatches(missing, pushing.read)) {
      await storeBatch(storage, batch, pushing)
      samples.push(...batch.slice(0, 1).map(({ key }) => key))
    }
    missing = await awaitStored(storage, missing, pushing)
  }
  if (missing.length > 0) {
    throw new UsageError(
      `${missing.length} of ${lacking.length} packs are not to be seen where they were stored. Run this again: it stores what is missing`,
    )
  }
  // What goes wrong with all packs of a batch alike goes wrong with its first.
  for (const key of new Set(samples)) {
    const bytes = await storage.read(key)
    if (bytes !== undefined && isWholePack({ key, bytes }, digest)) continue
    throw new UsageError(
      `Cloudflare does not give back the pack ${key} as it was stored. Run this again later`,
    )
  }
}

async function* inBatches(
  keys: readonly PackKey[],
  read: PushOptions['read'],
): AsyncGenerator<readonly Pack[]> {
  let batch: Pack[] = []
  let weight = 0
  for (const key of keys) {
    const bytes = await read(key)
    if (!isWholePack({ key, bytes }, digest)) {
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
  storage: PackStorage,
  batch: readonly Pack[],
  { stored, onStored, ...pushing }: PushOptions,
): Promise<void> {
  let left = batch
  for (const wait of pauses(pushing)) {
    const failed = new Set(await storage.write(left, stored))
    const done = left.filter(({ key }) => !failed.has(key))
    onStored(
      done.length,
      done.reduce((sum, { bytes }) => sum + bytes.length, 0),
    )
    left = left.filter(({ key }) => failed.has(key))
    if (left.length === 0) return
    await pause(wait)
  }
  throw new UsageError(
    `Cloudflare did not store ${left.length} of ${batch.length} packs, asked ${ROUNDS} times. Run this again later`,
  )
}

/** Waits until packs are seen to be stored. Resolves to those that are not, after a while. */
async function awaitStored(
  storage: PackStorage,
  keys: readonly PackKey[],
  pushing: PushOptions,
): Promise<readonly PackKey[]> {
  let missing = keys
  for (const wait of pauses(pushing)) {
    missing = await findLacking(storage, missing)
    if (missing.length === 0) break
    await pause(wait)
  }
  return missing
}

function pauses({ pauseMilliseconds = 1000 }: Pick<PushOptions, 'pauseMilliseconds'>): readonly number[] {
  return Array.from({ length: ROUNDS }, (_, round) => pauseMilliseconds * 2 ** round)
}
