import type { PackKey } from '../model/pack.ts'

/** A pack that a release names and that could not be had, or is not what was stored. */
export class PackUnavailable extends Error {
  override readonly name = 'PackUnavailable'
  readonly pack: PackKey

  constructor(pack: PackKey, options?: ErrorOptions) {
    super('A pack cannot be read', options)
    this.pack = pack
  }
}
