import type { PackSink } from '../../src/bundle/bundle.ts'
import { compareText } from '../../src/model/compare-text.ts'
import type { Pack, PackKey } from '../../src/model/pack.ts'

/** Keeps packs in memory. */
export class MemorySink implements PackSink {
  readonly #packs = new Map<PackKey, Pack>()

  readonly put: PackSink['put'] = (pack) => void this.#packs.set(pack.key, pack)

  readonly has: PackSink['has'] = ({ key }) => this.#packs.has(key)

  /** All packs, in the order of their keys. */
  get packs(): readonly Pack[] {
    return [...this.#packs.values()].sort((a, b) => compareText(a.key, b.key))
  }
}
