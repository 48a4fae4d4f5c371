import type { KeyValueNamespace } from '../../src/edge/packs/key-value-store.ts'
import type { Dice } from './dice.ts'

/** What one data centre remembers of a key: its value, or that it was not there. */
interface Remembered {
  readonly value: Uint8Array | undefined
  readonly at: number
}

/**
 * Workers KV by its rules, with a clock of its own in seconds: a write is seen elsewhere only after a while, a data centre
 * remembers what it read as long as it was told to, also that a key was not there, and it forgets when it likes.
 */
export class SimulatedKeyValue {
  readonly #dice: Dice
  readonly #written = new Map<string, { readonly value: Uint8Array; readonly at: number }>()
  now = 0

  constructor(dice: Dice) {
    this.#dice = dice
  }

  /** Writes for everybody; each data centre sees it when its time has come. */
  put(key: string, value: Uint8Array): void {
    if (!this.#written.has(key)) this.#written.set(key, { value, at: this.now })
  }

  /** The store as one data centre sees it. */
  dataCentre(): KeyValueNamespace {
    const remembered = new Map<string, Remembered>()
    const delays = new Map<string, number>()
    return {
      get: async (key, { cacheTtl }) => {
        if (this.#dice.happens(20)) throw new Error('The store fails now and then')
        if (this.#dice.happens(40)) remembered.clear()
        const known = remembered.get(key)
        if (known !== undefined && this.now - known.at < cacheTtl) return toBuffer(known.value)
        const delay = delays.get(key) ?? Math.floor(this.#dice.roll() * 90)
        delays.set(key, delay)
        const written = this.#written.get(key)
        const value = written !== undefined && written.at + delay <= this.now ? written.value : undefined
        remembered.set(key, { value, at: this.now })
        return toBuffer(value)
      },
    }
  }
}

function toBuffer(value: Uint8Array | undefined): ArrayBuffer | null {
  return value === undefined ? null : new Uint8Array(value).buffer
}
