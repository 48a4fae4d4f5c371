import { isPackKey, type PackKey } from '../model/pack.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'

/** The version of this format. It changes with every change of the stored fields. */
const FORMAT = 'strillone-carried-1'

/** The ledger of a release. The version of the Worker contains it, so that later deployments can read it. */
export interface CarriedLedger {
  /** The versions of the Worker whose ledgers this one has merged. They need not be read again. */
  readonly merged: readonly string[]
  /** The SHA-256 of the compressed ledger. */
  readonly key: PackKey
  /** The compressed ledger. Absent if it is too large: it is then in the store under its key. */
  readonly bytes?: Uint8Array
}

/** The module `ledger.bin` of a version. No request loads it. */
export interface LedgerModule {
  /** The id of the release that is deployed with it. */
  readonly release: string
  /** Absent in a preview and in a build for one machine, because they have no subscribers. */
  readonly ledger?: CarriedLedger
}

/** Encodes the module as bytes. */
export function encodeLedgerModule({ release, ledger }: LedgerModule): Uint8Array {
  const writer = new ByteWriter()
  writer.writeText(FORMAT)
  writer.writeText(release)
  writer.writeList(ledger === undefined ? [] : [ledger], ({ merged, key, bytes }) => {
    writer.writeList(merged, (version) => writer.writeText(version))
    writer.writeText(key)
    writer.writeBytes(bytes ?? new Uint8Array())
  })
  return writer.finish()
}

/** Decodes the module. Throws a RangeError if the bytes do not have this format. */
export function decodeLedgerModule(bytes: Uint8Array): LedgerModule {
  const reader = new ByteReader(bytes)
  const format = reader.readText()
  if (format !== FORMAT) throw new RangeError(`Not a ledger of the format ${FORMAT}: ${format.slice(0, 40)}`)
  const release = reader.readText()
  const [ledger] = reader.readList((): CarriedLedger => {
    const merged = reader.readList(() => reader.readText())
    const key = reader.readText()
    if (!isPackKey(key)) throw new RangeError(`Not the key of a ledger: ${key.slice(0, 80)}`)
    const inside = reader.readBytes()
    return { merged, key, ...(inside.length > 0 && { bytes: inside }) }
  })
  reader.finish()
  return { release, ...(ledger && { ledger }) }
}
