import { isPackKey, type PackKey } from '../model/pack.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'

/** Grows with every change of what is stored below. */
const FORMAT = 'strillone-carried-1'

/** The ledger of a release, as the version of the Worker carries it for the deployments after it. */
export interface CarriedLedger {
  /** The versions of the Worker that need not be read any more: what their ledgers had is in this one. */
  readonly merged: readonly string[]
  /** The SHA-256 of the compressed ledger. */
  readonly key: PackKey
  /** The compressed ledger; absent where it lies in the store under its key. */
  readonly bytes?: Uint8Array
}

/** The module of a version that no request opens. */
export interface LedgerModule {
  /** The release that is deployed with it. */
  readonly release: string
  /** Absent in what no subscriber is given: a preview, a build for one machine. */
  readonly ledger?: CarriedLedger
}

/** The module as bytes. */
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

/** The module that the bytes hold. Throws a RangeError where they are nothing of this format. */
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
