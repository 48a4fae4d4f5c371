import { describe, expect, it } from 'vitest'
import { decodeLedgerModule, encodeLedgerModule } from '../../../src/bundle/ledger-module.ts'
import { instant } from '../../../src/model/instant.ts'
import { packKey } from '../../../src/model/pack.ts'
import { storedPacks } from '../../../src/node/cloudflare/built-release.ts'
import { isWhole } from '../../../src/node/cloudflare/stored-value.ts'
import { MOST_CARRIED_BYTES, openLedger, sealLedger } from '../../../src/node/files/carried-ledger.ts'
import { handOver, takeOver } from '../../../src/node/files/live-ledgers.ts'
import { Dice } from '../../support/dice.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const LEDGER = '["strillone-ledger-1"\n]\n'

const ABOUT = {
  ...{ id: 'r', siteUrl: 'https://news.site', feedItems: 30, deltas: false, preview: false },
  ...{ hubs: [], changed: instant(0), moments: [], hotPack: packKey('0'.repeat(64)) },
}

/** A ledger that compression makes little smaller. */
function aLargeLedger(): string {
  const dice = new Dice(1)
  return Array.from({ length: MOST_CARRIED_BYTES / 4 }, () => dice.roll().toString(36).slice(2)).join('')
}

describe('a carried ledger', () => {
  it('is read from the module as it was written, with the versions that are merged in it', () => {
    const { carried } = sealLedger(LEDGER, ['v1', 'v2'])
    const { release, ledger } = decodeLedgerModule(encodeLedgerModule({ release: 'r', ledger: carried }))
    expect([release, ledger?.merged, openLedger(ledger?.bytes ?? new Uint8Array())]).toEqual([
      'r',
      ['v1', 'v2'],
      LEDGER,
    ])
    expect(decodeLedgerModule(encodeLedgerModule({ release: 'r' }))).toEqual({ release: 'r' })
  })

  it('lies in the store where it is large, under what stands for every byte', () => {
    const text = aLargeLedger()
    const { carried, bytes } = sealLedger(text, [])
    expect(carried.bytes).toBeUndefined()
    expect(encodeLedgerModule({ release: 'r', ledger: carried }).length).toBeLessThan(200)
    expect(isWhole({ key: carried.key, bytes })).toBe(true)
    expect(isWhole({ key: carried.key, bytes: bytes.subarray(1) })).toBe(false)
    expect(openLedger(bytes)).toBe(text)
    // So a deployment stores it, and `gc` keeps it as long as it keeps the version's packs.
    const release = { ...ABOUT, packs: { list: () => [], find: () => undefined } }
    expect(storedPacks({ release, embedded: new Map(), ledger: carried })).toEqual([carried.key])
    const small = sealLedger(LEDGER, []).carried
    expect(storedPacks({ release, embedded: new Map(), ledger: small })).toEqual([])
  })

  it('is refused where its bytes are none', () => {
    expect(() => openLedger(new Uint8Array([1, 2]))).toThrow(RangeError)
    expect(() => decodeLedgerModule(new Uint8Array([1, 120]))).toThrow(RangeError)
  })
})

describe('handOver()', () => {
  it('gives the ledgers to another process, and leaves nothing behind', async () => {
    const live = { isLive: true, merged: ['v1'], ledgers: [sealLedger(LEDGER, []).bytes] }
    const path = await handOver(temporaryFolder(), live, async (file) => {
      expect(await takeOver(file)).toEqual(live)
      return file
    })
    await expect(takeOver(path)).rejects.toThrow()
  })
})
